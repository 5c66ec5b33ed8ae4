"""Traditional characters in a Simplified book, and Simplified ones in its passages in Traditional Chinese."""

import re
from collections.abc import Iterator

from kanben.book.passage import Passage
from kanben.proof.text.galley import CHINESE, Galley, told
from kanben.script.conversion import converted
from kanben.trouble import Trouble

RESTORED = frozenset("喆淼堃犇龢迺昇陞甯祕頫谿筦澂劄吒毘絜濬甦邨氾塚")
"""Characters of names, which 通用规范汉字表 (2013) has again, or Japanese names have."""
TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo", "lzh-hant")


def other_script(galley: Galley) -> Iterator[Trouble]:
    """Names of the glossary, and what is marked {.keep}, are as the editor wants them."""
    names = re.compile("|".join(re.escape(word) for words in galley.names for word in words) or "(?!)")
    for passage in galley.passages:
        named = {at for name in names.finditer(passage.text) for at in range(*name.span())}
        for at, form in in_script(passage, "t2s", "gb2312"):
            if at not in passage.kept | named and passage.text[at] not in RESTORED:
                yield told("traditional-character", passage, at, at + 1, form, character=passage.text[at])
    for passage in galley.foreign:
        if passage.language.lower().startswith(TRADITIONAL):
            for at, form in in_script(passage, "s2t", "big5"):
                yield told("simplified-character", passage, at, at + 1, form, character=passage.text[at])


def in_script(passage: Passage, conversion: str, charset: str) -> Iterator[tuple[int, str]]:
    """The characters that a conversion changes and that the script's own charset has not, with what they become."""
    text = passage.text
    if not CHINESE.search(text):
        return
    for at, (typed, form) in enumerate(zip(text, converted(conversion, text), strict=False)):
        if typed != form and CHINESE.match(typed) and not has(charset, typed):
            yield at, form


def has(charset: str, character: str) -> bool:
    """GB 2312 has the characters of Simplified Chinese (著, 乾, 於 among them), Big5 those of Traditional."""
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
