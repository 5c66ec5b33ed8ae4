"""Compare two screenshots as an eye does that steps back: where letters are drawn a little otherwise is no matter."""

from PIL import Image, ImageChops, ImageFilter, ImageStat

STEP_BACK = 4
"""Each side is made so many times smaller, and blurred by as much, before the pictures are compared."""
SPOT, ALL, PAPER = 16, 1.0, 2
"""Levels (0 to 255) by which a spot, the mean of all, and the colour of the paper may differ."""


def difference(seen: Image.Image, kept: Image.Image) -> tuple[str, Image.Image] | None:
    """What differs, with a picture: seen, kept, and what changed in red; nothing where they look alike."""
    seen, kept = seen.convert("RGB"), kept.convert("RGB")
    if seen.size != kept.size:
        return f"{seen.size} is not {kept.size}", beside(seen, kept, Image.new("RGB", seen.size, "red"))
    changed = ImageChops.difference(from_afar(seen), from_afar(kept))
    strongest = changed.split()
    worst = ImageChops.lighter(ImageChops.lighter(*strongest[:2]), strongest[2])
    spot, mean = worst.getextrema()[1], ImageStat.Stat(worst).mean[0]
    papers = max(abs(a - b) for a, b in zip(paper(seen), paper(kept), strict=True))
    if spot <= SPOT and mean <= ALL and papers <= PAPER:
        return None
    mask = worst.point(lambda level: 255 * (level > min(SPOT, spot) / 2)).resize(seen.size)
    red = Image.composite(
        Image.new("RGB", seen.size, "red"), Image.blend(seen, Image.new("RGB", seen.size, "white"), 0.6), mask
    )
    return f"a spot differs by {spot}, all by {mean:.1f}, the paper by {papers}", beside(seen, kept, red)


def from_afar(picture: Image.Image) -> Image.Image:
    return picture.reduce(STEP_BACK).filter(ImageFilter.GaussianBlur(STEP_BACK / 2))


def paper(picture: Image.Image) -> tuple[int, int, int]:
    """The colour of which there is most."""
    found = picture.getcolors(picture.width * picture.height) or []
    _, colour = max(found, key=lambda each: each[0])
    assert isinstance(colour, tuple)
    return colour[0], colour[1], colour[2]


def beside(*pictures: Image.Image) -> Image.Image:
    whole = Image.new("RGB", (sum(picture.width for picture in pictures), pictures[0].height), "grey")
    x = 0
    for picture in pictures:
        whole.paste(picture, (x, 0))
        x += picture.width
    return whole
