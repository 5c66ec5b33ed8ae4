"""title.yaml with anything that it may say, and chapters to go with it."""

from typing import Any

import yaml
from hypothesis import strategies as st

from tests.fuzz.chapters import ANY_CHAPTERS, WORDS
from tests.titles import UUID

ODD_WORDS = st.one_of(
    WORDS, st.sampled_from(["<b>&", '"', "{{ x }}", "’", "𠀀", "A" * 90, "桥 & Wasser", " 桥 ", "\u202e", "https://"])
)
DATES = st.sampled_from(["", "2026", "2026-11", "2026-11-23"])
ROLES = ["author", "chief-editor", "editor", "compiler", "translator", "illustrator", "responsible-editor", "reviewer"]
FACTS = {
    "subtitle": ODD_WORDS,
    "language": st.sampled_from(["zh-Hans", "zh-Hant-TW", "zh", "en", "ar", "x"]),
    "creators": st.lists(
        st.fixed_dictionaries({"name": ODD_WORDS}, optional={"role": st.sampled_from(ROLES)}), max_size=4
    ),
    "publisher": ODD_WORDS,
    "address": ODD_WORDS,
    "website": st.sampled_from(["", "https://example.org/", "example.org", "桥"]),
    "url": st.sampled_from(["", "https://example.org/bridges/", "http://例子.org", "ftp://x"]),
    "printing": ODD_WORDS,
    "price": ODD_WORDS,
    "cip": ODD_WORDS,
    "date": DATES,
    "edition": ODD_WORDS,
    "rights": ODD_WORDS,
    "description": ODD_WORDS,
    "cover": st.sampled_from(["", "images/a.svg", "images/none.png"]),
    "subjects": st.lists(ODD_WORDS, max_size=3),
    "numbering": st.fixed_dictionaries(
        {},
        optional={
            "chapter": st.sampled_from(["第{一}章", "{1}", "", "第{一}"]),
            "section": st.sampled_from(["1.1", "（一）", ""]),
        },
    ),
    "references": st.fixed_dictionaries(
        {},
        optional={
            "style": st.sampled_from(
                [
                    "gb-t-7714-2025",
                    "gb-t-7714-2015",
                    "gb-t-7714-2025-author-date",
                    "gb-t-7714-2025-notes",
                    "short-notes",
                    "none",
                ]
            ),
            "lists": st.sampled_from(["book", "chapter"]),
            "order": st.sampled_from(["pinyin", "stroke"]),
            "repeated": st.sampled_from(["full", "short", "ibid", "同上"]),
        },
    ),
    "glossary": st.fixed_dictionaries({}, optional={"order": st.sampled_from(["given", "pinyin", "stroke"])}),
    "print": st.fixed_dictionaries(
        {},
        optional={
            "trim": st.sampled_from(["32k", "large-32k", "a5", "16k", "large-16k", "a4"]),
            "theme": st.sampled_from(["book", "report", "gongwen"]),
            "cover": st.booleans(),
            "half-title": st.booleans(),
            "reference-pages": st.booleans(),
            "autospace": st.sampled_from(["1/8", "1/4"]),
            "variant": st.sampled_from(["pdf/ua-1", "pdf/a-3u", "pdf/x-4"]),
        },
    ),
}
NAMES = ["chapters/01.md", "chapters/02.md", "front/preface.md", "back/conclusion.md"]
MADE = st.lists(st.sampled_from(["glossary", "references", "index", "figures", "tables"]), unique=True, max_size=5)


def titled(facts: dict[str, Any], made: list[str], texts: list[str]) -> dict[str, str]:
    """The files of a title: as many chapters and other parts as there are texts."""
    files = dict(zip(NAMES, texts, strict=False))
    parts = {
        home: [name for name in files if name.startswith(start)]
        for home, start in (("front", "fr"), ("body", "ch"), ("back", "ba"))
    }
    parts["back"] += made
    whole = {"title": "桥", "identifiers": {"uuid": UUID}, **facts, "parts": parts}
    return {"title.yaml": yaml.safe_dump(whole, allow_unicode=True), **files}


TITLES = st.builds(
    titled, st.fixed_dictionaries({}, optional=FACTS), MADE, st.lists(ANY_CHAPTERS, min_size=1, max_size=len(NAMES))
)
