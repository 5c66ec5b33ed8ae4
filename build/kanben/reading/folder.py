"""Read a whole title folder into a Book, or stop with every fault of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from posixpath import normpath

from kanben.book.book import Book, Kind, Matter, Part
from kanben.book.entries import Glossary, ReferenceEntry, References
from kanben.keep import kept_telling
from kanben.place import TITLE_YAML, Place
from kanben.progress import Progress, TellProgress, tell_nobody
from kanben.reading.citation_style import read_style
from kanben.reading.cover import read_cover
from kanben.reading.files import is_device, is_seen, read_inside
from kanben.reading.markdown.amounts import headings_in_all
from kanben.reading.own_templates import check_templates
from kanben.reading.parts import Planned, read_parts
from kanben.reading.pictures import Pictures
from kanben.reading.record import (
    check_isbns,
    check_language,
    check_trim,
    check_url,
    modified_at,
    record_of,
    settings_of,
)
from kanben.reading.references import read_references
from kanben.reading.schema import PARTS, TITLE, Identifiers, TitleFile, validate
from kanben.reading.traditional import traditional_of
from kanben.reading.typed_numbers import check_typed_numbers
from kanben.reading.unlisted import check_unlisted
from kanben.reading.yaml_marks import Marked, load_marked
from kanben.trouble import Tell, trouble

MATTERS: tuple[Matter, ...] = ("front", "body", "back")
BIBLIOGRAPHIES = ("references.yaml", "references.bib", "references.json")
KINDS: dict[str, Kind] = {
    "preface": "preface",
    "foreword": "preface",
    "conclusion": "conclusion",
    "colophon": "colophon",
    "glossary": "glossary",
    "references": "references",
    "index": "index",
    "revisions": "revisions",
    "figures": "figures",
    "tables": "tables",
}
Works = tuple[list[dict[str, object]], tuple[ReferenceEntry, ...]]
NO_UUID = "00000000-0000-0000-0000-000000000000"
SAFE_ID = re.compile(r"[a-z][a-z0-9-]*")


def read_title(folder: Path, tell: Tell, epoch: str = "", tell_progress: TellProgress = tell_nobody) -> Book | None:
    """Read a title folder as far as it can be read, telling every fault. `epoch` is SOURCE_DATE_EPOCH."""
    data = read_inside(folder, "title.yaml", TITLE_YAML, tell, missing="missing-title")
    if data is None:
        return None
    marked, title = kept_telling("title.yaml", tell, read_title_file, data)
    return read_book(folder, title, marked, epoch, tell, tell_progress) if marked and title else None


def read_title_file(data: bytes, tell: Tell) -> tuple[Marked | None, TitleFile | None]:
    """title.yaml with the places of its values, and what it says."""
    marked = load_marked(data, "title.yaml", tell)
    return marked, (validate(TITLE, marked, tell) or stand_in(marked)) if marked else None


def stand_in(marked: Marked) -> TitleFile | None:
    """A title of nothing but the parts, where the rest is at fault: so the faults of the parts are told in one go."""
    if not isinstance(marked.value, dict) or "parts" not in marked.value:
        return None
    parts = validate(PARTS, marked, lambda told: None, "parts")
    return TitleFile(title="—", identifiers=Identifiers(uuid=NO_UUID), parts=parts) if parts else None


def read_book(
    folder: Path, title: TitleFile, marked: Marked, epoch: str, tell: Tell, tell_progress: TellProgress
) -> Book:
    if not is_seen(folder.resolve().name):
        tell(trouble("strange-name", TITLE_YAML))
    check_isbns(title, marked, tell)
    check_language(title, marked, tell)
    check_trim(title, marked, tell)
    check_url(title, marked, tell)
    pictures = Pictures(folder, tell)
    cover = read_cover(title.cover, marked.place("cover"), pictures)
    planned = list(plan(title, marked, tell))
    works, entries = read_bibliography(folder, marked, tell)
    style = read_style(folder, title, marked, tell)
    parts: list[Part | None] = []
    for part in read_parts(folder, planned, entries, pictures, tell):
        parts.append(part)
        tell_progress(Progress("reading", len(parts), len(planned)))
    settings = replace(settings_of(title), references_style=style.name, traditional=traditional_of(title, marked, tell))
    check_templates(folder, tell)
    check_unlisted(folder, [item.name for item in planned], tell)
    check_typed_numbers(filter(None, parts), settings, tell)
    for fault in headings_in_all(filter(None, parts)):
        tell(fault)
    return Book(
        name=folder.resolve().name,
        record=record_of(title, modified_at(epoch, tell)),
        settings=settings,
        parts=tuple(part for part in parts if part and not is_empty(part)),
        place=TITLE_YAML,
        bibliography=tuple(works),
        style=style.csl,
        pictures=pictures.files,
        cover=cover,
        whole=all(parts),
    )


def is_empty(part: Part) -> bool:
    """A glossary or a list of works without entries: it prints nothing, not even its heading."""
    return all(isinstance(block, Glossary | References) and not block.entries for block in part.blocks) and bool(
        part.blocks
    )


# ---- the plan ------------------------------------------------------------------------------------------------


def plan(title: TitleFile, marked: Marked, tell: Tell) -> Iterator[Planned]:
    """The parts in reading order, each with its id."""
    seen: set[str] = set()
    used: set[str] = set()
    chapters = 0
    for matter in MATTERS:
        for n, name in enumerate(getattr(title.parts, matter)):
            place = marked.place("parts", matter, n)
            if normpath(name) in seen:
                tell(trouble("repeated-part", place, file=name))
                continue
            seen.add(normpath(name))
            chapters += matter == "body"
            part_id = f"ch{chapters:02}" if matter == "body" else plain_id(name, matter, used)
            used.add(part_id)
            yield Planned(name, matter, part_id, kind_of(name, matter), place)


def kind_of(name: str, matter: Matter) -> Kind:
    return "chapter" if matter == "body" else KINDS.get(PurePosixPath(name).stem, "other")


def plain_id(name: str, matter: Matter, used: set[str]) -> str:
    """The file's own name where it is plain ASCII and free, else a counted one."""
    stem = PurePosixPath(name).stem.lower()
    if SAFE_ID.fullmatch(stem) and stem not in used and not stem.startswith("ch") and not is_device(stem):
        return stem
    return next(f"{matter}{n}" for n in range(1, 1000) if f"{matter}{n}" not in used)


# ---- the works -------------------------------------------------------------------------------------------------------


def read_bibliography(folder: Path, marked: Marked, tell: Tell) -> Works:
    """The works of the bibliography file; none is no fault until something is cited."""
    there = [name for name in BIBLIOGRAPHIES if (folder / name).exists()]
    for other in there[1:]:
        tell(trouble("second-bibliography", Place(other, 1), first=there[0], file=other))
    data = read_inside(folder, there[0], Place(there[0]), tell) if there else None
    if data is None:
        return [], ()
    if there[0].endswith(".bib"):  # pandoc reads it, and may do better the next time
        return read_references(there[0], data, tell)
    return kept_telling(there[0], tell, read_references, there[0], data)
