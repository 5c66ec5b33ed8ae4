"""Write a date as Chinese readers do."""


def chinese_date(date: str, *, day: bool = True) -> str:
    """2026-11-23 -> 2026年11月23日, or 2026年11月 without its day; 2026 -> 2026年; what is no such date stays."""
    numbers = date.split("-")
    if not all(number.isdecimal() for number in numbers) or len(numbers) > 3:
        return date
    return "".join(f"{int(number)}{unit}" for number, unit in zip(numbers, "年月日" if day else "年月", strict=False))
