"""The editions look on screens as they did when somebody last looked: `pytest --accept` takes a change over."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Page

from tests.checkers.browser import Site, site
from tests.checkers.likeness import difference
from tests.checkers.reader import screen
from tests.real_titles import RealTitle

LOOKS = Path(__file__).parents[1] / "golden" / "looks"
PHONE, DESK = (360, 640), (1200, 720)
INSERT = "rule => document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length)"


class Look(NamedTuple):
    page: str
    size: tuple[int, int]
    scheme: Literal["light", "dark"]

    @property
    def name(self) -> str:
        return f"web-{self.page.partition('.')[0]}-{self.size[0]}-{self.scheme}.png"


WEB = (
    Look("index.html", PHONE, "light"),
    Look("ch01.html", PHONE, "dark"),
    Look("ch01.html", DESK, "light"),
    Look("glossary.html", PHONE, "light"),
    Look("glossary.html", DESK, "dark"),
)


@pytest.fixture(scope="module")
def desk(bridges: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site(bridges.write(tmp_path_factory.mktemp("bridges")) / "web") as shown:
        yield shown


def at(desk: Site, look: Look) -> Page:
    desk.page.set_viewport_size({"width": look.size[0], "height": look.size[1]})
    desk.page.emulate_media(color_scheme=look.scheme)
    return desk.open(look.page)


def seen(page: Page) -> Image.Image:
    """A picture of the page at rest: the marks of where the reader is come a little later than its words."""
    before, now = b"", shot(page)
    while now != before:
        page.wait_for_timeout(150)
        before, now = now, shot(page)
    return Image.open(BytesIO(now)).convert("RGB")


def shot(page: Page) -> bytes:
    return page.screenshot(animations="disabled", caret="hide")


def compare(picture: Image.Image, name: str, folder: Path, accept: bool) -> None:
    if accept:
        LOOKS.mkdir(exist_ok=True)
        picture.save(LOOKS / name, optimize=True)
    with Image.open(LOOKS / name) as kept:
        found = difference(picture, kept)
    if found:
        what, shown = found
        shown.save(folder / name)
        pytest.fail(f"{name}: {what}; look at {folder / name} (now, before, where)")


@pytest.mark.parametrize("look", WEB, ids=lambda look: look.name)
def test_a_web_page_looks_as_before(desk: Site, look: Look, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    compare(seen(at(desk, look)), look.name, tmp_path, request.config.getoption("--accept"))


def test_a_screen_of_the_epub_looks_as_before(
    bridges: RealTitle, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with screen(bridges.write(tmp_path) / "bridges.epub", *PHONE) as page:
        page.evaluate("turn('ch01.xhtml')")
        page.wait_for_timeout(300)
        compare(seen(page), "epub-ch01-360.png", tmp_path, request.config.getoption("--accept"))


# ---- what the comparison sees, and what it forgives ----------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        ":root { --seal: #1f4897 !important }",
        ":root { --paper: #fff !important }",
        ":root { --ink: #555 !important }",
        "p { text-indent: 0 }",
        "h1 { margin-top: 2rem !important }",
        "h1, h2 { font-weight: 400 }",
        "html { line-height: 1.7 }",
    ],
)
def test_a_lost_style_a_moved_block_and_a_changed_colour_are_seen(desk: Site, rule: str, tmp_path: Path) -> None:
    page = at(desk, WEB[2])
    page.evaluate(INSERT, rule)
    with pytest.raises(pytest.fail.Exception, match=r"web-ch01-1200-light\.png: a spot differs"):
        compare(seen(page), WEB[2].name, tmp_path, accept=False)
    with Image.open(tmp_path / WEB[2].name) as shown:
        assert shown.width == 3 * DESK[0]


def test_letters_drawn_a_little_otherwise_are_forgiven(desk: Site) -> None:
    picture = seen(at(desk, WEB[2]))
    moved = Image.blend(picture, ImageChops.offset(picture, 1, 0), 0.5)  # by half a pixel
    for other in (moved, picture.filter(ImageFilter.SHARPEN), picture.filter(ImageFilter.GaussianBlur(0.6))):
        assert difference(other, picture) is None


def test_all_pictures_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in LOOKS.iterdir()) < 1_000_000
