"""The redline of the real digest with some edits, in print and on screens, for eyes, ears and keyboards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pypdfium2
import pytest

from kanben.editions.print.change_bars import THICK
from kanben.press.redline import PressedRedline, press_redline, read_draft
from kanben.press.worker import worker
from tests.checkers.axe import ALL_RULES, COLOURS, axe
from tests.checkers.browser import Site, site
from tests.checkers.nu import nu_errors
from tests.checkers.pdf import drawing_faults, facts, syntax_faults, ua_failures
from tests.real_titles import DIGEST
from tests.titles import write_files

EDITS = {
    "chapters/02.md": (
        ("认识一步步深入", "认识逐步加深"),
        ("人民出版社，1994年", "人民出版社，1993年"),
        ("| 基础研究经费 | — |", "| 基础研究经费 | 见正文 |"),
        ("培育耐心资本", "培育**耐心资本**"),
        ("政府、市场和社会形成合力。", "政府、市场和社会形成合力。此处新添一句。[^new]\n\n[^new]: 新添的注。\n\n"),
    ),
    "chapters/03.md": (("。", "。新添的短句。"),),
    "glossary.yaml": (("还不确定，规模也小", "尚未确定，规模较小"),),
    "references.yaml": (("title: 加快建设教育强国", "title: 加快建设教育大国"),),
    "title.yaml": (("edition: 第1版", "edition: 第2版"),),
}
MOVED = "成果转化的最后一程"
BOOKS = Path(__file__).parents[1] / "books"


def edited_digest(folder: Path) -> Path:
    """The digest with an edit of every kind."""
    files = {str(path.relative_to(DIGEST)): path.read_bytes() for path in DIGEST.rglob("*") if path.is_file()}
    for name, pairs in EDITS.items():
        text = files[name].decode()
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1)
        files[name] = text.encode()
    blocks = files["chapters/02.md"].decode().split("\n\n")
    moved = next(block for block in blocks if block.startswith(MOVED))
    blocks.remove(moved)
    blocks.insert(2, moved)
    return write_files(folder, {**files, "chapters/02.md": "\n\n".join(blocks).encode()})


@pytest.fixture(scope="module")
def redline(tmp_path_factory: pytest.TempPathFactory) -> PressedRedline:
    new = edited_digest(tmp_path_factory.mktemp("edited") / "xinzhi-digest")
    with worker() as layout:
        return press_redline(read_draft("old", DIGEST), read_draft("new", new), layout)


@pytest.fixture(scope="module")
def folder(redline: PressedRedline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("redline"), redline.files)


@pytest.fixture
def shown(folder: Path) -> Iterator[Site]:
    with site(folder / "web") as opened:
        yield opened


def pdf_of(folder: Path) -> Path:
    return folder / "xinzhi-digest-diff.pdf"


def page_with(pdf: pypdfium2.PdfDocument, words: str) -> int:
    """The first page, from 0, that says some words behind the list of changes."""
    pages = (n for n in range(len(pdf)) if words in "".join(pdf[n].get_textpage().get_text_range().split()))
    return max(pages)


# ---- print ---------------------------------------------------------------------------------------------------


def test_the_pdf_is_whole_and_tagged(folder: Path) -> None:
    pdf = pdf_of(folder)
    assert (syntax_faults(pdf), drawing_faults(pdf), ua_failures(pdf)) == ((), (), ())
    assert facts(pdf)["Tagged"] == "yes"


def test_what_was_done_stands_before_the_words_as_text(folder: Path) -> None:
    pdf = pypdfium2.PdfDocument(pdf_of(folder))
    page = pdf[page_with(pdf, "认识删")].get_textpage().get_text_range()
    words = "".join(page.replace("\u2060", "").replace("\ufffe", "").split())
    assert "认识删一步步深入增逐步加深。" in words


def test_bars_stand_in_the_outer_margin_beside_changed_lines_alone(folder: Path) -> None:
    pdf = pypdfium2.PdfDocument(pdf_of(folder))
    barred = [n for n in range(len(pdf)) if bars(pdf[n])]
    assert {n % 2 for n in barred} == {0, 1}  # rectos and versos
    for n in barred:
        width = pdf[n].get_width()
        at = [left / width for left, *_ in bars(pdf[n])]
        assert all(0.85 < x < 1 if n % 2 == 0 else 0 < x < 0.15 for x in at)
    assert page_with(pdf, "此处新添一句") in barred
    assert page_with(pdf, "想要了解完整论述的读者") not in barred


def bars(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """The boxes of upright rules as thick as bars."""
    boxes = [thing.get_bounds() for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    return [box for box in boxes if abs(box[2] - box[0] - THICK) < 0.01 and box[3] - box[1] > 8]


# ---- screens -------------------------------------------------------------------------------------------------


def test_the_markup_is_valid(folder: Path) -> None:
    assert nu_errors(folder / "web") == ()


@pytest.mark.parametrize(("scheme", "rules"), [("light", ALL_RULES), ("dark", COLOURS)])
def test_everybody_can_use_every_changed_page(
    folder: Path, scheme: Literal["light", "dark"], rules: dict[str, Any]
) -> None:
    names = ["index.html", "changes.html", "ch02.html", "ch03.html", "glossary.html", "references.html"]
    with site(folder / "web", scheme=scheme) as opened:
        assert axe(opened, names, rules) == ()


def test_every_link_of_the_list_leads_to_a_change(redline: PressedRedline, shown: Site) -> None:
    page = shown.open("changes.html")
    links = page.eval_on_selector_all(".listing a", "links => links.map(link => link.getAttribute('href'))")
    assert len(links) == sum(len(part.listed) for part in redline.marked.parts) > 8
    for link in links:
        file, _, target = link.partition("#")
        assert f'id="{target}"' in redline.files[f"web/{file}"].decode()


def test_keys_step_from_change_to_change_and_on_to_the_next_page(shown: Site) -> None:
    page = shown.open("ch02.html")
    count = page.locator(".part [id^='change-']").count()
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert (
        page.evaluate("document.activeElement.id")
        == first
        == page.locator(".part [id^='change-']").first.get_attribute("id")
    )
    assert page.locator(".steps output").text_content() == f"第 1 处，共 {count} 处"
    for _ in range(count):
        page.keyboard.press("j")
    page.wait_for_url("**/ch03.html*")
    page.wait_for_function("document.activeElement.id.startsWith('change-')")


def test_a_page_without_changes_is_passed_over(shown: Site) -> None:
    page = shown.open("ch04.html")
    assert page.locator(".steps output").text_content() == "此篇没有改动"
    page.keyboard.press("j")
    page.wait_for_url("**/glossary.html*")


# ---- any two books -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("old", "new"), [("figures", "bridges"), ("bridges", "tables")])
def test_two_books_that_have_nothing_in_common_make_a_whole_redline(tmp_path: Path, old: str, new: str) -> None:
    with worker() as layout:
        pressed = press_redline(read_draft(old, BOOKS / old), read_draft(new, BOOKS / new), layout)
    write_files(tmp_path, pressed.files)
    names = sorted(path.name for path in (tmp_path / "web").glob("*.html"))
    assert nu_errors(tmp_path / "web") == ()
    assert ua_failures(tmp_path / f"{new}-diff.pdf") == ()
    with site(tmp_path / "web") as opened:
        assert axe(opened, names) == ()


def test_reformatting_the_digest_shows_nothing(tmp_path: Path) -> None:
    files = {str(path.relative_to(DIGEST)): path.read_bytes() for path in DIGEST.rglob("*") if path.is_file()}
    chapter = files["chapters/02.md"].decode().replace("。中国的", "。\n中国的").replace("\n\n", "\n\n\n")
    new = write_files(tmp_path / "xinzhi-digest", {**files, "chapters/02.md": chapter.encode()})
    with worker() as layout:
        pressed = press_redline(read_draft("old", DIGEST), read_draft("new", new), layout)
    assert (pressed.marked.count, b"<ins>" in pressed.files["web/ch02.html"]) == (0, False)
