"""Name the slip behind broken YAML: the parser tells only where it could go no further, and in its own words."""

import re
from collections.abc import Callable, Iterator

import yaml

from kanben.place import Place
from kanben.trouble import Trouble, trouble

TAB = re.compile(r" *(\t)")
KEY = re.compile(r"\s*(?:- +)?([A-Za-z][\w-]*)(：|:(?!//)(?=\S))", re.ASCII)
WIDE = {"：": ":", "，": ",", "［": "[", "］": "]", "｛": "{", "｝": "}", "“": '"', "”": '"'}
QUOTED = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'')
START = re.compile(r"found character '(.+)' that cannot start")
SECOND_COLON = "mapping values are not allowed"
ASTRAY = (SECOND_COLON, "expected <block end>, but found '<block", "expected '<document start>', but found '<block")

Slip = Callable[[str, str, yaml.MarkedYAMLError], Iterator[Trouble]]


def yaml_trouble(text: str, file: str, error: yaml.MarkedYAMLError) -> Trouble:
    """The likeliest slip, at its own place; where none is seen, what the parser says."""
    found = (fault for slip in SLIPS for fault in slip(text, file, error))
    return next(found, trouble("bad-yaml", place_of(file, text, index_of(error)), problem=problem_of(error)))


def tabs(text: str, file: str, error: yaml.MarkedYAMLError) -> Iterator[Trouble]:
    """YAML is moved in by spaces alone."""
    start, row = next(rows_at(text, error))
    if tab := TAB.match(row):
        yield trouble("yaml-tab", place_of(file, text, start + tab.start(1)))


def colons(text: str, file: str, error: yaml.MarkedYAMLError) -> Iterator[Trouble]:
    """A key's colon is typed wide, or no space is behind it; the parser sees it on the next line."""
    for start, row in rows_at(text, error):
        if key := KEY.match(row):
            yield trouble("yaml-colon", place_of(file, text, start + key.start(2)), key=key[1], colon=key[2])


def wide_marks(text: str, file: str, error: yaml.MarkedYAMLError) -> Iterator[Trouble]:
    """A wide mark within brackets, where only a plain one ends an item."""
    if in_brackets(error):
        start, end = opened_at(error), index_of(error)
        bare = QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), text[start:end])
        if spots := [n for n, char in enumerate(bare, start) if char in WIDE]:
            mark = text[spots[-1]]
            yield trouble("yaml-wide-mark", place_of(file, text, spots[-1]), mark=mark, plain=WIDE[mark])


def open_brackets(text: str, file: str, error: yaml.MarkedYAMLError) -> Iterator[Trouble]:
    """A bracket that its line does not close."""
    start = opened_at(error)
    if in_brackets(error) and "\n" in text[start : index_of(error)]:
        yield trouble("yaml-open", place_of(file, text, start), mark=text[start])


def open_quotes(text: str, file: str, error: yaml.MarkedYAMLError) -> Iterator[Trouble]:
    start = opened_at(error)
    if "quoted scalar" in str(error.context):
        yield trouble("yaml-open", place_of(file, text, start), mark=text[start])


def second_colons(text: str, file: str, error: yaml.MarkedYAMLError) -> Iterator[Trouble]:
    """A colon within a value."""
    start, row = next(rows_at(text, error))
    if problem_of(error).startswith(SECOND_COLON) and ": " in row[: index_of(error) - start]:
        yield trouble("yaml-second-colon", place_of(file, text, index_of(error)))


def indents(text: str, file: str, error: yaml.MarkedYAMLError) -> Iterator[Trouble]:
    if problem_of(error).startswith(ASTRAY):
        yield trouble("yaml-indent", place_of(file, text, index_of(error)))


def trailing_words(text: str, file: str, error: yaml.MarkedYAMLError) -> Iterator[Trouble]:
    """Words behind the quote or bracket that ended a value, perhaps because an earlier quote is open."""
    if problem_of(error).endswith("'<scalar>'"):
        yield trouble("yaml-trailing", place_of(file, text, index_of(error)))


def reserved_marks(text: str, file: str, error: yaml.MarkedYAMLError) -> Iterator[Trouble]:
    if start := START.match(problem_of(error)):
        yield trouble("yaml-reserved", place_of(file, text, index_of(error)), mark=start[1])


SLIPS: tuple[Slip, ...] = (
    tabs,
    colons,
    wide_marks,
    open_brackets,
    open_quotes,
    second_colons,
    indents,
    trailing_words,
    reserved_marks,
)


def rows_at(text: str, error: yaml.MarkedYAMLError) -> Iterator[tuple[int, str]]:
    """The line where the parser stopped, then the last one above it that is not empty, each with its offset."""
    start = text.rfind("\n", 0, index_of(error)) + 1
    yield start, text[start:].split("\n", 1)[0]
    if above := text[:start].rstrip():
        start = above.rfind("\n") + 1
        yield start, above[start:]


def in_brackets(error: yaml.MarkedYAMLError) -> bool:
    return str(error.context).startswith("while parsing a flow") and "expected ','" in problem_of(error)


def problem_of(error: yaml.MarkedYAMLError) -> str:
    return str(error.problem or error.context)


def index_of(error: yaml.MarkedYAMLError) -> int:
    """The character where the parser stopped."""
    mark = error.problem_mark or error.context_mark
    return mark.index if mark else 0


def opened_at(error: yaml.MarkedYAMLError) -> int:
    """The bracket or quote that the parser was in."""
    return error.context_mark.index if error.context_mark else index_of(error)


def place_of(file: str, text: str, index: int) -> Place:
    return Place(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
