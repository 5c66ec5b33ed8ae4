"""Write numbers as Chinese books do."""

DIGITS = "零一二三四五六七八九"


def han_number(n: int) -> str:
    """0 -> 零, 1 -> 一, 10 -> 十, 21 -> 二十一, 105 -> 一百零五; from 1000 on as it is."""
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    if hundreds > 9:
        return str(n)
    if hundreds:
        middle = DIGITS[tens] + "十" if tens else "零" if ones else ""
        return DIGITS[hundreds] + "百" + middle + (DIGITS[ones] if ones else "")
    tenfold = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return tenfold + (DIGITS[ones] if ones or not tens else "")


def chapter_label(pattern: str, chapter: int) -> str:
    """A chapter's number in the pattern of title.yaml: 第{一}章, 第{1}章."""
    return pattern.replace("{一}", han_number(chapter)).replace("{1}", str(chapter))
