"""Write numbers as Chinese books do."""

DIGITS = "零一二三四五六七八九"


def han_number(n: int) -> str:
    """1 -> 一, 10 -> 十, 21 -> 二十一, 105 -> 一百零五; up to 999."""
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    if hundreds:
        middle = DIGITS[tens] + "十" if tens else "零" if ones else ""
        return DIGITS[hundreds] + "百" + middle + (DIGITS[ones] if ones else "")
    return ("" if tens == 1 else DIGITS[tens]) * bool(tens) + "十" * bool(tens) + (DIGITS[ones] if ones else "")
