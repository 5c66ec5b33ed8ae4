"""Find the headings: by the schemes of their numbers, by their names, and by the table of contents."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kanben.manuscript.furniture import HEAD_LIMIT
from kanben.manuscript.lines import Line, width
from kanben.manuscript.numerals import value_of
from kanben.manuscript.traced import NOTHING, Traced, squeeze

Scheme = str
CN, AR, S = "[一二三四五六七八九十百零〇]{1,6}", "[0-9０-９]{1,4}", r"[\s\u3000]"
SCHEMES: Mapping[Scheme, re.Pattern[str]] = {
    "chapter": re.compile(rf"(?P<mark>第{S}*(?P<value>{CN}|{AR}){S}*(?:章|部分|篇|编|讲)){S}*(?P<title>.*)"),
    "section-word": re.compile(rf"(?P<mark>第{S}*(?P<value>{CN}|{AR}){S}*节){S}*(?P<title>.*)"),
    "decimal": re.compile(rf"(?P<mark>(?P<value>[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,3}})){S}+(?P<title>\D.*)"),
    "list": re.compile(rf"(?P<mark>(?P<value>{CN})、){S}*(?P<title>\S.*)"),
    "bracket": re.compile(rf"(?P<mark>[（(](?P<value>{CN})[）)]){S}*(?P<title>\S.*)"),
    "point": re.compile(rf"(?P<mark>(?P<value>{AR})[.．、](?!\d)){S}*(?P<title>\S.*)"),
    "bracket-point": re.compile(rf"(?P<mark>[（(](?P<value>{AR})[）)]){S}*(?P<title>\S.*)"),
}
"""From the outermost level to the innermost."""

NAMED: Mapping[str, str] = {
    **dict.fromkeys(("前言", "序", "序言", "自序", "引言", "导言", "导语", "绪言", "摘要", "内容提要"), "preface"),
    **dict.fromkeys(("结语", "结束语", "结论", "余论", "尾声", "后记", "附录", "致谢"), "conclusion"),
    **dict.fromkeys(("名词解释", "术语解释", "术语表", "词汇表", "名词术语", "专业名词解释"), "glossary"),
    **dict.fromkeys(("参考文献", "参考书目", "主要参考文献", "参考资料"), "references"),
    **dict.fromkeys(("编写说明", "编制说明", "编后记", "编后语", "编者说明", "出版说明"), "colophon"),
    **dict.fromkeys(("注释", "注", "尾注"), "notes"),
}
TERMINAL = re.compile(r"[。！？；，：…、]$")


@dataclass(frozen=True, slots=True)
class Found:
    """A heading: `lines` are the spots it takes, `mark` its typed number, `values` (2, 1) for 2.1."""

    lines: tuple[int, ...]
    kind: str
    scheme: Scheme
    level: int
    mark: Traced
    values: tuple[int, ...]
    title: Traced
    confidence: float


def named_kind(line: Line) -> str:
    return NAMED.get(squeeze(line.text), "")


def candidates(lines: tuple[Line, ...], known: frozenset[str], measure: float) -> Iterator[Found]:
    """Every line that has the look of a heading, whatever its number; schemes decide later."""
    for spot, line in enumerate(lines):
        if line.role != "text":
            continue
        if kind := named_kind(line):
            yield Found((spot,), kind, "", 1, NOTHING, (), line.words, 0.95)
        elif found := numbered(lines, spot, known, measure):
            yield found
        elif squeeze(line.text) in known and len(line.text) <= HEAD_LIMIT:
            yield Found((spot,), "unnumbered", "", 1, NOTHING, (), line.words, 0.9)


def numbered(lines: tuple[Line, ...], spot: int, known: frozenset[str], measure: float) -> Found | None:
    """A heading with a number, taking the line after it where 第一章 stands alone."""
    line = lines[spot]
    for scheme, pattern in SCHEMES.items():
        if not (match := pattern.fullmatch(line.text)):
            continue
        values = tuple(value_of(part) for part in match["value"].split("."))
        mark = line.words.cut(match.start("mark"), match.end("mark"))
        title = line.words.cut(match.start("title"))
        taken: tuple[int, ...] = (spot,)
        if not title.text and spot + 1 < len(lines) and is_title_line(lines[spot + 1], measure):
            title, taken = lines[spot + 1].words, (spot, spot + 1)
        listed = squeeze(mark.text + title.text) in known
        if title.text and (listed or looks_like_heading(line, measure)):
            return Found(taken, "chapter", scheme, 0, mark, values, title, 0.99 if listed else 0.9)
        return None
    return None


def is_title_line(line: Line, measure: float) -> bool:
    """Whether a line can be the title of the chapter whose number stands above it."""
    numbered = any(pattern.fullmatch(line.text) for pattern in SCHEMES.values())
    return looks_like_heading(line, measure) and not numbered and not named_kind(line)


def looks_like_heading(line: Line, measure: float) -> bool:
    """Short, not ended like a sentence, and not as wide as a full line of a wrapped column."""
    wide = bool(measure) and width(line.text) + line.indent / 2 >= measure - 1
    return line.role == "text" and len(line.text) <= HEAD_LIMIT and not TERMINAL.search(line.text) and not wide


def depth_of(found: Found) -> tuple[str, int]:
    """What tells one level of headings from another."""
    return found.scheme, len(found.values)


def find_headings(lines: tuple[Line, ...], known: frozenset[str], measure: float) -> tuple[Found, ...]:
    """The headings in order, with levels; a number that does not continue its series is no heading."""
    kept = list(in_series(list(candidates(lines, known, measure))))
    schemes = list(SCHEMES)
    used = {depth_of(found) for found in kept if found.scheme}
    ranks = sorted(used, key=lambda key: (schemes.index(key[0]), key[1]))
    taken: set[int] = set()
    out: list[Found] = []
    for found in kept:
        if not taken & set(found.lines):
            taken |= set(found.lines)
            level = ranks.index(depth_of(found)) + 1 if found.scheme else 1
            kind = found.kind if level == 1 else "section"
            out.append(Found(found.lines, kind, found.scheme, level, *rest(found)))
    return tuple(out)


def rest(found: Found) -> tuple[Traced, tuple[int, ...], Traced, float]:
    return found.mark, found.values, found.title, found.confidence


def in_series(found: list[Found]) -> Iterator[Found]:
    """Keep numbered headings that start a series at 1 or go on by one; within 名词解释 and 参考文献 none."""
    last: dict[tuple[str, int], int] = {}
    listing = False
    for heading in found:
        if not heading.scheme:
            listing = heading.kind in ("glossary", "references", "notes")
            yield heading
            continue
        if listing and heading.scheme != "chapter":
            continue
        listing = False
        key, value = depth_of(heading), heading.values[-1]
        if value == 1 or value == last.get(key, 0) + 1 or heading.confidence > 0.95:
            last[key] = value
            yield heading
