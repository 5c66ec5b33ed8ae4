"""Words fit to be said a second time: in the contents, beside a link, on a card."""

from dataclasses import replace

from kanben.book.changes import Change
from kanben.book.inlines import Cite, CitedWork, CrossReference, Foreign, IndexMark, Link, Note, PageBreak, Styled, Term
from kanben.book.node import Inline, Inlines


def bare(words: Inlines, cites: bool = True) -> Inlines:
    """The words as they now are with their dress, without notes, page marks, links and ids; on wish no citations."""
    found: list[Inline] = []
    for word in words:
        match word:
            case Note() | PageBreak():
                continue
            case Cite() if not cites:
                continue
            case Term() | IndexMark() | Cite() | CitedWork() | CrossReference() | Link() | Change():
                found.extend(bare(word.children, cites))
            case Styled() | Foreign():
                found.append(replace(word, children=bare(word.children, cites)))
            case _:
                found.append(word)
    return tuple(found)
