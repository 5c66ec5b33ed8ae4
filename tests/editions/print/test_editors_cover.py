"""The editor's own cover fills print's front cover and becomes the e-book's, be it a photograph or a drawing."""

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from kanben.book.book import VARIANTS, Variant
from kanben.press.title import Pressed, press
from kanben.press.worker import Worker
from tests.made_pictures import inked, jpeg, opened
from tests.titles import CHAPTER, title_yaml, write_title

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 160"><rect width="100" height="160" fill="#1f4e79"/>'
    '<rect y="80" width="100" height="80" fill="#c00000"/></svg>'
)
BLUE, RED = (31, 78, 121), (192, 0, 0)
ISBN = "identifiers: {uuid: 0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10, print-isbn: 978-7-5000-0001-3}"


def made(folder: Path, layout: Worker, cover: str | bytes, more: str = "", variant: Variant = "pdf/ua-1") -> Pressed:
    name = "images/cover.svg" if isinstance(cover, str) else "images/cover.jpg"
    record = title_yaml(["chapters/01.md"], f"cover: {name}\n{more}")
    files: dict[str, str | bytes] = {"chapters/01.md": CHAPTER, name: cover, "title.yaml": record}
    return press(write_title(folder, **files), layout, ("print", "epub"), variant)


def page(pressed: Pressed, label: str = "封面", crop: bool = True) -> Image.Image:
    document = pypdfium2.PdfDocument(pressed.files[f"{pressed.name}.pdf"])
    number = next(n for n in range(len(document)) if document.get_page_label(n) == label)
    shown = document[number]
    if crop and (trim := shown.get_trimbox()):
        shown.set_mediabox(*trim)
        shown.set_cropbox(*trim)
    picture: Image.Image = shown.render().to_pil().convert("RGB")
    return picture


def near(one: object, other: tuple[int, ...], leeway: int = 6) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= leeway for a, b in zip(one, other, strict=True))


def e_cover(pressed: Pressed) -> tuple[Image.Image, str]:
    with zipfile.ZipFile(io.BytesIO(pressed.files[f"{pressed.name}.epub"])) as archive:
        return opened(archive.read("EPUB/cover.jpg")), archive.read("EPUB/cover.xhtml").decode()


def test_a_drawing_fills_the_front_cover_and_is_drawn_for_the_e_book(layout: Worker, tmp_path: Path) -> None:
    pressed = made(tmp_path, layout, DRAWING)
    front = page(pressed)
    for x in (0, front.width - 1):
        assert near(front.getpixel((x, 0)), BLUE) and near(front.getpixel((x, front.height - 1)), RED)
    picture, document = e_cover(pressed)
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1600, 2560))
    assert near(picture.getpixel((0, 0)), BLUE) and near(picture.getpixel((1599, 2559)), RED)
    assert 'alt="《桥》封面"' in document


def test_a_drawing_of_another_shape_is_not_stretched(layout: Worker, tmp_path: Path) -> None:
    square = DRAWING.replace('"0 0 100 160"', '"0 30 100 100"')
    picture, _ = e_cover(made(tmp_path, layout, square))
    assert picture.size == (1600, 1600)
    assert near(picture.getpixel((0, 780)), BLUE) and near(picture.getpixel((0, 820)), RED)


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_cover_in_four_inks_is_in_the_colours_that_each_pdf_wants(
    layout: Worker, tmp_path: Path, variant: Variant
) -> None:
    pressed = made(tmp_path, layout, inked(1600, 2560), variant=variant)
    document = pypdfium2.PdfDocument(pressed.files[f"{pressed.name}.pdf"])
    (picture,) = [thing for thing in document[0].get_objects() if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    wanted = (
        pypdfium2.raw.FPDF_COLORSPACE_DEVICERGB if variant == "pdf/a-3u" else pypdfium2.raw.FPDF_COLORSPACE_DEVICECMYK
    )
    assert picture.get_metadata().colorspace == wanted
    assert e_cover(pressed)[0].mode == "RGB"


def test_for_the_press_it_goes_over_the_edges_of_the_sheet(layout: Worker, tmp_path: Path) -> None:
    pressed = made(tmp_path, layout, DRAWING, variant="pdf/x-4")
    front = pypdfium2.PdfDocument(pressed.files[f"{pressed.name}.pdf"])[0]
    left, bottom, right, top = front.get_trimbox()
    edge, _, _, ceiling = front.get_mediabox()
    whole = page(pressed, crop=False)
    bleed = 2.5 * 72 / 25.4
    for x, y in (
        (left - bleed, top - 9),
        (right + bleed, top - 9),
        (left + 9, top + bleed),
        (left + 9, bottom - bleed),
    ):
        colour = whole.getpixel((round(x - edge), round(ceiling - y)))
        assert isinstance(colour, tuple) and min(colour) < 100, (x, y, colour)


def test_print_tells_what_it_cuts_off(layout: Worker, tmp_path: Path) -> None:
    told = made(tmp_path / "a", layout, jpeg(1600, 2560)).troubles
    assert [str(fault).splitlines()[0] for fault in told] == [
        "title.yaml:7:1: print cuts 13 % off the cover images/cover.jpg: its sheet is 185 × 260 mm [cover-cut]"
    ]
    none = made(tmp_path / "b", layout, jpeg(1600, 2560), "print: {cover: false}\n")
    assert none.troubles == ()


def test_the_isbn_stays_on_the_back(layout: Worker, tmp_path: Path) -> None:
    folder = write_title(tmp_path / "t", **{"images/cover.svg": DRAWING})
    record = (folder / "title.yaml").read_text("utf-8").splitlines()
    lines = [ISBN if line.startswith("identifiers") else line for line in record]
    (folder / "title.yaml").write_text("\n".join([*lines, "cover: images/cover.svg\n"]), "utf-8")
    document = pypdfium2.PdfDocument(press(folder, layout, ("print",)).files["t.pdf"])
    words = {document.get_page_label(n): document[n].get_textpage().get_text_range() for n in range(len(document))}
    assert "978-7-5000-0001-3" in words["封底"]
    assert words["封面"].strip() == ""


@pytest.mark.parametrize("theme", ["report", "gongwen"])
def test_every_house_style_takes_it_or_has_no_covers(layout: Worker, tmp_path: Path, theme: str) -> None:
    pressed = made(tmp_path, layout, DRAWING, f"print: {{theme: {theme}}}\n")
    labels = pypdfium2.PdfDocument(pressed.files[f"{pressed.name}.pdf"]).get_page_label(0)
    assert (labels == "封面") == (theme == "report")
    if theme == "report":
        assert near(page(pressed).getpixel((0, 0)), BLUE)
