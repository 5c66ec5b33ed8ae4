"""W4 to W8: what each page says of itself, its ids, headings and pictures, and that it asks nobody for anything."""

from collections.abc import Iterator

from kanben.place import Place
from kanben.proof.epub.markup import HEADINGS, Document
from kanben.proof.epub.rules.documents import id_faults
from kanben.proof.epub.rules.outside import fetches, handlers, style_fetches
from kanben.proof.epub.rules.pictures import image_faults
from kanben.proof.epub.rules.structures import heading_faults
from kanben.proof.ruling import Ruling, asked
from kanben.proof.web.site import EXEMPT, Site
from kanben.trouble import Trouble, trouble

NEEDED = (
    ("lang", "/html/@lang"),
    ("charset", "//meta/@charset | //meta[@http-equiv='Content-Type']/@content"),
    ("title", "//head/title/text()"),
    ("viewport", "//meta[@name='viewport']/@content"),
    ("h1", "//h1"),
)
"""What each page needs, and where it stands."""
HIDING = ("noindex", "none")


def heads(site: Site) -> Ruling:
    """W4: each page says its language, characters, title and width, has one first heading, and may be found."""
    return asked("W4", [fault for page in site.pages for fault in head_faults(page)])


def head_faults(page: Document) -> Iterator[Trouble]:
    if page.root is None:
        yield trouble("web-page-unread", Place(page.name), problem=page.problem)
        return
    for name, path in NEEDED:
        if not any(str(found).strip() for found in page.root.xpath(path)):
            yield trouble("web-page-lacks", Place(page.name), name=name)
    for heading in page.root.xpath("//h1")[1:]:
        yield trouble("web-second-h1", Place(page.name, heading.sourceline or 0))
    for meta in page.root.xpath("//meta[@name='robots']") if page.name != EXEMPT else ():
        if any(word in HIDING for word in (meta.get("content") or "").lower().replace(",", " ").split()):
            yield trouble("web-noindex", Place(page.name, meta.sourceline or 0))


def ids(site: Site) -> Ruling:
    """W5: an id stands once in a page."""
    return asked("W5", [fault for page in site.read_pages for fault in id_faults(site, page)])


def headings(site: Site) -> Ruling:
    """W6: below a heading come those one level deeper; none is empty."""
    faults = [fault for page in site.read_pages for fault in heading_faults(site, page, list(page.every(*HEADINGS)))]
    return asked("W6", faults)


def pictures(site: Site) -> Ruling:
    """W7: each picture has an alt that says what it shows."""
    return asked("W7", image_faults(site), bool(site.images))


def outside(site: Site) -> Ruling:
    """W8: no page or style fetches anything from elsewhere, no page runs what stands in a link or an attribute."""
    pages = [fault for page in site.read_pages for fault in (*fetches(site, page), *handlers(site, page))]
    deep = [trouble("style-too-deep", Place(source.name, source.line)) for source in site.styles if source.is_too_deep]
    return asked("W8", [*pages, *deep, *style_fetches(site.sound_styles)])
