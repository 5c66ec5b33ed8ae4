"""E17: every picture has words for who cannot see it."""

from collections.abc import Iterator

from kanben.proof.epub.markup import Element, local, words
from kanben.proof.epub.publication import Pages, Publication
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble


def pictures(book: Publication) -> Ruling:
    """E17: each picture has an alt that says what it shows; an empty one is for decoration alone."""
    drawings = [(page, svg) for page in book.pages for svg in page.every("svg") if is_outermost(svg)]
    faults = [*image_faults(book)]
    faults += [trouble("drawing-without-words", book.at(page, svg)) for page, svg in drawings if not is_worded(svg)]
    return asked("E17", faults, bool(book.images or drawings))


def image_faults(book: Pages) -> Iterator[Trouble]:
    for page, image in book.images:
        place, source, alt = book.at(page, image), image.get("src", ""), image.get("alt")
        if alt is None:
            yield trouble("alt-missing", place, file=source)
        elif not alt.strip() and not is_decoration(image):
            yield trouble("alt-empty", place, file=source)
        elif alt.strip() and alt.strip() == source.rpartition("/")[2]:
            yield trouble("alt-is-a-file-name", place, file=source)


def is_decoration(image: Element) -> bool:
    return bool(words(image, "role") & {"presentation", "none"}) or image.get("aria-hidden") == "true"


def is_outermost(svg: Element) -> bool:
    return not any(local(parent) == "svg" for parent in svg.iterancestors("{*}*"))


def is_worded(svg: Element) -> bool:
    """Whether a drawing in the page names itself, or holds only a picture of its own (a wrapped cover)."""
    if is_decoration(svg) or svg.get("aria-label") or svg.get("aria-labelledby"):
        return True
    inner = [local(child) for child in svg.iter("{*}*")]
    return "title" in inner or "text" in inner or "image" in inner
