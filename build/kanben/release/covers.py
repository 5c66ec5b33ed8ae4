"""Give the cover in the sizes that shops show: as the EPUB has it, for a page, for a list."""

from kanben.editions.epub.names import COVER_PICTURE
from kanben.editions.pictures import press_profile
from kanben.proof.epub.archive import open_archive
from kanben.raster.convert import cover_jpeg
from kanben.raster.facts import raster

COVER, MEDIUM, SMALL = "cover.jpg", "cover-medium.jpg", "cover-small.jpg"
SIZES = {MEDIUM: (800, 1280), SMALL: (400, 640)}
WEIGHT = 1_000_000


def covers_of(epub: bytes) -> dict[str, bytes]:
    """JPEG files by name."""
    with open_archive(epub, "") as archive:
        data = archive.read(f"EPUB/{COVER_PICTURE}")
    assert data
    facts = raster(data)
    assert facts
    smaller = {name: cover_jpeg(data, facts, press_profile(), size, WEIGHT) for name, size in SIZES.items()}
    return {COVER: data, **smaller}


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Width and height in px."""
    facts = raster(jpeg)
    assert facts
    return facts.upright
