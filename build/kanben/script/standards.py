"""The standards of Traditional Chinese: what OpenCC calls them, and what languages they are."""

from kanben.book.book import Standard

CONVERSIONS: dict[Standard, str] = {"tw": "s2tw", "hk": "s2hk", "t": "s2t"}
LANGUAGES: dict[Standard, str] = {"tw": "zh-Hant-TW", "hk": "zh-Hant-HK", "t": "zh-Hant"}
"""As BCP 47 names them: browsers and fonts choose their forms by it."""
NAME_ENDING = "-hant"
"""Behind the name of a title, where its editions are Traditional."""
TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


def is_traditional(language: str) -> bool:
    return language.lower().startswith(TRADITIONAL)


def standard_of(language: str) -> Standard:
    """The standard in which a Traditional language is written."""
    return next((standard for standard, tag in LANGUAGES.items() if tag == language), "tw")
