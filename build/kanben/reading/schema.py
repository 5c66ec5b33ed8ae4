"""What title.yaml, glossary.yaml, index.yaml and proof-ignore.yaml may say, and how a wrong value is told."""

import re
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kanben.book.book import Order, Repeated, Standard, Variant
from kanben.reading.yaml_marks import Marked
from kanben.trouble import Tell, nearest, trouble

DATE = r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
NUMBERING = r"\{(一|1)\}|^$"
LITERAL = re.compile(r"'([^']+)'")
INK = r"\S"
Name = Annotated[str, Field(pattern=INK)]
Maker = Literal["author", "chief-editor", "editor", "compiler", "translator", "illustrator", "photographer"]
Helper = Literal["responsible-editor", "reviewer", "proofreader", "designer"]
Trim = Literal["32k", "large-32k", "a5", "16k", "large-16k", "a4", ""]


class File(BaseModel):
    model_config = ConfigDict(
        extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-"), populate_by_name=True
    )


class CreatorEntry(File):
    name: Name
    role: Literal[Maker, Helper] = "author"


class Identifiers(File):
    uuid: Annotated[str, Field(pattern=UUID)]
    print_isbn: str = ""
    epub_isbn: str = ""


class OtherIdentifiers(File):
    """Those of another edition of the title, whose uuid is made."""

    print_isbn: str = ""
    epub_isbn: str = ""


class PartsPlan(File):
    front: list[Name] = []
    body: Annotated[list[Name], Field(min_length=1)]
    back: list[Name] = []


class Numbering(File):
    chapter: Annotated[str, Field(pattern=NUMBERING)] = "第{一}章"
    section: Literal["1.1", "（一）", ""] = "1.1"


class Notes(File):
    print: Literal["page"] = "page"
    epub: Literal["chapter"] = "chapter"
    web: Literal["chapter"] = "chapter"
    marks: Literal["circled"] = "circled"


class ReferencesPlan(File):
    style: Name = "gb-t-7714-2025"
    lists: Literal["book", "chapter"] = "book"
    order: Literal["pinyin", "stroke"] = "pinyin"
    repeated: Repeated = "full"


class GlossaryPlan(File):
    order: Order = "given"


class IndexPlan(File):
    order: Literal["pinyin", "stroke"] = "pinyin"


class PrintPlan(File):
    trim: Trim = ""
    theme: Literal["book", "report", "gongwen"] = "book"
    cover: bool = True
    half_title: bool = False
    reference_pages: bool = False
    autospace: Literal["1/8", "1/4"] = "1/8"
    variant: Variant = "pdf/ua-1"


class TraditionalPlan(File):
    standard: Standard = "tw"
    words: dict[Name, Name] = {}
    identifiers: OtherIdentifiers = OtherIdentifiers()
    title: str | None = None
    subtitle: str | None = None
    publisher: str | None = None
    address: str | None = None
    website: str | None = None
    url: str = ""
    printer: str | None = None
    printing: str | None = None
    price: str | None = None
    cip: str | None = None
    date: Annotated[str, Field(pattern=DATE)] | None = None
    edition: str | None = None
    rights: str | None = None
    description: str | None = None


class TitleFile(File):
    title: Name
    subtitle: str = ""
    language: Name = "zh-Hans"
    creators: list[CreatorEntry] = []
    publisher: str = ""
    address: str = ""
    website: str = ""
    url: str = ""
    printer: str = ""
    printing: str = ""
    price: str = ""
    cip: str = ""
    date: Annotated[str, Field(pattern=DATE)] = ""
    edition: str = ""
    rights: str = ""
    description: str = ""
    cover: str = ""
    subjects: list[str] = []
    identifiers: Identifiers
    parts: PartsPlan
    numbering: Numbering = Numbering()
    notes: Notes = Notes()
    references: ReferencesPlan = ReferencesPlan()
    glossary: GlossaryPlan = GlossaryPlan()
    index: IndexPlan = IndexPlan()
    print: PrintPlan = PrintPlan()
    traditional: TraditionalPlan = TraditionalPlan()


class IgnoreItem(File):
    rule: Name
    words: str = ""
    file: str = ""
    reason: Name


class RevisionItem(File):
    version: Name
    date: Annotated[str, Field(pattern=DATE)] = ""
    note: Name


class GlossaryItem(File):
    term: Name
    definition: Name
    also: list[Name] = []
    sort: str = ""


Names = Annotated[list[Name], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]


class IndexItem(File):
    term: Name
    also: Names = []
    sort: str = ""
    under: str = ""
    find: bool = True
    see: Names = []
    see_also: Names = []


Shape = TypeVar("Shape")
TITLE = TypeAdapter(TitleFile)
PARTS = TypeAdapter(PartsPlan)
GLOSSARY_ITEM = TypeAdapter(GlossaryItem)
IGNORE_ITEM = TypeAdapter(IgnoreItem)
REVISION_ITEM = TypeAdapter(RevisionItem)
INDEX_ITEM: TypeAdapter[IndexItem] = TypeAdapter(
    Annotated[IndexItem, BeforeValidator(lambda value: {"term": value} if isinstance(value, str) else value)]
)
"""A map, or a word alone."""
EXPECTED = {"string_type": '"…"', "list_type": "[…, …]", "dict_type": "key: …", "model_type": "key: …"}
EXPECTED |= {"too_short": EXPECTED["list_type"]}
PATTERNS = {
    DATE: "2026 / 2026-11 / 2026-11-23",
    UUID: "12345678-1234-1234-1234-123456789abc",
    NUMBERING: "第{一}章",
    INK: '"…"',
}


def validate(shape: TypeAdapter[Shape], marked: Marked, tell: Tell, *path: str | int) -> Shape | None:
    """Check a file, or what stands at a path in it; give None, having told every fault, when it does not fit."""
    value = marked.value
    for step in path:
        value = value[step]
    try:
        return shape.validate_python(value)
    except ValidationError as failure:
        for error in failure.errors():
            tell_error(shape, error, path, marked, tell)
        return None


def tell_error(
    shape: TypeAdapter[Any], error: ErrorDetails, above: tuple[str | int, ...], marked: Marked, tell: Tell
) -> None:
    path = error["loc"]
    place = marked.place(*above, *path)
    key = ".".join(step for step in path if isinstance(step, str)) or marked.file
    if error["type"] == "extra_forbidden":
        last = str(path[-1])
        known = keys_at(shape._type, path[:-1])
        key, colon, _ = last.partition("：")
        if colon and key in known:  # a value behind a wide colon is part of the key
            tell(trouble("yaml-colon", place, key=key, colon=colon))
            return
        tell(trouble("unknown-key", place, near=nearest(last, known), key=last, known=", ".join(known)))
    elif error["type"] == "missing":
        tell(trouble("missing-key", marked.place(*above, *path[:-1]), key=key))
    else:
        near = nearest(str(error["input"]), LITERAL.findall(str(error.get("ctx", {}).get("expected", ""))))
        tell(trouble("wrong-value", place, near, key=key, value=shorten(error["input"]), expected=expected(error)))


def keys_at(shape: Any, path: tuple[str | int, ...]) -> list[str]:
    """The keys that a file may have at a path."""
    for step in path:
        if isinstance(step, str):
            field = next((f for name, f in shape.model_fields.items() if name.replace("_", "-") == step), None)
            shape = field.annotation if field else File
        shape = next((a for a in (shape, *getattr(shape, "__args__", ())) if hasattr(a, "model_fields")), shape)
    return [name.replace("_", "-") for name in getattr(shape, "model_fields", {})]


def expected(error: ErrorDetails) -> str:
    """What to write, in a form that needs no language."""
    context = error.get("ctx", {})
    choice = LITERAL.findall(str(context.get("expected", "")))
    return " / ".join(choice) or PATTERNS.get(context.get("pattern", "")) or EXPECTED.get(error["type"]) or error["msg"]


def shorten(value: object) -> str:
    text = "—" if value is None else str(value)
    return text if len(text) <= 40 else text[:39] + "…"
