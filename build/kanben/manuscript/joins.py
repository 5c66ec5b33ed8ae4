"""Join the lines of a paragraph that pages or a narrow column have cut; each rule says how sure it is."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kanben.manuscript.lines import Line, width
from kanben.manuscript.notes import CALL_MARK

SURE = 0.8
"""From this confidence on lines are joined; below it they stay apart, and a doubt is told as a proposal."""
DOUBT = 0.1

ENDS = ("。", "！", "？", "!", "?", "…", "——", "：", ":")
CLOSERS = "\"'”’」』》）)】〕"
ATTRIBUTION = re.compile(r"(?:——|—|──|--)\s*[^\s—。！？；，：…][^。！？；，：…]{0,19}")
CAPTION = re.compile(r"[图表]\s*[0-9一二三四五六七八九十]+(?:[-.—][0-9]+)?[\s：:]")
ITEM = re.compile(r"(?:[•●■◆▪·]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[0-9]{1,2}[.．、](?!\d))\s*\S")
PAUSE = re.compile(r"[，、；：,;]")
PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("（", "）"), ("《", "》"), ("〈", "〉"))


@dataclass(frozen=True, slots=True)
class Layout:
    """`measure` is the width of a full line in em; `wrapped` a column of cut lines; `spaced` blank lines between.

    `page_starts` are the numbers of lines where a page may have begun without a sign of it.
    """

    measure: float
    wrapped: bool
    indented: bool
    spaced: bool
    page_starts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Cut:
    """A place between two lines of text. `said` is the paragraph so far, without note calls."""

    said: str
    before: Line
    after: Line


Rule = Callable[[Cut, Layout], float | None]
"""Gives the confidence that the lines are one paragraph, or None where it cannot tell."""


def layout_of(lines: Sequence[Line]) -> Layout:
    """Measure how the manuscript sets its lines."""
    text = [line for line in lines if line.role == "text"]
    close = [width(a.text) + a.indent / 2 for a, b in pairwise(text) if b.gap == "line"]
    widest = max(close, default=0.0)
    full = sum(w >= widest * 0.85 for w in close)
    wrapped = bool(close) and full >= len(close) * 0.5 and len(close) * 2 >= len(text) and widest <= 60
    indented = sum(line.indent >= 2 for line in text) >= 0.15 * len(text) > 0
    spaced = sum(line.gap == "blank" for line in text) > 2 * len(close)
    return Layout(widest if wrapped else column_of(text), wrapped, indented, spaced)


def column_of(text: Sequence[Line]) -> float:
    """Guess the width of the printed column from paragraphs that were cut: their length is a whole number of lines."""
    cut = [width(line.text) + 2 for line in text if len(line.text) > 15 and not is_sentence_end(line.text)]
    votes = Counter(m for m in range(15, 46) for w in cut if w % m == 0)
    return float(max(votes, key=lambda m: (votes[m], m), default=0)) if len(cut) >= 10 else 0.0


def is_sentence_end(text: str) -> bool:
    return text.rstrip(CLOSERS).endswith(ENDS)


def is_open(text: str) -> bool:
    """Whether a quotation or a bracket, of whatever width, has been opened and not closed."""
    alike = text.replace("(", "（").replace(")", "）")
    return any(alike.rfind(opener) > alike.rfind(closer) for opener, closer in PAIRS)


def fills_its_line(cut: Cut, layout: Layout) -> bool:
    """Whether the paragraph so far ends where a line of the printed column ends, give or take what justifying hides."""
    if not layout.measure:
        return True
    left = (width(cut.said) + 2) % layout.measure
    return left <= 1 or left > layout.measure - 4.5


def lone_notes_stand_apart(cut: Cut, layout: Layout) -> float | None:
    return 0.05 if cut.before.lone or cut.after.lone else None


def captions_stand_apart(cut: Cut, layout: Layout) -> float | None:
    return 0.02 if CAPTION.match(cut.before.text) or CAPTION.match(cut.after.text) else None


def attributions_stand_apart(cut: Cut, layout: Layout) -> float | None:
    said_by = ATTRIBUTION.fullmatch(cut.before.text) or ATTRIBUTION.fullmatch(CALL_MARK.sub("", cut.after.text))
    return 0.03 if said_by else None


def items_start_paragraphs(cut: Cut, layout: Layout) -> float | None:
    ended = cut.said.endswith(("；", ";", "，", "：")) or is_sentence_end(cut.said)
    return 0.05 if ended and ITEM.match(cut.after.text) else None


def indents_start_paragraphs(cut: Cut, layout: Layout) -> float | None:
    if not layout.indented or cut.after.indent < 2:
        return None
    return 0.03 if is_sentence_end(cut.said) else 0.4


def short_lines_are_doubtful(cut: Cut, layout: Layout) -> float | None:
    """A paragraph's first line that neither ends a sentence nor fills the column may be a heading of its own."""
    first = cut.said == CALL_MARK.sub("", cut.before.text) and not PAUSE.search(cut.said)
    short = width(cut.before.text) + 2 < (layout.measure or 19) * 0.8
    return 0.5 if first and short and not is_sentence_end(cut.said) and not is_open(cut.said) else None


def open_sentences_go_on(cut: Cut, layout: Layout) -> float | None:
    return None if is_sentence_end(cut.said) else 0.98


def open_quotations_go_on(cut: Cut, layout: Layout) -> float | None:
    return 0.85 if is_open(cut.said) and not cut.after.text.startswith(tuple("“‘「『")) else None


def unindented_lines_go_on(cut: Cut, layout: Layout) -> float | None:
    """Where paragraphs are indented, a line that is not belongs to the one before."""
    if not layout.indented:
        return None
    return {"line": 0.95, "page": 0.9, "blank": 0.6}[cut.after.gap]


def full_lines_go_on(cut: Cut, layout: Layout) -> float | None:
    if not layout.wrapped or cut.after.gap != "line":
        return None
    return 0.85 if width(cut.before.text) + cut.before.indent / 2 >= layout.measure - 1.5 else 0.05


def missing_blank_lines_are_doubtful(cut: Cut, layout: Layout) -> float | None:
    """Where blank lines part paragraphs, a sentence that ends a line without one may go on."""
    return 0.5 if layout.spaced and cut.after.gap == "line" else None


def page_ends_are_doubtful(cut: Cut, layout: Layout) -> float | None:
    """A sentence that ends with the last line of a page may have been cut there: it fills its line to the end."""
    told = cut.after.foot or cut.after.gap == "page"
    if not (told or cut.after.number in layout.page_starts) or not fills_its_line(cut, layout):
        return None
    return 0.3 if told else 0.2


def sentence_ends_end_paragraphs(cut: Cut, layout: Layout) -> float | None:
    return 0.05


RULES: tuple[Rule, ...] = (
    lone_notes_stand_apart,
    captions_stand_apart,
    attributions_stand_apart,
    items_start_paragraphs,
    indents_start_paragraphs,
    short_lines_are_doubtful,
    open_sentences_go_on,
    open_quotations_go_on,
    unindented_lines_go_on,
    full_lines_go_on,
    missing_blank_lines_are_doubtful,
    page_ends_are_doubtful,
    sentence_ends_end_paragraphs,
)
"""Asked in this order; the first that can tell decides."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is that two lines are one paragraph, and which rule said so."""

    rule: str
    confidence: float


def judge(cut: Cut, layout: Layout) -> Verdict:
    for rule in RULES:
        if (confidence := rule(cut, layout)) is not None:
            return Verdict(rule.__name__, confidence)
    raise AssertionError("the last rule always decides")
