"""Whatever an editor types, or anybody sends: editions that can be read, or troubles that can be found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanben.press.worker import Worker, worker
from tests.budgets import examples
from tests.fuzz.around import AROUND
from tests.fuzz.chapters import ANY_CHAPTERS, own, with_slips
from tests.fuzz.damage import JPEGS, PNGS, damaged, small_pdf, with_another_member
from tests.fuzz.settings import TITLES
from tests.fuzz.states import NEXT
from tests.fuzz.targets import TARGETS, mended, press_title

CORPUS = Path(__file__).parent / "corpus"


def seed(name: str) -> str:
    """A whole file of the corpus."""
    return max((CORPUS / name).iterdir()).read_text(encoding="utf-8")


FEW, MORE = examples(3), examples(8)
FILES = {
    "title": with_slips(own("title.yaml")),
    "glossary": with_slips(own("glossary.yaml")),
    "index": with_slips(own("index.yaml")),
    "references": with_slips(own("references.yaml")),
    "csl-json": with_slips(
        st.just('[{"id": "mao", "type": "book", "title": "桥记", "issued": {"date-parts": [[1962]]}}]')
    ),
    "bibtex": with_slips(
        st.just("@book{mao, title = {桥记}, author = {茅某 and Li, Ming}, year = 1962, date = {1962-03}}\n")
    ),
    "ignored": with_slips(st.just("- {rule: doubled-mark, words: 桥桥, file: chapters/01.md, reason: 叠字}\n")),
    "manuscript": with_slips(own(".md")),
    "picture": with_slips(own(".svg")),
    "record": with_slips(
        st.just('{"title": "桥", "version": "1", "identifiers": [], "files": {}, "source": {"sha256": "0"}}')
    ),
} | {name: with_slips(st.just(seed(name))) for name in ("csl", "revisions", "web", "manifest")}
"""What is edited, by the kind of file."""


@MORE
@given(ANY_CHAPTERS)
def test_any_chapter(text: str) -> None:
    TARGETS["chapter"](text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", FILES)
def test_any_other_file(name: str) -> None:
    @FEW
    @given(FILES[name])
    def attempt(text: str) -> None:
        TARGETS[name](text.encode("utf-8", "surrogatepass"))

    attempt()


@FEW
@given(with_slips(own(".csv", 600)))
def test_any_table_of_data(text: str) -> None:
    TARGETS["csv"](text.encode())


@FEW
@given(ANY_CHAPTERS.flatmap(lambda text: st.tuples(st.just(text), with_slips(st.just(text)))))
def test_any_edit_of_a_chapter(states: tuple[str, str]) -> None:
    TARGETS["redline"](NEXT.join(text.encode("utf-8", "surrogatepass") for text in states))


@MORE
@given(st.one_of(PNGS, JPEGS))
def test_any_photograph(data: bytes) -> None:
    TARGETS["picture"](data)


@MORE
@given(damaged(small_pdf))
def test_any_pdf(data: bytes) -> None:
    TARGETS["pdf"](data)


@pytest.fixture(scope="module")
def epub() -> bytes:
    pressed = press_title({**AROUND, "chapters/01.md": "# 桥\n\n石桥有拱 [@mao, 12]。[^a]\n\n[^a]: 注。\n"})
    assert pressed
    return next(data for name, data in pressed.files.items() if name.endswith(".epub"))


def test_any_epub(epub: bytes) -> None:
    @MORE
    @given(st.one_of(damaged(lambda: epub), with_another_member(lambda: epub)))
    def attempt(data: bytes) -> None:
        TARGETS["epub"](data)

    attempt()


@pytest.fixture(scope="module")
def layout() -> Iterator[Worker]:
    with worker() as helper:
        yield helper


def test_any_title_in_print(layout: Worker) -> None:
    @FEW
    @given(TITLES)
    def attempt(files: dict[str, str]) -> None:
        press_title(mended({**AROUND, **written(files)}), layout)

    attempt()


@FEW
@given(TITLES)
def test_any_title_on_screens(files: dict[str, str]) -> None:
    press_title(mended({**AROUND, **written(files)}))


def written(files: dict[str, str]) -> dict[str, str | bytes]:
    return {name: text.encode("utf-8", "surrogatepass") for name, text in files.items()}
