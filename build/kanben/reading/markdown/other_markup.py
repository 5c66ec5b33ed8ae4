"""Refuse markup of other kinds: HTML, TeX and metadata in a chapter do nothing here, and would be printed as typed."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kanben.place import Place
from kanben.reading.markdown.lines import Line, lines_of
from kanben.trouble import Trouble, trouble

ELEMENTS = (
    "a|abbr|address|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|"
    "col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|"
    "h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|math|meta|nav|noscript|"
    "object|ol|optgroup|option|p|param|picture|pre|q|rp|rt|ruby|s|samp|script|section|select|small|source|span|strike|"
    "strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|"
    "video|wbr"
)
VALUE = r"""\s+[A-Za-z][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)"""
HTML = re.compile(rf"(?<!\\)(?:<!--|<!DOCTYPE\b|<!\[CDATA\[|<\?[a-z]+|</?(?:{ELEMENTS})(?:{VALUE})*\s*/?>)", re.I)
"""A tag of an element that HTML has, so that `<名>` and `List<T>` stay words; or what is no element."""
TEX = re.compile(
    r"(?<!\\)\\(?:[A-Za-z]+\*?(?:\[[^\]\n]*\])?\{|"
    r"(?:noindent|newpage|clearpage|pagebreak|newline|linebreak|qquad|quad|ldots|centering|par)(?![A-Za-z]))"
)
FORMULA = re.compile(r"(?<!\\)\$\$.+?\$\$|(?<![\\$])\$(?=[^\s$])(?:\\.|[^$\\])*?(?<!\s)\$(?!\d)", re.S)
RAW = re.compile(r"\{=[A-Za-z]\w*\}")
"""Behind code: what is meant for one edition alone."""
KEY = re.compile(r"[A-Za-z][\w-]*:(?:\s|$)")
FRONT = "---"
COVER = "\ufffc"


def other_markup(file: str, text: str, lines: Sequence[Line]) -> Iterator[Trouble]:
    """The first of each kind on a line; `lines` are those outside code, with code spans covered."""
    yield from metadata(file, text)
    for fence in (line for line in lines_of(text) if line.fence):
        yield from found_in(RAW, file, fence)
    for line in without_formulas(lines):
        yield from found_in(HTML, file, line)
        yield from found_in(TEX, file, line)
        yield from found_in(RAW, file, line)


def metadata(file: str, text: str) -> Iterator[Trouble]:
    """What other programs take for metadata pandoc sets as a table."""
    first, _, rest = text.partition("\n")
    if first.rstrip() == FRONT and KEY.match(rest):
        yield trouble("chapter-metadata", Place(file, 1, 1))


def found_in(pattern: re.Pattern[str], file: str, line: Line) -> Iterator[Trouble]:
    if found := pattern.search(line.text):
        yield trouble("other-markup", Place(file, line.number, found.start() + 1), words=found[0])


def without_formulas(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with their formulas covered, which may run on over the lines of a paragraph."""
    for is_empty, group in groupby(lines, key=lambda line: not line.text.strip()):
        paragraph = list(group)
        text = "\n".join(line.text for line in paragraph)
        if is_empty or "$" not in text:
            yield from paragraph
            continue
        rows = FORMULA.sub(lambda formula: re.sub(".", COVER, formula[0]), text).split("\n")
        yield from (Line(line.number, row) for line, row in zip(paragraph, rows, strict=True))
