"""What the print shop keeps changes no byte: a build after an edit gives the file of a build that knows nothing."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanben.book.book import Book, Variant
from kanben.editions.print.edition import print_edition
from kanben.editions.print.kept import shop
from kanben.editions.print.kept.shop import Shop
from kanben.editions.print.laid_out import LaidOut
from kanben.editions.print.layout import Layout
from kanben.press.title import finished_book, made_for
from kanben.press.worker import PRINT, Worker, worker
from tests.budgets import examples
from tests.made_pictures import png
from tests.real_titles import DIGEST
from tests.titles import title_yaml, write_title

CHAPTERS = {
    "chapters/01.md": "# 论桥\n\n## 梁桥 {#beam}\n\n桥以济人。[^a]\n\n[^a]: 见旧志。\n\n![桥](images/a.png)\n",
    "chapters/02.md": "# 论路\n\n路在桥前，见[](#beam)。\n",
    "glossary.yaml": "- {term: 梁桥, definition: 以梁承重的桥。}\n",
}
INSERTED = ("，", "一", "另有一说。", "鬱", "（新）", "两岸往来的人，都从这里走过，因此桥上总是热闹的。" * 12)
"""Short and long words, a character that no other text has, and a mark."""


@pytest.fixture(scope="module")
def warm() -> Iterator[Worker]:
    """A worker that prints one book after the other."""
    with worker() as helper:
        yield helper


def made(helper: Worker, book: Book) -> tuple[LaidOut, bytes]:
    laid_out, pdf = helper.call(PRINT, "print_edition", book, None, "")
    return laid_out, pdf


def made_anew(book: Book) -> tuple[LaidOut, bytes]:
    """By a process that has printed nothing, and another that helps it."""
    with worker(hands=1) as helper:
        return made(helper, book)


def read(folder: Path) -> Book:
    return finished_book(folder, lambda _: None)


Edit = tuple[int, float, float, str]
"""Which file, paragraph and character (as shares), and what is put in."""
EDITS = st.tuples(st.integers(0, 9), st.floats(0, 1), st.floats(0, 1), st.sampled_from(INSERTED))


def is_outside(words: str) -> bool:
    """Whether what follows stands in no key, name or address; a link's address begins where its words have ended."""
    return all(words.count(begin) == words.count(end) for begin, end in ("[]", "()", "{}")) and words[-1:] != "]"


def edit(folder: Path, change: Edit) -> None:
    number, paragraph, character, words = change
    files = sorted(folder.glob("chapters/*.md"))
    file = files[number % len(files)]
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    plain = [n for n, block in enumerate(blocks) if "\u4e00" <= block[0] <= "\u9fff"]
    chosen = plain[round(paragraph * (len(plain) - 1))]
    block = blocks[chosen]
    bare = [n for n in range(len(block) + 1) if is_outside(block[:n])]
    at = bare[round(character * (len(bare) - 1))]
    blocks[chosen] = block[:at] + words + block[at:]
    file.write_text("\n\n".join(blocks), encoding="utf-8")


@examples(2)
@given(edits=st.lists(EDITS, min_size=2, max_size=4))
def test_after_any_edits_a_warm_worker_makes_what_a_new_one_makes(
    warm: Worker, tmp_path_factory: pytest.TempPathFactory, edits: list[Edit]
) -> None:
    folder = shutil.copytree(DIGEST, tmp_path_factory.mktemp("edits") / DIGEST.name)
    for change in edits:
        edit(folder, change)
        last = made(warm, read(folder))

    assert last == made_anew(read(folder))


@pytest.mark.parametrize("variant", ["pdf/a-3u", "pdf/x-4"])
def test_variants_in_turns_do_not_touch_each_other(warm: Worker, tmp_path: Path, variant: Variant) -> None:
    book = read(bridges(tmp_path))
    made(warm, book)

    assert made(warm, made_for(variant, book)) == made_anew(made_for(variant, book))
    assert made(warm, book) == made_anew(book)


# ---- what is set again, and what is not ----------------------------------------------------------------------


def bridges(folder: Path, **files: str | bytes) -> Path:
    named = {**CHAPTERS, **files}
    return write_title(folder, **{"images/a.png": png(9, 9), "title.yaml": title_yaml(named), **named})


@pytest.fixture
def sets(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The headings of what is laid out from now on, in a shop that has nothing yet."""
    seen: list[str] = []
    stock = Layout.set

    def set_and_note(layout: Layout, html: str, *names: str, first: int) -> object:
        seen.append(html.partition("<h1")[2].partition(">")[2].partition("</h1>")[0][-2:])
        return stock(layout, html, *names, first=first)

    monkeypatch.setattr(Layout, "set", set_and_note)
    monkeypatch.setattr("kanben.editions.print.edition.SHOP", Shop())
    return seen


def printed(folder: Path, own: Path | None = None) -> bytes:
    _, pdf = print_edition(read(folder), own)
    assert isinstance(pdf, bytes)
    return pdf


def test_the_same_book_is_not_set_again(sets: list[str], tmp_path: Path) -> None:
    folder = bridges(tmp_path)
    first = printed(folder)
    sets.clear()

    assert printed(folder) == first
    assert sets == []


def test_after_an_edit_its_part_alone_is_set_again(sets: list[str], tmp_path: Path) -> None:
    printed(bridges(tmp_path))
    sets.clear()
    printed(bridges(tmp_path, **{"chapters/02.md": CHAPTERS["chapters/02.md"] + "\n又一说。\n"}))

    assert sets == ["", "论路"]  # the title leaf says how many characters there are


def test_a_part_whose_pages_have_other_numbers_is_not_set_again(sets: list[str], tmp_path: Path) -> None:
    before = printed(bridges(tmp_path))
    sets.clear()
    longer = CHAPTERS["chapters/01.md"] + "\n又一说，桥上的人都知道。\n" * 60
    after = printed(bridges(tmp_path, **{"chapters/01.md": longer}))

    assert "论路" not in sets
    assert [folio_of(pdf, "桥前") for pdf in (before, after)] == ["3", "5"]


def test_a_part_whose_style_prints_numbers_in_its_text_is_set_with_them(sets: list[str], tmp_path: Path) -> None:
    own = tmp_path / "templates"
    words = '{% extends "default/print/style.css" %}{% block own %}h1::after { content: counter(page) }{% endblock %}'
    write_title(own, **{"print/style.css": words})
    folder = tmp_path / "title"
    printed(bridges(folder), own)
    longer = CHAPTERS["chapters/01.md"] + "\n又一说，桥上的人都知道。\n" * 60
    sets.clear()
    after = printed(bridges(folder, **{"chapters/01.md": longer}), own)

    assert "论路" in sets
    assert "论路5" in "".join(words_of(after).split())


def words_of(pdf: bytes) -> str:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def folio_of(pdf: bytes, words: str) -> str:
    """The last characters of the page that has these words."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return next(text for text in texts if words in text).split()[-1]


def test_a_part_whose_lines_only_moved_in_its_file_is_not_set_again(sets: list[str], tmp_path: Path) -> None:
    printed(bridges(tmp_path))
    sets.clear()
    printed(bridges(tmp_path, **{"chapters/02.md": "\n\n" + CHAPTERS["chapters/02.md"]}))

    assert sets == []


def test_a_part_that_shows_another_picture_of_the_same_name_is_set_again(sets: list[str], tmp_path: Path) -> None:
    printed(bridges(tmp_path))
    sets.clear()
    printed(bridges(tmp_path, **{"images/a.png": png(9, 5)}))

    assert sets == ["论桥"]


def test_a_picture_is_seen_again_where_another_block_was_edited_before(sets: list[str], tmp_path: Path) -> None:
    """The block with the picture stood then, and was not looked at."""
    edited = CHAPTERS["chapters/01.md"].replace("济人", "渡人")
    printed(bridges(tmp_path))
    printed(bridges(tmp_path, **{"chapters/01.md": edited}))
    after = printed(bridges(tmp_path, **{"chapters/01.md": edited, "images/a.png": png(9, 5)}))

    assert after == made_anew(read(tmp_path))[1]


def test_a_title_s_own_templates_are_asked_anew(sets: list[str], tmp_path: Path) -> None:
    folder, own = bridges(tmp_path / "title"), tmp_path / "templates"
    write_title(own, **{"print/part.xhtml": '{% extends "default/print/part.xhtml" %}'})
    printed(folder, own)
    sets.clear()
    body = "{% block body %}<body><h1>新</h1></body>{% endblock %}"
    write_title(own, **{"print/part.xhtml": '{% extends "default/print/part.xhtml" %}' + body})
    printed(folder, own)

    assert len(sets) >= 3


def test_the_same_cover_is_not_drawn_again(sets: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book, drawn = read(bridges(tmp_path)), []
    stock = shop.draw_cover
    monkeypatch.setattr(shop, "draw_cover", lambda *asked: drawn.append(asked) or stock(*asked))
    covers = [list(print_edition(book, cover=f"<p>{words}</p>"))[1] for words in ("桥", "桥", "路")]

    assert covers[0] == covers[1] != covers[2]
    assert len(drawn) == 2


def test_a_fault_of_a_kept_part_is_told_where_it_stands_now(sets: list[str], tmp_path: Path) -> None:
    places = []
    for blank in ("", "\n\n"):
        words = f"{blank}# 论渡\n\n渡口有一字，无人能识：\ue000。\n"
        laid_out, *_ = print_edition(read(bridges(tmp_path, **{"chapters/03.md": words})))
        assert isinstance(laid_out, LaidOut)
        places += [str(told.place) for told in laid_out.troubles if told.code == "missing-glyph"]

    assert places == ["chapters/03.md:3", "chapters/03.md:5"]
    assert sets.count("论渡") == 1
