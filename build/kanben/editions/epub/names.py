"""The names of the files in the EPUB."""

COVER = "cover.xhtml"
COVER_PICTURE = "cover.jpg"
COVER_ID = "cover-picture"
TITLE_PAGE = "title-page.xhtml"
NAV = "nav.xhtml"
NCX = "toc.ncx"
STYLE = "style.css"
OURS = frozenset({COVER, TITLE_PAGE, NAV})


def file_of(part_id: str) -> str:
    """The file of a part; a part that bears one of our own names steps aside."""
    name = f"{part_id}.xhtml"
    return f"part-{name}" if name in OURS else name
