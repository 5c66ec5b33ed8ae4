"""Write numbers as a table of figures does (GB/T 15835): groups of three apart by a thin space, from five digits on."""

THIN = "\u2009"
LOCALE = {"decimal": ".", "thousands": THIN, "grouping": [3], "currency": ["¥", ""]}
"""The same for d3-format."""
ON_AXIS = "abs(datum.value) < 10000 ? format(datum.value, '~f') : format(datum.value, ',~f')"


def number(value: float, decimals: int) -> str:
    if abs(value) < 10_000:
        return f"{value:.{decimals}f}".replace("-", "−")
    return f"{value:,.{decimals}f}".replace(",", THIN).replace("-", "−")


def share(value: float, total: float, decimals: int = 1) -> str:
    return f"{value / total * 100:.{decimals}f}%"
