"""Write the files of a title folder: chapters in Markdown, title.yaml, glossary.yaml and references.yaml."""

from collections.abc import Mapping, Sequence

import yaml

from kanben.manuscript.bibliography import fields_of
from kanben.manuscript.entries import Reference, Term
from kanben.manuscript.ledger import Addition, Ledger
from kanben.manuscript.markdown import with_calls
from kanben.manuscript.paragraphs import Paragraph
from kanben.manuscript.parts import Block, Part
from kanben.manuscript.traced import Traced

WIDE = 10**9
Value = object


class Dumper(yaml.SafeDumper):
    """Writes words of several lines as a block, and lists within entries indented."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def write_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Dumper.add_representer(str, write_text)


def dump(value: Value, flow: bool | None = None) -> str:
    """Write YAML; without `flow` given, only the innermost lists and mappings stand on one line."""
    text = yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDE, default_flow_style=flow)
    return str(text)


class Writer:
    """Writes one file's Markdown line by line; knows the notes that wait for the end of their section."""

    def __init__(self, file: str, notes: Mapping[int, Paragraph], ledger: Ledger) -> None:
        self.file, self.notes, self.ledger = file, notes, ledger
        self.lines: list[str] = []
        self.ids: dict[int, str] = {}
        self.waiting: list[int] = []

    def put(self, line: str, key: int | None = None) -> None:
        """Add a line and the empty one after it."""
        self.lines += [line, ""]
        if key is not None:
            self.ledger.places[key] = (self.file, len(self.lines) - 1)

    def words(self, paragraph: Paragraph) -> str:
        """A paragraph's Markdown."""
        return with_calls(paragraph.words.text, tuple(self.call(note) for note in paragraph.notes))

    def call(self, note: int) -> str:
        """A note call, whose note gets its id when it is called first, or a citation."""
        if note < 0:
            return f"[@{work_id(-note)}]"
        if note not in self.ids:
            self.ids[note] = f"n{len(self.ids) + 1}"
            self.waiting.append(note)
        return f"[^{self.ids[note]}]"

    def put_notes(self) -> None:
        """Write the notes called since the last section began."""
        for note in self.waiting:
            words = self.notes[note]
            self.put(f"[^{self.ids[note]}]: {with_calls(words.words.text, ())}", words.key)
            self.account(note, f"note {self.ids[note]}", words.words)
        self.waiting.clear()

    def account(self, note: int, kind: str, words: Traced) -> None:
        if note in self.ledger.noted:
            self.ledger.additions.append(Addition(kind, self.file, words.text, "a note that several files call"))
        else:
            self.ledger.noted.add(note)
            self.ledger.claim(kind, self.file, words)

    def block(self, block: Block) -> None:
        words = self.words(block.paragraph)
        if block.kind == "heading":
            words = f"{'#' * block.level} {words}{'' if block.numbered else ' {.unnumbered}'}"
        elif block.kind == "attribution":
            words = f"—— {words}"
        self.put(words, block.paragraph.key)

    def open_epigraph(self) -> None:
        self.lines.append("::: epigraph")

    def close_epigraph(self) -> None:
        """Close the division on the line after its last words."""
        self.lines[-1:] = [":::", ""]


def write_part(part: Part, notes: Mapping[int, Paragraph], ledger: Ledger) -> bytes:
    """One file: headings, paragraphs, epigraph, and each section's notes at its end."""
    writer = Writer(part.file, notes, ledger)
    inside = False
    for block in part.blocks:
        quoted = block.kind in ("epigraph", "attribution")
        if quoted and not inside:
            writer.open_epigraph()
        elif inside and not quoted:
            writer.close_epigraph()
        inside = quoted
        if block.kind == "heading" and block.level == 2:
            writer.put_notes()
        writer.block(block)
    if inside:
        writer.close_epigraph()
    writer.put_notes()
    return ("\n".join(writer.lines).rstrip("\n") + "\n").encode()


def write_glossary(terms: Sequence[Term], notes: Mapping[int, Paragraph], ledger: Ledger) -> bytes:
    """A list of terms with their definitions in Markdown, each with its own notes."""
    writer = Writer("glossary.yaml", notes, ledger)
    lines: list[str] = []
    for entry in terms:
        writer.lines.clear()
        for paragraph in entry.definition:
            writer.put(writer.words(paragraph), paragraph.key)
        writer.put_notes()
        several = len(writer.lines) > 2
        for key in (paragraph.key for paragraph in entry.definition):
            file, line = ledger.places[key]
            ledger.places[key] = (file, len(lines) + 1 + line + several)
        ledger.places[entry.term.key] = ("glossary.yaml", len(lines) + 1)
        definition = "\n".join(writer.lines).strip("\n")
        lines += dump([{"term": entry.term.words.text, "definition": definition}], flow=False).splitlines()
    return ("\n".join(lines) + "\n").encode()


def work_id(value: int) -> str:
    """The key of the n-th work."""
    return f"ref{value:02}"


def write_references(references: Sequence[Reference], cited: frozenset[int], ledger: Ledger) -> bytes:
    """CSL data; each work keeps its own wording until the editor takes the fields instead."""
    lines = ["references:"]
    for reference in references:
        verbatim = reference.words.words.text
        fields = fields_of(verbatim)
        ledger.places[reference.words.key] = ("references.yaml", len(lines) + 1)
        applied = bool(fields) and propose_fields(reference, fields, ledger)
        if applied:
            ledger.claim("reference taken apart", "", reference.words.words)
        else:
            ledger.claim("reference", "references.yaml", reference.words.words)
        kept = {} if applied else {"verbatim": verbatim}
        further = {} if reference.value in cited else {"further-reading": True}
        entry = {"id": work_id(reference.value), **(fields or {"type": "document"}), **kept, **further}
        lines += ["  " + line for line in dump([entry]).splitlines()]
    return ("\n".join(lines) + "\n").encode()


def propose_fields(reference: Reference, fields: Mapping[str, Value], ledger: Ledger) -> bool:
    """Offer the parsed fields in the place of the wording."""
    key = reference.words.key
    words = dump(dict(fields), flow=True).strip()
    return ledger.propose("references", key, key, "parsed fields", reference.words.words.text, words, 0.8)
