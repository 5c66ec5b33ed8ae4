"""The rules for an EPUB in the order in which they are told."""

from collections.abc import Callable

from kanben.proof.epub.publication import Publication
from kanben.proof.epub.rules.claims import claims
from kanben.proof.epub.rules.container import container, manifest
from kanben.proof.epub.rules.cover import cover
from kanben.proof.epub.rules.documents import documents
from kanben.proof.epub.rules.fonts import fonts
from kanben.proof.epub.rules.navigation import links, navigation
from kanben.proof.epub.rules.notes import notes, private_marks
from kanben.proof.epub.rules.outside import outside
from kanben.proof.epub.rules.package import package
from kanben.proof.epub.rules.page_marks import page_marks
from kanben.proof.epub.rules.pictures import pictures
from kanben.proof.epub.rules.structures import headings, structures
from kanben.proof.epub.rules.styling import stylesheets
from kanben.proof.ruling import Ruling

EPUB_RULES: tuple[Callable[[Publication], Ruling], ...] = (
    package,
    navigation,
    cover,
    notes,
    private_marks,
    fonts,
    stylesheets,
    page_marks,
    claims,
    container,
    structures,
    links,
    documents,
    manifest,
    outside,
    headings,
    pictures,
)
