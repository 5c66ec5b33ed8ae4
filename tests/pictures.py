"""Draw the README's pictures from the digest's finished editions: python -m tests.pictures."""

import tempfile
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

import pypdfium2
from PIL import Image
from playwright.sync_api import Page

from kanben.press.title import press
from kanben.press.worker import worker
from tests.checkers.browser import OPENED, site
from tests.checkers.reader import screen
from tests.real_titles import DIGEST, ROOT
from tests.titles import write_files

PICTURES = ROOT / ".github" / "pictures"
SHEETS = (
    ("封面", "iii", "v", "1"),
    ("3", "2", "9", "27"),
)  # cover, preface, contents, opener; notes, figure, table, works
SCALE, GAP, PAPER = 1.1, 24, (226, 224, 219)
DESK, PHONE = (1280, 800), (390, 800)


class Look(NamedTuple):
    """A screen of the web edition; `place` is the id that stands in its middle."""

    name: str
    page: str
    place: str
    size: tuple[int, int]
    scheme: Literal["light", "dark"]


LOOKS = (
    Look("web-desk-light", "ch01.html", "", DESK, "light"),
    Look("web-desk-dark", "ch01.html", "ch01-f1", DESK, "dark"),
    Look("web-phone-light", "ch02.html", "ch02-t1", PHONE, "light"),
    Look("web-phone-dark", "ch01.html", "n3-call", PHONE, "dark"),
)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with worker() as layout:
        files = press(DIGEST, layout).files
    document = pypdfium2.PdfDocument(files[f"{DIGEST.name}.pdf"])
    labels = [document.get_page_label(n) for n in range(len(document))]
    for n, sheet_labels in enumerate(SHEETS, 1):
        leaves = [document[labels.index(label)].render(scale=SCALE).to_pil().convert("RGB") for label in sheet_labels]
        save(sheet(leaves), f"print-{n}")
    with tempfile.TemporaryDirectory() as room, OPENED:
        write_files(Path(room), files)
        for look in LOOKS:
            screenshot(Path(room) / "web", look)
        e_book(Path(room) / f"{DIGEST.name}.epub")


def sheet(leaves: list[Image.Image]) -> Image.Image:
    """Pages side by side on grey paper."""
    width, height = leaves[0].size
    whole = Image.new("RGB", (len(leaves) * (width + GAP) + GAP, height + 2 * GAP), PAPER)
    for n, leaf in enumerate(leaves):
        whole.paste(leaf, (GAP + n * (width + GAP), GAP))
    return whole


def screenshot(web: Path, look: Look) -> None:
    """The web edition at a desk or on a phone, by day or at night; on a phone at night a note's card is open."""
    with site(web, width=look.size[0], height=look.size[1], scheme=look.scheme) as shown:
        page = shown.open(look.page)
        if look.place:
            page.evaluate("id => document.getElementById(id).scrollIntoView({ block: 'center' })", look.place)
        if look.place.endswith("-call"):
            page.click(f"#{look.place}")
        page.wait_for_timeout(300)
        save(shot(page), look.name)


def e_book(epub: Path) -> None:
    """The EPUB in a reading system on a phone: the second screen of a chapter."""
    with screen(epub, *PHONE) as page:
        page.evaluate("turn('ch02.xhtml')")
        page.evaluate("next()")
        page.wait_for_timeout(600)
        save(shot(page), "epub-phone")


def shot(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def save(picture: Image.Image, name: str) -> None:
    picture.quantize(96, Image.Quantize.FASTOCTREE).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
