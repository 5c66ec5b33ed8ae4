"""What title.yaml and glossary.yaml may say, and how a wrong value is told."""

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kanben.reading.yaml_marks import Marked
from kanben.trouble import Tell, nearest, trouble

Name = Annotated[str, Field(min_length=1)]
Date = Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]


class File(BaseModel):
    model_config = ConfigDict(
        extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-"), populate_by_name=True
    )


class CreatorEntry(File):
    name: Name
    role: Literal["author", "editor", "translator", "compiler", "illustrator"] = "author"


class Identifiers(File):
    uuid: Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    print_isbn: str = ""
    epub_isbn: str = ""


class PartsPlan(File):
    front: list[Name] = []
    body: Annotated[list[Name], Field(min_length=1)]
    back: list[Name] = []


class Numbering(File):
    chapter: Annotated[str, Field(pattern=r"\{(一|1)\}|^$")] = "第{一}章"
    section: Literal["1.1", ""] = "1.1"


class Notes(File):
    print: Literal["page"] = "page"
    epub: Literal["chapter"] = "chapter"
    web: Literal["chapter"] = "chapter"
    marks: Literal["circled"] = "circled"


class ReferencesPlan(File):
    style: Literal["gb-t-7714-2025", "gb-t-7714-2015", "note-zh"] = "gb-t-7714-2025"


class PrintPlan(File):
    trim: Literal["16k"] = "16k"
    variant: Literal["pdf/ua-1"] = "pdf/ua-1"


class TitleFile(File):
    title: Name
    subtitle: str = ""
    language: Literal["zh-Hans"] = "zh-Hans"
    creators: list[CreatorEntry] = []
    publisher: str = ""
    date: Date | Literal[""] = ""
    edition: str = ""
    rights: str = ""
    description: str = ""
    subjects: list[str] = []
    identifiers: Identifiers
    parts: PartsPlan
    numbering: Numbering = Numbering()
    notes: Notes = Notes()
    references: ReferencesPlan = ReferencesPlan()
    print: PrintPlan = PrintPlan()


class GlossaryItem(File):
    term: Name
    definition: Name
    also: list[Name] = []
    sort: str = ""


Shape = TypeVar("Shape")
TITLE = TypeAdapter(TitleFile)
GLOSSARY = TypeAdapter(list[GlossaryItem])
EXPECTED = {"string_type": "text", "list_type": "[…, …]", "dict_type": "{…}", "model_type": "{…}"}


def validate(shape: TypeAdapter[Shape], marked: Marked, tell: Tell) -> Shape | None:
    """Check a file against its shape; give None, having told every fault, when it does not fit."""
    try:
        return shape.validate_python(marked.value)
    except ValidationError as failure:
        for error in failure.errors():
            tell_error(shape, error, marked, tell)
        return None


def tell_error(shape: TypeAdapter[Any], error: ErrorDetails, marked: Marked, tell: Tell) -> None:
    path = tuple(step for step in error["loc"] if not (isinstance(step, str) and step.startswith("constrained-")))
    key, place = ".".join(map(str, path)) or "title.yaml", marked.place(*path)
    if error["type"] == "extra_forbidden":
        last = str(path[-1])
        tell(trouble("unknown-key", place, near=nearest(last, keys_at(shape._type, path[:-1])), key=last))
    elif error["type"] == "missing":
        tell(trouble("missing-key", marked.place(*path[:-1]), key=key))
    else:
        tell(trouble("wrong-value", place, key=key, value=shorten(error["input"]), expected=expected(error)))


def keys_at(shape: Any, path: tuple[str | int, ...]) -> list[str]:
    """The keys that a file may have at a path."""
    for step in path:
        if isinstance(step, str):
            field = next((f for name, f in shape.model_fields.items() if name.replace("_", "-") == step), None)
            shape = field.annotation if field else File
        shape = next((a for a in (shape, *getattr(shape, "__args__", ())) if hasattr(a, "model_fields")), shape)
    return [name.replace("_", "-") for name in getattr(shape, "model_fields", {})]


def expected(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    return str(context.get("expected") or context.get("pattern") or EXPECTED.get(error["type"]) or error["msg"])


def shorten(value: object) -> str:
    text = "—" if value is None else str(value)
    return text if len(text) <= 40 else text[:39] + "…"
