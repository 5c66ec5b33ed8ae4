"""Tell what goes wrong in a title's own template at its line; what goes wrong in kanben's own is a bug."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateError, TemplateSyntaxError
from lxml import etree

from kanben.editions.sandbox import Beyond
from kanben.place import Place
from kanben.refusal import refusal
from kanben.trouble import Stop, Trouble, too_much, trouble


@contextmanager
def template_faults(own: Path | None) -> Iterator[None]:
    """Stop the title at what its own templates do, which may be anything; `own` is their folder."""
    try:
        yield
    except Stop:
        raise
    except Exception as fault:
        place = place_in(own, fault) if own else None
        if place is None or (isinstance(fault, OSError) and refusal(fault)):  # kanben's own, which it is to shadow
            raise
        raise Stop((told(fault, place),)) from fault


def told(fault: Exception, place: Place) -> Trouble:
    if isinstance(fault, Beyond):
        return too_much(fault.limit, fault.limit.most + 1, place)
    return trouble("broken-template", place, problem=problem_of(fault))


def place_in(own: Path, fault: Exception) -> Place | None:
    """The line of the title's own that was reached last: Jinja names templates and their lines in its tracebacks."""
    spots = [(frame.f_code.co_filename, line) for frame, line in walk_tb(fault.__traceback__)]
    if isinstance(fault, TemplateSyntaxError):
        spots.append((fault.filename or fault.name or "", fault.lineno))  # of an open comment the name is the file
    files = ((Path(file), line) for file, line in reversed(spots))
    return next(
        (Place(file.relative_to(own.parent).as_posix(), line) for file, line in files if file.is_relative_to(own)), None
    )


def problem_of(fault: Exception) -> str:
    words = str(fault) if isinstance(fault, TemplateError) else f"{type(fault).__name__}: {fault}"
    return " ".join(words.split())


def check_document(own: Path, name: str, text: str) -> None:
    """Refuse a document of XHTML that a title's own templates left broken; `name` is that of its template."""
    try:
        etree.fromstring(text.encode())
    except etree.XMLSyntaxError as broken:
        home, _, _ = name.partition("/")
        file = name if (own / name).is_file() else f"{home}/nodes.xhtml"
        raise Stop((trouble("broken-template", Place(f"{own.name}/{file}", 1), problem=broken.msg),)) from broken
