"""A title that is edited on the desk comes out as one that is built at once from the same files, byte for byte."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanben.press.live import LiveTitle, Step
from kanben.press.title import Pressed, press
from kanben.press.worker import Worker, worker
from kanben.trouble import Stop, Trouble
from tests.budgets import examples
from tests.titles import PICTURE, title_yaml, write_title

Source = dict[str, str]
Edit = Callable[[Source, int], Source]
CHAPTER = """# 论桥{n}

桥者，所以济不通也。[^a]架木为桥，积石亦为桥，见[](#fig)与 [@li1998, 12]。

## 石桥{n}

拱者石桥之脊，券者石桥之骨。[^b]

::: epigraph
苟日新，日日新。

—— 《礼记》
:::

[^a]: 桥与梁，古时一物。
[^b]: 券，读如劝。
"""
FIGURE = "![桥影](images/bridge.svg){#fig}\n\n![桥长](data/length.csv){#long .table}\n"
BOOK: Source = {
    "front/preface.md": "# 前言\n\n为渡河的人而写。\n",
    "chapters/01.md": CHAPTER.format(n="上") + "\n" + FIGURE,
    "chapters/02.md": CHAPTER.format(n="下"),
    "glossary.yaml": "- term: 石桥\n  definition: 以石为之。\n- term: 券\n  definition: 拱的一段。\n",
    "references.yaml": "- {id: li1998, type: book, title: 桥记, author: [{literal: 李某}], issued: 1998}\n",
    "images/bridge.svg": PICTURE,
    "data/length.csv": "桥,丈\n石桥,9\n",
}


def one_chapter(number: int) -> str:
    return f"chapters/0{number % 2 + 1}.md"


def paragraph(book: Source, n: int) -> Source:
    return book | {one_chapter(n): book[one_chapter(n)].replace("架木为桥", f"架木{'长' * (n % 90)}为桥")}


def note(book: Source, n: int) -> Source:
    name = one_chapter(n)
    return book | {name: book[name].replace("骨。", f"骨。[^x{n}]", 1) + f"\n[^x{n}]: 新注{n}。\n"}


def lost_note(book: Source, n: int) -> Source:
    """A call without a note: the title stops."""
    return book | {one_chapter(n): book[one_chapter(n)] + "\n[^没有]\n"}


def heading(book: Source, n: int) -> Source:
    return book | {one_chapter(n): book[one_chapter(n)] + f"\n## 木桥{n}\n\n木桥易朽，石桥难成。\n"}


def glossary(book: Source, n: int) -> Source:
    return book | {"glossary.yaml": book["glossary.yaml"] + f"- term: 木桥{n}\n  definition: 以木为之，第{n}。\n"}


def references(book: Source, n: int) -> Source:
    return book | {"references.yaml": book["references.yaml"].replace("桥记", f"桥记{n}")}


def template(book: Source, n: int) -> Source:
    words = "{{ render(node.blocks) }}{{ book.parts|length }}"
    macro = f'{{% macro epigraph(node) %}}<div class="own{n}">{words}</div>{{% endmacro %}}\n'
    return book | {f"templates/{('web', 'epub')[n % 2]}/nodes.xhtml": macro}


def image(book: Source, n: int) -> Source:
    return book | {"images/bridge.svg": PICTURE.replace('width="9"', f'width="{n % 9 + 1}"', 1)}


def figures(book: Source, n: int) -> Source:
    """The numbers of a table that is drawn in from a file."""
    return book | {"data/length.csv": book["data/length.csv"] + f"木桥{n},{n}\n"}


def formula(book: Source, n: int) -> Source:
    return book | {one_chapter(n): book[one_chapter(n)] + f"\n其长为 $x_{{{n % 9}}}$。\n"}


def order(book: Source, n: int) -> Source:
    """The first chapter goes behind the second, or the other way about."""
    first, second = book["chapters/01.md"], book["chapters/02.md"]
    return book | {"chapters/01.md": second, "chapters/02.md": first}


def shorter(book: Source, n: int) -> Source:
    """A chapter less."""
    return {name: text for name, text in book.items() if name != "chapters/02.md"}


EDITS: tuple[Edit, ...] = (
    paragraph, note, lost_note, heading, glossary, references, template, image, figures, formula, order, shorter
)  # fmt: skip
UNDO = len(EDITS)
Made = tuple[dict[str, bytes], tuple[Trouble, ...]]


@pytest.fixture(scope="module")
def layout() -> Iterator[Worker]:
    with worker() as helper:
        yield helper


def save(folder: Path, book: Source) -> None:
    for path in (path for path in folder.rglob("*") if path.is_file()):
        path.unlink()
    write_title(folder, **{"title.yaml": title_yaml(book), **book})


def built(folder: Path, layout: Worker) -> Made:
    try:
        pressed: Pressed = press(folder, layout)
    except Stop as stop:
        return {}, stop.troubles
    return pressed.files, pressed.troubles


def news(live: LiveTitle) -> list[Step]:
    return [step for step in live.steps() if step.kind != "waiting"]


def edited(live: LiveTitle, last: Made) -> Made:
    """What the desk has made of the present state; what it had made before, where nothing is otherwise."""
    steps: list[Step] = []
    try:
        steps += live.steps()
    except Stop as stop:
        return {}, stop.troubles
    return (steps[-1].files, steps[-1].troubles) if steps else last


@examples(3)
@given(edits=st.lists(st.tuples(st.integers(0, UNDO), st.integers(0, 999)), min_size=4, max_size=6))
def test_after_any_edits_the_editions_are_those_of_a_clean_build(
    edits: list[tuple[int, int]], layout: Worker, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("live") / "title"
    live, states = LiveTitle(folder, layout), [BOOK]
    good: Made = ({}, ())
    for kind, n in [(UNDO, 0), *edits]:
        if kind < UNDO:
            states.append(EDITS[kind](BOOK | states[-1], n))  # with both chapters, that any edit finds its place
        elif len(states) > 1:
            states.pop()
        save(folder, states[-1])
        made = edited(live, good)
        assert made == built(folder, layout)
        good = made if made[0] else good


def test_web_and_epub_come_first_with_the_pages_of_the_last_layout_and_the_search_last(
    layout: Worker, tmp_path: Path
) -> None:
    live = LiveTitle(tmp_path, layout)
    save(tmp_path, BOOK)
    assert [step.kind for step in news(live)] == ["print", "search"]
    save(tmp_path, paragraph(BOOK, 80))
    first, second, third = news(live)
    assert [first.kind, second.kind, third.kind] == ["screens", "print", "search"]
    assert "长长".encode() in first.files["web/ch01.html"]
    assert not any(name.startswith("web/search/") for name in second.files)
    assert third.files.items() > second.files.items()


def test_a_title_that_is_saved_as_it_was_is_not_made_again(layout: Worker, tmp_path: Path) -> None:
    live = LiveTitle(tmp_path, layout)
    save(tmp_path, BOOK)
    assert len(news(live)) == 2
    save(tmp_path, BOOK)
    assert list(live.steps()) == []
    save(tmp_path, template(BOOK, 0))
    assert [step.kind for step in news(live)] == ["screens", "print", "search"]


def test_an_edit_is_shown_while_the_pages_of_the_one_before_are_still_laid_out(
    layout: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = LiveTitle(tmp_path, layout)
    save(tmp_path, BOOK)
    assert len(news(live)) == 2
    save(tmp_path, paragraph(BOOK, 30))
    with closing(live.steps()) as steps, monkeypatch.context() as slow:
        slow.setattr(layout, "ready", lambda seconds, tell: False)  # it would be, on a machine that is fast
        assert [next(steps).kind, next(steps).kind] == ["screens", "waiting"]
    save(tmp_path, paragraph(BOOK, 60))
    first, *_, last = news(live)
    assert (first.kind, last.kind) == ("screens", "search")
    assert "长长".encode() in first.files["web/ch01.html"]
    assert (last.files, last.troubles) == built(tmp_path, layout)
