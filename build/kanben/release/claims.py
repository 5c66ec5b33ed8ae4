"""Ask a finished file what it says of itself: whose edition it is, and of which release."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BufferedReader, BytesIO

from kanben.proof.epub.archive import Archive, open_archive
from kanben.proof.epub.markup import local, parse
from kanben.trouble import Stop

Opened = BufferedReader | BytesIO
PDF, START = b"%PDF-", "web/index.html"
XMP_IDENTIFIER = re.compile(rb"<dc:identifier>([^<]{1,500})</dc:identifier>")
XMP_VERSION = re.compile(rb"<xmpMM:VersionID[^>]{0,200}>([^<]{1,500})</xmpMM:VersionID>")
WINDOW, SHORT = 1 << 20, 1000
"""Bytes of a file that are looked at together, and of what is looked for at the most."""
JSON_LD = re.compile(rb'<script type="application/ld\+json">(.*?)</script>', re.S)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a file says of itself; nothing where it cannot be read, or says nothing."""

    identifiers: tuple[str, ...] = ()
    version: str = ""

    def __str__(self) -> str:
        return " ".join((*self.identifiers, self.version)).strip() or "—"


def claim_of(file: Opened) -> Claim:
    """By what the file is, whatever it is called: a PDF, an EPUB, or a zip of the web edition."""
    file.seek(0)
    if file.read(len(PDF)) == PDF:
        return of_pdf(file)
    try:
        with open_archive(file, "") as archive:
            return of_web(archive) if START in archive.names else of_epub(archive)
    except Stop:  # no zip, or a broken one
        return Claim()


def of_pdf(file: Opened) -> Claim:
    """Its XMP, which kanben leaves unpacked so that any program finds it."""
    identifier, version = "", ""
    for window in windows(file):
        identifier = identifier or first(XMP_IDENTIFIER, window)
        version = version or first(XMP_VERSION, window)
    return Claim((identifier,) if identifier else (), version)


def windows(file: Opened) -> Iterator[bytes]:
    """A file in pieces, each of which begins with the end of the one before: nothing short is cut."""
    kept = b""
    while piece := file.read(WINDOW):
        yield kept + piece
        kept = piece[-SHORT:]


def first(pattern: re.Pattern[bytes], data: bytes) -> str:
    found = pattern.search(data)
    return plain(found[1]) if found else ""


def plain(words: bytes) -> str:
    return unescape(words.decode(errors="replace"))


def of_epub(archive: Archive) -> Claim:
    """The metadata of its package."""
    name = next((name for name in archive.names if name.endswith(".opf")), "")
    said = [(local(each), each.get("property"), each.text or "") for each in parse(name, archive.read(name)).elements]
    identifiers = tuple(text for tag, _, text in said if tag == "identifier")
    return Claim(identifiers, "".join(text for _, prop, text in said if prop == "schema:version"))


def of_web(archive: Archive) -> Claim:
    """The JSON-LD of its first page."""
    found = JSON_LD.search(archive.read(START) or b"")
    try:
        facts = json.loads(found[1]) if found else {}
        return Claim((str(facts["@id"]),), str(facts.get("version", "")))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Claim()
