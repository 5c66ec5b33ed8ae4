"""Write what Chinese books write in a manner of their own: numbers, dates, titles in their marks."""

HAN = "[\u3400-\u9fff]"
"""A pattern for a Chinese character."""
DIGITS = "零一二三四五六七八九"
INNER = str.maketrans("《》", "〈〉")


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


def chinese_date(date: str, *, day: bool = True) -> str:
    """2026-11-23 -> 2026年11月23日, or 2026年11月 without its day; 2026 -> 2026年; what is no such date stays."""
    numbers = date.split("-")
    if not all(number.isdecimal() for number in numbers) or len(numbers) > 3:
        return date
    return "".join(f"{int(number)}{unit}" for number, unit in zip(numbers, "年月日" if day else "年月", strict=False))


def in_title_marks(title: str) -> str:
    """《题名》; the title's own marks of that kind become the inner ones, 〈〉 (GB/T 15834-2011, 4.15)."""
    return f"《{title.translate(INNER)}》"
