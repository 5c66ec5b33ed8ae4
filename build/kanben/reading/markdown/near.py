"""Ask pandoc about the paragraphs of a chapter that were edited, and put its answer among the older ones.

One question holds each paragraph as it was and as it is, and the notes that they call. Where an old one is answered as
in the chapter, and stands there once, the new one takes its place. So much of Markdown reaches over the end of a
paragraph that only plain ones are read so: a single line that begins with a Chinese word, with nothing but notes that
would make pandoc look elsewhere, in a chapter without fences and rules. All else is read in full.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

MOST = 4
"""So many paragraphs may have been edited."""
APART = "\n\n"
NOTE = re.compile(r"\[\^([^\]\s]+)\]")
PLAIN = re.compile(r"\d*[\u3400-\u9fff“‘《（][^\n\r\t`\\$<]*")
BRACKETED = re.compile(r"\[([^\[\]]*)\]")
ELSEWHERE = re.compile(r"\r|^\s*(?:```|~~~)|[-=] *$|\]:", re.MULTILINE)
"""What may make something else of a paragraph: carriage returns, fences, lines below headings and in tables, and, where
notes are put aside, addresses of links."""
HEADING = re.compile(r"^[^#\n]*#+ *(.*?)[ #]*(?:\{.*\} *)?$", re.MULTILINE)
"""Wherever it stands: in a quotation, in a list."""
NUMBER = re.compile(rb'("citationNoteNum":)\d+')
BLOCKS = '"blocks":['


class Said(NamedTuple):
    """A text, and pandoc's answer about it (JSON)."""

    text: str
    answer: bytes


class Edit(NamedTuple):
    """A paragraph as it was and as it is: its words, or the answer about them."""

    before: str
    after: str


def uncounted(answer: bytes) -> bytes:
    """An answer without the numbers of notes in citations, which count all before them and are not used here."""
    return NUMBER.sub(rb"\g<1>0", answer)


def answer_near(known: Said, text: str, ask: Callable[[str], bytes]) -> bytes | None:
    """The answer about a text, by way of the one about an earlier text; nothing where it has to be read in full."""
    edits = edits_of(known.text.split(APART), text.split(APART))
    if not edits or not stand_alone(edits, known.text):
        return None
    words = chain.from_iterable(edits)
    question = APART.join([*words, *notes_of([edit.before for edit in edits], text)])
    answers = paragraphs(uncounted(ask(question)).decode())
    if len(answers) != 2 * len(edits):
        return None
    return exchanged(known.answer.decode(), list(map(Edit, answers[::2], answers[1::2])))


def edits_of(before: Sequence[str], after: Sequence[str]) -> list[Edit]:
    """The paragraphs in which two texts differ; none where anything else does."""
    if len(before) != len(after):
        return []
    edits = [Edit(*both) for both in zip(before, after, strict=True) if both[0] != both[1]]
    return edits if len(edits) <= MOST and all(map(PLAIN.fullmatch, chain.from_iterable(edits))) else []


def stand_alone(edits: Sequence[Edit], text: str) -> bool:
    """Whether nothing else of a text has a part in what pandoc makes of paragraphs, but the notes that they call."""
    if ELSEWHERE.search(NOTE.sub("", text)) or any(text.count(edit.before) != 1 for edit in edits):
        return False
    if not all(set(NOTE.findall(edit.after)) <= set(NOTE.findall(edit.before)) for edit in edits):
        return False
    headings = {as_named(heading) for heading in HEADING.findall(text)}
    return all(is_apart(words, headings) for words in chain.from_iterable(edits))


def is_apart(words: str, headings: set[str]) -> bool:
    """Whether brackets are in pairs, none in another, and none names a heading."""
    if re.search(r"[\[\]]", BRACKETED.sub("", words)):
        return False
    return not any(as_named(name) in headings for name in BRACKETED.findall(words))


def as_named(words: str) -> str:
    return " ".join(words.split()).casefold()


def notes_of(paragraphs: Sequence[str], text: str) -> Iterator[str]:
    """The lines that say the notes of paragraphs."""
    for name in dict.fromkeys(NOTE.findall("".join(paragraphs))):
        yield from re.findall(rf"^\[\^{re.escape(name)}\]:.*$", text, re.MULTILINE)


def paragraphs(answer: str) -> list[str]:
    """The JSON of each paragraph in an answer; none where there is anything else."""
    read, found = json.JSONDecoder(), list[str]()
    at = answer.index(BLOCKS) + len(BLOCKS)
    while answer[at] != "]":
        block, end = read.raw_decode(answer, at)
        if block["t"] != "Para":
            return []
        found.append(answer[at:end])
        at = end + (answer[end] == ",")
    return found


def exchanged(answer: str, edits: Sequence[Edit]) -> bytes | None:
    """An answer with new paragraphs in the place of old ones, where each of these stands there once."""
    if any(answer.count(edit.before) != 1 for edit in edits):
        return None
    made, at = list[str](), 0
    for spot, edit in sorted((answer.index(edit.before), edit) for edit in edits):
        made += answer[at:spot], edit.after
        at = spot + len(edit.before)
    return "".join([*made, answer[at:]]).encode()
