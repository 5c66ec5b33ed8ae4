"""Paragraphs and sentences that stand twice: pasted again, or moved and not taken away."""

import re
from collections import deque
from collections.abc import Iterator

from kanben.book.passage import Passage
from kanben.proof.text.galley import Galley, told
from kanben.trouble import Trouble

SENTENCE = re.compile("[^。！？]+[。！？]+[”’）]*")
BESIDES = re.compile(r"[\W_]+")
QUOTED = "“‘「"
LEAST_OF_A_SENTENCE, LEAST_OF_A_PARAGRAPH = 15, 40
NEAR = 3  # paragraphs in which nobody says a sentence again
SHOWN = 12


def said_twice(galley: Galley) -> Iterator[Trouble]:
    """A paragraph anywhere in the book; of others a sentence, under one heading and near."""
    wholes: dict[str, Passage] = {}
    near: deque[set[str]] = deque(maxlen=NEAR)
    for passage in galley.passages:
        if passage.kind == "heading":
            near.clear()
        if passage.kind != "paragraph" or len(SENTENCE.findall(passage.text)) < 2:
            continue  # a work that is cited in a note has one
        words = bare(passage.text)
        first = wholes.setdefault(words, passage)
        if first is not passage and len(words) >= LEAST_OF_A_PARAGRAPH:
            yield told("repeated-paragraph", passage, 0, SHOWN, first=str(first.places[0]))
        else:
            yield from repeated_sentences(passage, near)


def repeated_sentences(passage: Passage, near: deque[set[str]]) -> Iterator[Trouble]:
    """What is quoted may be taken up again."""
    near.append(set())
    for sentence in SENTENCE.finditer(passage.text):
        words = bare(sentence[0])
        if len(words) < LEAST_OF_A_SENTENCE or sentence[0][0] in QUOTED:
            continue
        if any(words in said for said in near):
            yield told("repeated-sentence", passage, sentence.start(), sentence.end())
        near[-1].add(words)


def bare(words: str) -> str:
    return BESIDES.sub("", words)
