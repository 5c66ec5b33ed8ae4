"""Full-width marks, letters and digits where Latin is written."""

import re
import unicodedata
from collections.abc import Iterator

from kanben.book.passage import Passage
from kanben.proof.text.galley import HAN, Galley, matches, told
from kanben.trouble import Trouble

NARROW = dict(zip("，。；：？！（）", ",.;:?!()", strict=True))
RUN = re.compile(f"[^{HAN}“”‘’《》、]+")
MARK = re.compile("(?<=[A-Za-z0-9)])[，。；：？！（）]|[（）](?=[A-Za-z])")
WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
SENTENCE = 5  # so many Latin words in a row, most of them in small letters, are a sentence of their own
LETTERS = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?")


def wide_marks_in_latin(galley: Galley) -> Iterator[Trouble]:
    """In passages in another language, and in Chinese text where a whole sentence is Latin."""
    for passage in galley.foreign:
        if not passage.language.lower().startswith(("zh", "ja", "ko")):
            yield from marks(passage, 0, passage.text)
    for passage, run in matches(RUN, galley):
        small = [word for word in WORD.findall(run[0]) if word.islower()]
        if len(small) >= SENTENCE:
            yield from marks(passage, run.start(), run[0].rstrip("，。；：？！（）"))


def marks(passage: Passage, begin: int, text: str) -> Iterator[Trouble]:
    for mark in MARK.finditer(text):
        yield told("wide-mark-in-latin", passage, begin + mark.start(), begin + mark.end(), NARROW[mark[0]])


def wide_letters(galley: Galley) -> Iterator[Trouble]:
    for passage in (*galley.passages, *galley.foreign):
        for found in LETTERS.finditer(passage.text):
            narrow = unicodedata.normalize("NFKC", found[0])
            yield told("wide-letter", passage, found.start(), found.end(), narrow)
