"""Ask OpenCC how a text is written in the other script."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import opencc
from opencc import OpenCC

from kanben.script.choices import CHOICES

MARK = "\ue000"
PHRASES = ("STPhrases.ocd2", "STPhrases_GeneratedFromRegionalPhrases.ocd2")


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
    with TemporaryDirectory() as folder:  # OpenCC reads its settings from files alone, and when it is made
        Path(folder, "marks.txt").write_text("".join(f"{each}\t{each}{MARK}\n" for each in CHOICES), encoding="utf-8")
        Path(folder, "marking.json").write_text(json.dumps(settings), encoding="utf-8")
        return OpenCC(str(Path(folder, "marking.json")))


def dictionary(name: str) -> dict[str, str]:
    """One of the dictionaries that OpenCC brings."""
    return {"type": "ocd2", "file": str(next(Path(opencc.__file__).parent.rglob(name)))}
