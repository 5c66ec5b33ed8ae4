"""What shops and reading apps ask of an EPUB: dated rows, each with the page on which it was found.

A row without a source is told and never fails. A row that the source calls advice warns. Shops change their minds:
look the pages up again before a delivery, and date the rows anew.
"""

from dataclasses import dataclass, replace

Limit = float | str | tuple[str, ...] | tuple[int, int]

LOOKED_UP = "2026-11-25"


@dataclass(frozen=True, slots=True)
class Source:
    """A public page."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One demand: its kind, its figure, whether it is a must, when and where it was looked up."""

    store: str
    what: str
    limit: Limit | None = None
    must: bool = False
    source: Source | None = None
    looked_up: str = LOOKED_UP


APPLE = Source("Apple: Prepare your book", "https://itunespartner.apple.com/books/support/9-prepare-book")
APPLE_COVER = Source(
    "INscribe Digital: Cover Images for Retailer Websites (a distributor's page)",
    "https://help.inscribedigital.com/support/solutions/articles/26000012882",
)
KOBO = Source("Kobo ePub Guidelines", "https://github.com/kobolabs/epub-spec")
GOOGLE = Source(
    "Google Play Books Partner Center: Files and uploading overview",
    "https://support.google.com/books/partner/answer/3424254",
)
GOOGLE_EPUB = Source(
    "Google Play Books Partner Center: EPUB files (read in a mirror)",
    "https://support.google.com/books/partner/answer/3316879",
)
KDP = Source(
    "Kindle Direct Publishing: Cover Image Guidelines", "https://kdp.amazon.com/en_US/help/topic/G6GTK3T3NUHKLEFX"
)
KINDLE = Source(
    "Amazon Kindle Publishing Guidelines (read in an abridged copy)",
    "https://github.com/PaulAyling/Hospital-Friend/blob/master/amazonEbookGuidlines-Abridged.md",
)
DUOKAN = Source(
    "多看电子书信息 (notes of other programs; the app's own specification is no longer public)",
    "https://saudadez21.github.io/novel-downloader/notes/duokan_epub",
)

JPEG_PNG = ("image/jpeg", "image/png")
PLAIN_PICTURES = ("image/gif", "image/jpeg", "image/png", "image/svg+xml")


def asks(store: str, source: Source | None, *rows: Ask) -> tuple[Ask, ...]:
    """Give a store and a source to each row."""
    return tuple(replace(row, store=store, source=source) for row in rows)


def must(what: str, limit: Limit | None = None) -> Ask:
    return Ask("", what, limit, True)


def should(what: str, limit: Limit | None = None) -> Ask:
    return Ask("", what, limit)


ASKS: tuple[Ask, ...] = (
    *asks(
        "apple",
        APPLE,
        must("epubcheck"),
        must("file-size", 2000),
        should("picture-pixels", 4_000_000),
        should("alt"),
    ),
    *asks("apple", APPLE_COVER, should("cover-short-side", 1400)),
    *asks("apple", None, should("notes-marked"), should("nothing-remote")),
    *asks(
        "kobo",
        KOBO,
        should("epubcheck"),
        should("file-size", 1000),
        must("cover-kinds", JPEG_PNG),
        should("cover-weight", 3),
        should("cover-named"),
        must("cover-alone"),
        should("picture-weight", 5),
        must("picture-rgb"),
        should("page-weight", 10),
        should("contents-depth", 3),
        should("isbn"),
        should("one-identifier"),
        should("notes-marked"),
        must("font-kinds", ("TTF", "OTF", "WOFF")),
        should("free-colours"),
        should("no-script"),
        should("plain-names"),
    ),
    *asks(
        "google",
        GOOGLE,
        must("file-size", 2000),
        must("cover"),
        must("cover-short-side", 640),
        must("cover-most-side", 7200),
    ),
    *asks(
        "google",
        GOOGLE_EPUB,
        should("version", "3.0"),
        must("picture-kinds", PLAIN_PICTURES),
        must("drawing-side", 3200),
    ),
    *asks(
        "kindle",
        KDP,
        must("cover-long-side", 1000),
        must("cover-short-side", 625),
        must("cover-most-side", 10_000),
        must("cover-weight", 50),
        must("cover-rgb"),
        should("cover-size", (1600, 2560)),
        should("cover-ratio", 1.6),
    ),
    *asks(
        "kindle",
        KINDLE,
        must("file-size", 650),
        must("cover"),
        must("cover-full"),
        should("no-cover-page"),
        must("title-and-language"),
        must("contents"),
        should("contents-page"),
        should("contents-depth", 2),
        must("notes-two-way"),
        should("notes-marked"),
        must("picture-kinds", (*PLAIN_PICTURES, "image/bmp")),
        must("picture-rgb"),
        should("alt"),
        should("font-kinds", ("TTF", "OTF")),
        should("relative-sizes"),
        should("free-colours"),
        should("no-script"),
        must("page-labels"),
    ),
    *asks("weread", None, should("agreement"), should("cover"), should("contents"), should("notes-marked")),
    *asks("duokan", None, should("agreement"), should("cover"), should("contents")),
    *asks("duokan", DUOKAN, should("notes-duokan")),
)
"""Every row, shop by shop. Pixels and MB as the pages give them; a cover is judged by the one within the file."""
