"""E9: what the package tells blind, deaf and other readers about the book is there, and true of this book."""

from collections.abc import Callable, Iterator
from functools import cached_property

from kanben.place import Place
from kanben.proof.epub.markup import HEADINGS, Element, is_a, local, words
from kanben.proof.epub.publication import Publication, value
from kanben.proof.epub.vocabulary import ACCESS_MODES, FEATURES, FINER_MODES, HAZARDS
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

MUST = ("accessMode", "accessibilityFeature", "accessibilityHazard")
SHOULD = ("accessModeSufficient", "accessibilitySummary")
VOCABULARIES = (
    ("accessMode", ACCESS_MODES | FINER_MODES),
    ("accessModeSufficient", ACCESS_MODES),
    ("accessibilityFeature", FEATURES),
    ("accessibilityHazard", HAZARDS),
)


class Content:
    """What a book has, as far as claims speak of it."""

    def __init__(self, book: Publication) -> None:
        self.book = book

    @cached_property
    def elements(self) -> list[Element]:
        nav = self.book.nav.name if self.book.nav else ""
        return [element for page in self.book.pages if page.name != nav for element in page.every()]

    @cached_property
    def tags(self) -> frozenset[str]:
        return frozenset(map(local, self.elements))

    @cached_property
    def unworded(self) -> int:
        """Pictures without an alt; one that says nothing by alt="" is told as decoration."""
        return sum(image.get("alt") is None for _, image in self.book.images)

    @cached_property
    def has_pictures(self) -> bool:
        """Whether more than the cover is to be seen."""
        return bool(self.book.images or self.tags & {"svg", "video", "canvas", "object"})

    @cached_property
    def is_worded(self) -> bool:
        """Whether any picture speaks, and all have an alt."""
        spoken = any((image.get("alt") or "").strip() for _, image in self.book.images)
        return not self.unworded and (spoken or (self.has_pictures and not self.book.images))

    @cached_property
    def has_sound(self) -> bool:
        return bool(self.tags & {"audio", "video"}) or self.has_overlay

    @cached_property
    def has_overlay(self) -> bool:
        return any(item.media_type == "application/smil+xml" for item in self.book.items)

    @cached_property
    def has_long_descriptions(self) -> bool:
        marks = ("aria-details", "aria-describedby", "longdesc")
        return "details" in self.tags or any(element.get(mark) for element in self.elements for mark in marks)

    @cached_property
    def has_contents(self) -> bool:
        """Whether there are contents; a navigation document that cannot be read may hold some."""
        return bool(self.book.navs("toc")) or (self.book.nav is not None and self.book.nav.root is None)

    @cached_property
    def has_described_math(self) -> bool:
        math = [element for element in self.elements if local(element) == "math"]
        return bool(math) and all(element.get("alttext") or element.get("aria-label") for element in math)

    @cached_property
    def has_roles(self) -> bool:
        return any(element.get("role") for element in self.elements)

    def has(self, *names: str) -> bool:
        return any(is_a(element, *names) for element in self.elements)


FEATURE_NEEDS: dict[str, Callable[[Content], bool]] = {
    "alternativeText": lambda content: content.is_worded,
    "longDescription": lambda content: content.has_long_descriptions,
    "longDescriptions": lambda content: content.has_long_descriptions,
    "MathML": lambda content: "math" in content.tags,
    "describedMath": lambda content: content.has_described_math,
    "ARIA": lambda content: content.has_roles,
    "index": lambda content: content.has("index"),
    "tableOfContents": lambda content: content.has_contents,
    "structuralNavigation": lambda content: bool(content.tags & set(HEADINGS)),
    "rubyAnnotations": lambda content: "ruby" in content.tags,
    "fullRubyAnnotations": lambda content: "ruby" in content.tags,
    "synchronizedAudioText": lambda content: content.has_overlay,
    "captions": lambda content: bool(content.tags & {"track", "video"}),
    "closedCaptions": lambda content: "track" in content.tags,
    "transcript": lambda content: content.has_sound,
    "audioDescription": lambda content: content.has_sound,
}
"""What a book must have for a feature to be true of it."""

MODE_NEEDS: dict[str, Callable[[Content], bool]] = {
    "visual": lambda content: content.has_pictures or bool(content.book.covers),
    "auditory": lambda content: content.has_sound,
    "mathOnVisual": lambda content: content.has_pictures,
    "chartOnVisual": lambda content: content.has_pictures,
    "diagramOnVisual": lambda content: content.has_pictures,
    "textOnVisual": lambda content: content.has_pictures,
}


def claims(book: Publication) -> Ruling:
    """E9: ways of access, features and hazards are given by their names, and the book has what they promise."""
    content = Content(book)
    return asked("E9", [*missing(book), *unknown_words(book), *false_claims(content), *untold(content)])


def missing(book: Publication) -> Iterator[Trouble]:
    place = Place(book.package.name)
    for name in MUST:
        if not book.metas(f"schema:{name}"):
            yield trouble("claim-missing", place, name=f"schema:{name}")
    for name in SHOULD:
        if not book.metas(f"schema:{name}"):
            yield trouble("claim-wanted", place, name=f"schema:{name}")


def unknown_words(book: Publication) -> Iterator[Trouble]:
    for name, known in VOCABULARIES:
        for meta in book.meta_elements(f"schema:{name}"):
            for word in value(meta).split(","):
                bare = word.strip().partition("/")[0] if name == "accessibilityFeature" else word.strip()
                if bare not in known:
                    yield trouble(
                        "claim-unknown", book.at(book.package, meta), name=f"schema:{name}", word=word.strip()
                    )


def false_claims(content: Content) -> Iterator[Trouble]:
    book = content.book
    for name, needs in (("accessibilityFeature", FEATURE_NEEDS), ("accessMode", MODE_NEEDS)):
        for meta in book.meta_elements(f"schema:{name}"):
            holds = needs.get(value(meta))
            if holds and not holds(content):
                yield trouble("claim-untrue", book.at(book.package, meta), claim=value(meta))
    for meta in book.meta_elements("schema:accessModeSufficient"):
        if value(meta) == "textual" and content.unworded:
            yield trouble("claim-untrue", book.at(book.package, meta), claim="accessModeSufficient textual")
    hazards = set(book.metas("schema:accessibilityHazard"))
    if len(hazards) > 1 and hazards & {"none", "unknown"}:
        yield trouble("hazards-contradict", Place(book.package.name), hazards=", ".join(sorted(hazards)))


def untold(content: Content) -> Iterator[Trouble]:
    """What the book has and does not say."""
    book = content.book
    modes, features = set(book.metas("schema:accessMode")), set(book.metas("schema:accessibilityFeature"))
    place = Place(book.package.name)
    if modes and content.has_pictures and "visual" not in modes:
        yield trouble("claim-wanted", place, name="schema:accessMode visual")
    if modes and content.has_sound and "auditory" not in modes:
        yield trouble("claim-wanted", place, name="schema:accessMode auditory")
    if features and "math" in content.tags and "MathML" not in features:
        yield trouble("claim-wanted", place, name="schema:accessibilityFeature MathML")
    conforms = [meta for meta in book.package.every("meta", "link") if is_conformance(meta)]
    certified = any(meta.get("property") == "a11y:certifiedBy" for meta in book.package.every("meta"))
    if conforms and not certified:
        yield trouble("conformance-uncertified", book.at(book.package, conforms[0]))


def is_conformance(meta: Element) -> bool:
    return meta.get("property") == "dcterms:conformsTo" or "dcterms:conformsTo" in words(meta, "rel")
