"""Find the line of each block: pandoc's Markdown does not tell it, but it keeps the order of the text.

Each leaf block's letters are searched for from the end of the block before. The texts of notes stand elsewhere: they
are told apart first, and each is found by its own letters, in the order of the calls.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kanben.reading.markdown.leaf_letters import BREAK, pieces, runs
from kanben.reading.markdown.lines import Line, lines_of
from kanben.reading.markdown.source import Source
from kanben.reading.markdown.track import Track

Json = Any
CALL = re.compile(r"\[\^([^\]\s]+)\]|\^\[")
RULE = re.compile(r"^[ >]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
HASHES = re.compile(r"^ {0,3}#{1,6}(?:\s|$)")
EMPTY = re.compile(r"^[\s>]*$")
CAPTION = re.compile(r"^ {0,3}(?:[Tt]able)?:")
NEARBY = 400  # letters: where the whole of a block is not found, its beginning is looked for so far
BEGINNINGS = (12, 5, 2)


def mark_lines(document: Json, source: Source) -> None:
    """Put the line of each leaf block, figure, table and note into it, as `line`."""
    lines = list(lines_of(source.text))
    Locator(Track(line for line in lines if not line.note), Notes(lines)).blocks(document["blocks"])


class Notes:
    """The texts of the notes, in the order of their calls."""

    def __init__(self, lines: list[Line]) -> None:
        texts: dict[str, list[Line]] = {}
        calls: list[tuple[str, Line]] = []
        for line in lines:
            if line.note:
                texts.setdefault(line.note, []).append(line)
            elif not line.code:
                calls += [(call[1] or "", rest_of(line, call.end())) for call in CALL.finditer(line.text)]
        tracks = {name: Track(text) for name, text in texts.items()}
        self.waiting = [
            (name, tracks[name] if name else Track([rest])) for name, rest in calls if name in tracks or not name
        ]

    def take(self, blocks: Json) -> tuple[str, Track | None]:
        """The name and the text of the next note that begins so; no name for one that stands within the sentence."""
        first = next(iter(runs("".join(all_pieces(blocks)))), "")
        fitting = (n for n, (_, track) in enumerate(self.waiting) if track.letters.startswith(first))
        name, track = self.waiting.pop(n) if (n := next(fitting, -1)) >= 0 else ("", None)
        return name, track if name else None


def rest_of(line: Line, column: int) -> Line:
    """What follows in a line: the words of a note that is written there."""
    return replace(line, text=line.text[column:])


def all_pieces(blocks: Json) -> list[str]:
    """The letters of the leaf blocks below some blocks, as runs()."""
    if isinstance(blocks, dict):
        if blocks["t"] in ("Para", "Plain", "Header", "LineBlock", "CodeBlock"):
            return [*leaf_pieces(blocks), BREAK]
        blocks = blocks.get("c", [])
    return [piece for item in blocks if isinstance(item, (dict, list)) for piece in all_pieces(item)]


def leaf_pieces(leaf: Json) -> list[str]:
    match leaf:
        case {"t": "CodeBlock", "c": [_, text]}:
            return [text]
        case {"t": "Header", "c": [_, _, words]}:
            return list(pieces(words))
        case {"t": "LineBlock", "c": lines}:
            return [piece for line in lines for piece in pieces(line)]
    return list(pieces(leaf["c"]))


class Locator:
    """Walks pandoc's blocks along the text."""

    def __init__(self, track: Track, notes: Notes) -> None:
        self.track, self.notes, self.cursor = track, notes, 0
        self.index = 0  # of the line from which on rules and fences are looked for

    def blocks(self, items: Json, in_row: bool = False) -> None:
        for item in items:
            self.block(item, in_row)

    def block(self, item: Json, in_row: bool) -> None:
        match item:
            case {"t": "Header"} if not runs("".join(leaf_pieces(item))):
                item["line"] = self.next_line(lambda line, _: bool(HASHES.match(line.text)))
                self.notes_in(item, item["line"])
            case {"t": "Para" | "Plain" | "Header" | "LineBlock"}:
                item["line"] = self.leaf(leaf_pieces(item), in_row)
                self.notes_in(item, item["line"])
            case {"t": "CodeBlock"}:
                item["line"] = self.code(item["c"][1])
            case {"t": "HorizontalRule"}:
                item["line"] = self.rule()
            case {"t": "Div", "c": [_, inner]} | {"t": "BlockQuote", "c": inner}:
                self.blocks(inner, in_row)
            case {"t": "BulletList", "c": items} | {"t": "OrderedList", "c": [_, items]}:
                for inner in items:
                    self.blocks(inner, in_row)
            case {"t": "DefinitionList", "c": items}:
                self.definitions(items, in_row)
            case {"t": "Figure", "c": [_, [_, caption], inner]}:
                item["line"] = self.leaf([*all_pieces(caption), *all_pieces(inner)], in_row)
                mark_all([*caption, *inner], item["line"])
                self.notes_in([caption, inner], item["line"])
            case {"t": "Table", "c": [_, caption, _, head, bodies, foot]}:
                item["line"] = self.table(caption[1], [head, bodies, foot])
        if not line_of(item):  # it holds no words
            item["line"] = self.track.number(self.cursor)

    def definitions(self, items: Json, in_row: bool) -> None:
        """A term is made a leaf block, to have a line of its own."""
        for item in items:
            item[0] = {"t": "Plain", "c": item[0]}
            self.block(item[0], in_row)
            for body in item[1]:
                self.blocks(body, in_row)

    # ---- leaf blocks -----------------------------------------------------------------------------------------

    def leaf(self, found: list[str], in_row: bool) -> int:
        """The line of a leaf block; the cursor goes behind it, or to the next line."""
        words = runs("".join(found))
        begin = self.find(words)
        if begin < 0:
            return self.track.number(self.cursor)
        end, limit = begin, self.track.block_end(begin)
        for run in words:
            if (at := self.track.letters.find(run, end, limit)) >= 0:
                end = at + len(run)
        self.cursor = max(end, begin + 1) if in_row else self.track.next_line(max(end - 1, begin))
        self.index = self.track.line_at(max(end - 1, begin)) + (not in_row)
        return self.track.number(begin)

    def find(self, words: list[str]) -> int:
        """Where a leaf block begins: its first run of letters, else the beginning of a run close by."""
        if words and (at := self.track.letters.find(words[0], self.cursor)) >= 0:
            return at
        for run in words:
            for length in BEGINNINGS:
                at = self.track.letters.find(run[:length], self.cursor, self.cursor + NEARBY)
                if at >= 0:
                    return at
        return -1

    def code(self, text: str) -> int:
        """The line of the fence; that of the first words where code is only indented."""
        words, lines = runs(text), self.track.lines
        begin = self.track.letters.find("".join(words), self.cursor)
        if not words or begin < 0:
            return self.next_line(lambda line, _: line.fence)
        first = at = self.track.line_at(begin)
        self.cursor = self.track.next_line(begin + len("".join(words)) - 1)
        self.index = self.track.line_at(begin + len("".join(words)) - 1) + 1
        while at > 0 and lines[at].code and not lines[at].fence:
            at -= 1
        return lines[at if lines[at].fence else first].number

    def rule(self) -> int:
        """A line of marks below an empty one: below words it would make them a heading."""
        return self.next_line(lambda line, above: bool(RULE.match(line.text) and EMPTY.match(above.text)))

    def next_line(self, fits: Callable[[Line, Line], bool]) -> int:
        lines = self.track.lines
        at = next((n for n in range(self.index, len(lines)) if fits(lines[n], lines[n - 1])), -1)
        if at < 0:
            return self.track.number(self.cursor)
        self.index = at + 1
        return lines[at].number

    # ---- tables and notes ------------------------------------------------------------------------------------

    def table(self, caption: Json, parts: Json) -> int:
        """The first line of a table or of the caption above it; a caption may stand below as well."""
        lines = self.track.lines
        at = min(self.index, len(lines) - 1)
        while at < len(lines) - 1 and not lines[at].text.strip():
            at += 1
        above = bool(caption and lines and CAPTION.match(lines[at].text))
        if above:
            self.blocks(caption)
        self.blocks_below(parts)
        self.leave_table()
        if caption and not above:
            self.blocks(caption)
        return lines[at].number if lines else 0

    def leave_table(self) -> None:
        """Go on to the line behind the last row: a caption or an empty line."""
        lines = self.track.lines
        while self.index < len(lines) and lines[self.index].text.strip() and not CAPTION.match(lines[self.index].text):
            self.index += 1
        self.cursor = max(self.cursor, self.track.start(self.index))

    def blocks_below(self, parts: Json) -> None:
        for part in parts if isinstance(parts, list) else []:
            if isinstance(part, dict) and "t" in part and not part["t"].startswith("Align"):
                self.block(part, True)
            else:
                self.blocks_below(part)

    def notes_in(self, value: Json, line: int) -> None:
        if isinstance(value, dict) and value.get("t") == "Note":
            self.note(value, line)
        elif isinstance(value, (dict, list)):
            for inner in value.values() if isinstance(value, dict) else value:
                self.notes_in(inner, line)

    def note(self, note: Json, line: int) -> None:
        """A note's own blocks are found in its text."""
        note["name"], track = self.notes.take(note["c"])
        if track:
            Locator(track, self.notes).blocks(note["c"])
        else:
            mark_all(note["c"], line)


def mark_all(blocks: Json, line: int) -> None:
    """Put one line into all: those of a figure, or of a note that is written within its sentence."""
    for item in blocks:
        item["line"] = line


def line_of(value: Json) -> int:
    """The line of pandoc's block, or of the first that was found below it; 0 where there is none."""
    if isinstance(value, dict):
        if "line" in value or value.get("t") == "Note":
            return int(value.get("line", 0))
        value = list(value.values())
    if not isinstance(value, list):
        return 0
    return next((line for inner in value if (line := line_of(inner))), 0)
