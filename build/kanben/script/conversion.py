"""Ask OpenCC how a text is written in the other script."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import opencc
from opencc import OpenCC

from kanben.script.choices import CHOICES

MARK = "\ue000"
PHRASES = ("STPhrases.ocd2", "STPhrases_GeneratedFromRegionalPhrases.ocd2")
CHARACTERS, TAIWAN, WORDS = "STCharacters.ocd2", ("TWVariantsPhrases.ocd2", "TWVariants.ocd2"), "TWPhrases.ocd2"


def converted(conversion: str, text: str, rare: bool = False) -> str:
    """A text by one of OpenCC's conversions: s2tw, t2s. Those between scripts keep the number of characters.

    `rare` characters, which few fonts have, are for a search, not for a book.
    """
    whole: str = converter(conversion, rare).convert(text)
    return whole


@cache
def converter(conversion: str, rare: bool) -> OpenCC:
    return OpenCC(conversion, rare)


def by_default(text: str) -> set[int]:
    """The places of characters with several Traditional forms that no phrase of the dictionary decides."""
    found, at = set(), 0
    for character in marking().convert(text):
        if character == MARK:
            found.add(at - 1)
        else:
            at += 1
    return found


@cache
def marking() -> OpenCC:
    """A conversion that leaves phrases to the dictionary and marks each character of many forms outside of them."""
    phrases = {"type": "group", "match_policy": "union", "dicts": [dictionary(name) for name in PHRASES]}
    marks = {"type": "text", "file": "marks.txt"}
    chain = {"dict": {"type": "group", "match_policy": "short_circuit", "dicts": [phrases, marks]}}
    settings = {"name": "marking", "segmentation": {"type": "mmseg", "dict": phrases}, "conversion_chain": [chain]}
    return made_of(settings, "".join(f"{each}\t{each}{MARK}\n" for each in CHOICES))


@cache
def for_search(worded: bool) -> OpenCC:
    """A conversion to what Taiwan writes, `worded` with its words, for a search.

    It knows no phrases, whose dictionary takes a tenth of a second to load: what depends on them is not found.
    """
    first = {"dict": dictionary(CHARACTERS)}
    names = (WORDS, *TAIWAN) if worded else TAIWAN
    then = {"dict": {"type": "group", "match_policy": "short_circuit", "dicts": [dictionary(name) for name in names]}}
    pieces = {"type": "mmseg", "dict": dictionary(TAIWAN[0])}
    return made_of({"name": "search", "segmentation": pieces, "conversion_chain": [first, then]})


def made_of(settings: Mapping[str, object], marks: str = "") -> OpenCC:
    """A conversion of our own. OpenCC reads its settings from files alone, and when it is made."""
    with TemporaryDirectory() as folder:
        Path(folder, "marks.txt").write_text(marks, encoding="utf-8")
        Path(folder, "own.json").write_text(json.dumps(settings), encoding="utf-8")
        return OpenCC(str(Path(folder, "own.json")))


def dictionary(name: str) -> dict[str, str]:
    """One of the dictionaries that OpenCC brings."""
    return {"type": "ocd2", "file": str(next(Path(opencc.__file__).parent.rglob(name)))}
