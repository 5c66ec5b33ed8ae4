"""Take the editor's own picture for the cover, and measure it by what bookshops ask."""

from collections.abc import Iterator

from kanben.book.book import Cover
from kanben.place import Place
from kanben.raster.drawing import drawing
from kanben.raster.facts import Raster, raster
from kanben.reading.pictures import Pictures
from kanben.trouble import Trouble, trouble

LEAST, HOUSE = (1000, 1600), (1600, 2560)  # px, upright
RATIO, LEEWAY = 1.6, 0.04


def read_cover(target: str, place: Place, pictures: Pictures) -> Cover | None:
    """The cover that title.yaml names; None where it names none, or, told why, where it cannot be used."""
    name = pictures.take(target, place) if target else ""
    if name not in pictures.files:
        return None
    facts = raster(pictures.files[name])
    width, height = facts.upright if facts else drawn_size(pictures.files[name])
    cover = Cover(name, width, height, place)
    for fault in cover_faults(cover, facts, target):
        pictures.tell(fault)
    return cover


def cover_faults(cover: Cover, facts: Raster | None, file: str) -> Iterator[Trouble]:
    """Size and colours of a photograph, and the shape of any."""
    if facts:
        yield from size_faults(cover, file)
        if found := ", ".join(strange_colours(facts)):
            yield trouble("cover-colour", cover.place, file=file, colour=found)
    ratio = cover.height / cover.width
    if abs(ratio / RATIO - 1) > LEEWAY:
        yield trouble("cover-shape", cover.place, file=file, ratio=f"{ratio:.2f}")


def size_faults(cover: Cover, file: str) -> Iterator[Trouble]:
    width, height = int(cover.width), int(cover.height)
    if width < LEAST[0] or height < LEAST[1]:
        yield trouble("small-cover", cover.place, file=file, width=width, height=height)
    elif width < HOUSE[0] or height < HOUSE[1]:
        yield trouble("coarse-cover", cover.place, file=file, width=width, height=height)


def strange_colours(facts: Raster) -> Iterator[str]:
    """What the picture has other than eight bits of sRGB, in words of the field."""
    if facts.colours not in ("RGB", "palette"):
        yield facts.colours
    if facts.depth > 8:
        yield f"{facts.depth} bit"
    if not facts.in_srgb:
        yield facts.profile_name or "ICC"


def drawn_size(data: bytes) -> tuple[float, float]:
    """What a drawing says of its size; the house size where it says nothing."""
    drawn = drawing(data)
    return (drawn.width, drawn.height) if drawn else HOUSE
