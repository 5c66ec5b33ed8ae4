"""Read the numbers that stand before headings and notes."""

from kanben.book.chinese import DIGITS

CIRCLED = {chr(code): number for number, code in enumerate(range(0x2460, 0x2474), 1)}
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def chinese_value(numeral: str) -> int:
    """The value of 一 … 九十九, 一百二十三; 0 where it is no such number."""
    total, digit = 0, 0
    for character in numeral.replace("〇", "零").replace("两", "二"):
        if character in DIGITS:
            digit = DIGITS.index(character)
        elif character == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif character == "百":
            total, digit = total + (digit or 1) * 100, 0
        else:
            return 0
    return total + digit


def value_of(numeral: str) -> int:
    """The value of 12, １２, ⑫, ¹² or 十二."""
    if numeral in CIRCLED:
        return CIRCLED[numeral]
    plain = numeral.translate(SUPERSCRIPT).translate(FULL_WIDTH)
    return int(plain) if plain.isdecimal() else chinese_value(plain)
