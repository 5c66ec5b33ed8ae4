"""Ask the Nu Html Checker about web pages, or about the XHTML inside an EPUB."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from kanben.place import Place
from kanben.proof.epub.archive import open_archive
from kanben.proof.epub.publication import read_publication
from kanben.proof.outside.remark import Remark, Silent
from kanben.proof.outside.running import JAVA_OPTIONS, room, run
from kanben.proof.outside.tools import JAVA, NU

PAGES = (".html", ".htm", ".xhtml")
EPUB_ONLY = re.compile(r"Attribute .(?:epub:)?(type|prefix). not allowed")  # EPUB's own, which HTML does not know
HOW = ("--stdout", "--exit-zero-always", "--skip-non-html", "--format", "json")


def nu_of_epub(epub: Path) -> tuple[Remark, ...]:
    """Check the documents of an EPUB, each laid out by itself: their names are a stranger's, and lead nowhere."""
    NU.need()
    with room() as home, open_archive(epub, epub.name) as archive:
        pages = [page.name for page in read_publication(archive, epub.name).pages]
        for number, name in enumerate(pages):
            (home / f"{number}.xhtml").write_bytes(archive.read(name) or b"")
        names = {f"{number}.xhtml": name for number, name in enumerate(pages)}
        return tuple(renamed(remark, names) for remark in nu(home, xml=True))


def renamed(remark: Remark, names: dict[str, str]) -> Remark:
    place = Place(names.get(remark.place.file, remark.place.file), remark.place.line)
    return Remark(remark.severity, remark.code, place, remark.what)


def nu(*paths: Path, xml: bool = False) -> tuple[Remark, ...]:
    """Check pages or whole folders of them; `xml` reads them as XHTML, whatever they are called."""
    java, jar = JAVA.need(), NU.need()
    pages(*paths)
    with room() as home:
        named = [str(path.absolute()) for path in paths]
        done = run([java, *JAVA_OPTIONS, "-jar", jar, *HOW, *(["--xml"] if xml else []), *named], home)
    if not done.out.strip():
        raise Silent(done.last_words)
    roots = roots_of(paths)
    return tuple(remark_of(message, roots) for message in json.loads(done.out)["messages"] if matters(message))


def pages(*paths: Path) -> list[Path]:
    """All pages; where a path has none it would find no fault."""
    found = [list(pages_below(path)) for path in paths]
    if not found or not all(found):
        raise FileNotFoundError(f"no pages to check in {', '.join(map(str, paths))}")
    return [page for pages in found for page in pages]


def pages_below(path: Path) -> Iterator[Path]:
    places = path.rglob("*") if path.is_dir() else [path]
    return (place for place in places if place.suffix in PAGES and place.is_file())


def roots_of(paths: Sequence[Path]) -> list[Path]:
    """The folders that remarks name their files from."""
    return [path.resolve() if path.is_dir() else path.resolve().parent for path in paths]


def matters(message: dict[str, Any]) -> bool:
    """Leave out epub:type and epub:prefix; in XHTML only the extract tells them from a plain type."""
    said = EPUB_ONLY.match(message["message"])
    return said is None or f"epub:{said[1]}=" not in message.get("extract", "")


def remark_of(message: dict[str, Any], roots: list[Path]) -> Remark:
    kind = message["type"]
    file = Path(unquote(urlsplit(message.get("url", "")).path))
    within = next((file.relative_to(root) for root in roots if file.is_relative_to(root)), file)
    place = Place(within.as_posix(), message.get("lastLine", 0))
    return Remark("error" if "error" in kind else "warning", message.get("subType", kind), place, message["message"])
