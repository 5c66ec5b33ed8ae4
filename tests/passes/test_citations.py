"""Citations get their words and links, and the list of works its order, numbers and uses."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kanben.book.blocks import Heading, Paragraph
from kanben.book.book import Book, Part, Record, Repeated, Settings
from kanben.book.entries import ReferenceEntry, References
from kanben.book.inlines import Cite, CitedWork, CiteItem, Note, Styled, Text
from kanben.book.node import Block
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.pandoc import citeproc
from kanben.passes.citation_styles import house_style
from kanben.passes.citation_words import groups, hyphened
from kanben.passes.citations import resolve_citations
from kanben.place import Place
from kanben.trouble import Trouble

HERE = Place("chapters/01.md", 3)
RECORD = Record("桥", "", "zh-Hans", (), "", "", "", "", "", (), ())


def work(key: str, family: str, given: str, title: str) -> dict[str, object]:
    people = [{"family": family, "given": given}]
    return {"id": key, "type": "book", "author": people, "title": title, "issued": {"date-parts": [[2024]]}}


WORKS = (work("zhao", "赵", "一", "论桥"), work("qian", "钱", "二", "论路"), work("sun", "孙", "三", "论水"))
ENTRIES = tuple(
    ReferenceEntry(str(item["id"]), (), place=Place("references.yaml", line)) for line, item in enumerate(WORKS, 2)
)


def cite(*keys: str, locator: str = "", line: int = 3) -> Cite:
    return Cite(tuple(CiteItem(key, locator=locator) for key in keys), place=Place("chapters/01.md", line))


def chapter(*blocks: Block) -> Part:
    heading = Heading(1, (Text("桥"),), id="ch01", label="第一章")
    return Part("body", "chapter", "ch01", heading, blocks)


def book(
    *blocks: Block,
    entries: tuple[ReferenceEntry, ...] | None = ENTRIES,
    style: str = "gb-t-7714-2025",
    whole: bool = True,
) -> Book:
    listed = Part("back", "references", "references", Heading(1, (Text("参考文献"),)), (References(entries or ()),))
    parts = (chapter(*blocks), *(() if entries is None else (listed,)))
    return Book("bridges", RECORD, Settings(references_style=style), parts, HERE, bibliography=WORKS, whole=whole)


def resolved(given: Book) -> tuple[Book, list[Trouble]]:
    told: list[Trouble] = []
    return resolve_citations(given, told.append), told


def cites(given: Book) -> list[Cite]:
    return [node for node in walk(given) if isinstance(node, Cite)]


def entries(given: Book) -> list[ReferenceEntry]:
    return [node for node in walk(given) if isinstance(node, ReferenceEntry)]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """The documents that went to pandoc."""
    documents: list[bytes] = []
    real = citeproc.cite_skeleton

    def send(document: bytes) -> bytes:
        documents.append(document)
        return real(document)

    monkeypatch.setattr(citeproc, "cite_skeleton", send)
    yield documents


def test_numbers_run_in_order_of_citation_and_further_reading_follows() -> None:
    given = book(Paragraph((Text("桥"), cite("sun"), cite("zhao"), cite("sun"))))
    further = replace(given.parts[1], blocks=(References((ENTRIES[0], replace(ENTRIES[1], further=True), ENTRIES[2])),))
    done, told = resolved(replace(given, parts=(given.parts[0], further)))
    assert told == []
    assert [text_of(node) for node in cites(done)] == ["[1]", "[2]", "[1]"]
    assert [(entry.id, entry.label, entry.key, entry.further) for entry in entries(done)] == [
        ("r1", "[1]", "sun", False),
        ("r2", "[2]", "zhao", False),
        ("r3", "[3]", "qian", True),
    ]
    assert [text_of(entry) for entry in entries(done)] == [
        "孙三. 论水[M]. 2024.",
        "赵一. 论桥[M]. 2024.",
        "钱二. 论路[M]. 2024.",
    ]


def test_a_call_is_raised_and_tied_to_its_works() -> None:
    done, _ = resolved(book(Paragraph((cite("zhao", "qian", "sun"),))))
    assert cites(done) == [
        Cite(
            cite("zhao", "qian", "sun").items,
            (
                Styled(
                    "superscript",
                    (
                        Text("["),
                        CitedWork("r1", (Text("1"),)),
                        Text("-"),
                        CitedWork("r3", (Text("3"),)),
                        Text("]"),
                    ),
                ),
            ),
            ("r1", "r2", "r3"),
            "r1-u1",
            place=HERE,
        )
    ]


def test_a_work_lists_each_place_that_cites_it() -> None:
    section = Heading(2, (Text("石桥"),), id="ch01-s1", label="1.1")
    done, _ = resolved(book(Paragraph((cite("zhao"),)), section, Paragraph((cite("qian", "zhao"), cite("sun")))))
    assert [[(use.id, use.part, use.label) for use in entry.uses] for entry in entries(done)] == [
        [("r1-u1", "ch01", "第一章"), ("r2-u1", "ch01", "1.1")],
        [("r2-u1", "ch01", "1.1")],
        [("r3-u1", "ch01", "1.1")],
    ]


def test_pages_stand_outside_the_brackets() -> None:
    done, _ = resolved(book(Paragraph((cite("zhao", locator="第12—15页"), cite("qian", locator="第3章"), cite("sun")))))
    assert [text_of(node) for node in cites(done)] == ["[1]12-15", "[2]第3章", "[3]"]


def test_a_cited_author_is_named_in_the_sentence() -> None:
    named = Cite((CiteItem("zhao", mode="author-in-text"),), place=HERE)
    done, _ = resolved(book(Paragraph((named, Text("认为"), cite("qian", "sun")))))
    assert text_of(done.parts[0].blocks) == "赵一[1]认为[2-3]"


def test_in_a_note_style_a_citation_of_the_text_becomes_a_note() -> None:
    inside = Note((Paragraph((Text("见"), cite("qian", locator="12"))),))
    done, told = resolved(book(Paragraph((Text("桥"), cite("sun"), inside)), style="note-zh"))
    notes = [text_of(node.blocks) for node in walk(done) if isinstance(node, Note)]
    assert notes == ["孙三，《论水》，2024年", "见钱二，《论路》，2024年，第12页"]
    assert [(entry.id, entry.label, entry.key) for entry in entries(done)] == [
        ("r1", "1.", "zhao"),
        ("r2", "2.", "qian"),
        ("r3", "3.", "sun"),
    ]
    assert [trouble.code for trouble in told] == ["uncited-reference"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [("12", "第12页"), ("第12页", "第12页"), ("p. 12", "第12页"), ("12—15", "第12—15页"), ("第3章", "第3章")],
)
def test_a_note_names_the_page_once(written: str, printed: str) -> None:
    done, _ = resolved(book(Paragraph((cite("sun", locator=written),)), style="note-zh"))
    assert [text_of(node) for node in cites(done)] == [f"孙三，《论水》，2024年，{printed}"]


def test_a_note_style_needs_no_list() -> None:
    done, told = resolved(book(Paragraph((cite("sun"),)), entries=None, style="note-zh"))
    assert told == []
    assert [(node.targets, node.id, text_of(node)) for node in cites(done)] == [((), "", "孙三，《论水》，2024年")]


def test_the_manuscripts_own_words_stay_in_their_order_without_pandoc(sent: list[bytes]) -> None:
    verbatim = tuple(replace(entry, children=(Text(f"{entry.key}，某报"),), further=True) for entry in ENTRIES[::-1])
    done, told = resolved(book(Paragraph((Text("桥"),)), entries=verbatim, style="note-zh"))
    assert (told, sent) == ([], [])
    assert [(entry.label, text_of(entry)) for entry in entries(done)] == [
        ("1.", "sun，某报"),
        ("2.", "qian，某报"),
        ("3.", "zhao，某报"),
    ]


def test_a_cited_work_keeps_the_manuscripts_own_words() -> None:
    verbatim = (replace(ENTRIES[0], children=(Text("赵一《论桥》"),)), ENTRIES[1], ENTRIES[2])
    done, _ = resolved(book(Paragraph((cite("qian"), cite("zhao"), cite("sun"))), entries=verbatim))
    assert [(entry.label, text_of(entry)) for entry in entries(done)][:2] == [
        ("[1]", "钱二. 论路[M]. 2024."),
        ("[2]", "赵一《论桥》"),
    ]


def test_an_edit_of_the_prose_asks_the_same_question(sent: list[bytes]) -> None:
    resolved(book(Paragraph((Text("桥"), cite("sun"))), Paragraph((cite("zhao", "qian"),))))
    resolved(book(Paragraph((Text("路不同"), cite("sun"))), Paragraph((Text("水"), cite("zhao", "qian")))))
    assert sent[0] == sent[1]
    assert [block["t"] for block in json.loads(sent[0])["blocks"]] == ["Para", "Para"]


def test_a_book_without_works_is_not_touched(sent: list[bytes]) -> None:
    given = replace(book(Paragraph((Text("桥"),)), entries=None), bibliography=())
    done, told = resolved(given)
    assert (done is given, told, sent) == (True, [], [])


def test_what_cites_nothing_keeps_its_identity() -> None:
    still = Paragraph((Text("桥"),))
    done, _ = resolved(book(still, Paragraph((cite("zhao", "qian", "sun"),))))
    assert done.parts[0].blocks[0] is still


# ---- authors and dates ---------------------------------------------------------------------------------------


def people(key: str, *families: str, title: str = "论桥", year: int = 2024, language: str = "") -> dict[str, object]:
    authors = [{"literal": family} for family in families]
    item: dict[str, object] = {
        "id": key,
        "type": "book",
        "author": authors,
        "title": title,
        "issued": {"date-parts": [[year]]},
    }
    return item | ({"language": language} if language else {})


def by_authors(words: Block, *works: dict[str, object], sorts: dict[str, str] | None = None) -> Book:
    known = sorts or {}
    entries = tuple(ReferenceEntry(str(w["id"]), (), sort=known.get(str(w["id"]), ""), place=HERE) for w in works)
    given = replace(book(words, entries=entries, style="gb-t-7714-2025-author-date"), bibliography=works)
    done, told = resolved(given)
    assert told == []
    return done


def test_works_of_one_author_and_year_are_told_apart_in_order_of_citation() -> None:
    works = people("a", "钱二", title="论路"), people("b", "钱二", title="论水")
    done = by_authors(Paragraph((cite("b"), cite("a"), cite("b", locator="9"))), *works)
    assert [text_of(node) for node in cites(done)] == ["（钱二，2024a）", "（钱二，2024b）", "（钱二，2024a）9"]
    assert [text_of(entry) for entry in entries(done)] == ["钱二，2024a. 论水[M].", "钱二，2024b. 论路[M]."]


def test_lists_go_by_language_then_by_pinyin_and_a_reading_overrides() -> None:
    works = (
        people("ru", "Иванов", title="Мосты", language="ru"),
        people("en", "Smith", title="Bridges", language="en"),
        people("ja", "佐藤一", title="石の橋"),
        people("zh", "赵一"),
        people("dan", "单四"),
        people("li", "李五"),
    )
    done = by_authors(Paragraph((cite(*(str(w["id"]) for w in works)),)), *works, sorts={"dan": "shan si"})
    assert [entry.key for entry in entries(done)] == ["li", "dan", "zh", "ja", "en", "ru"]
    assert {entry.label for entry in entries(done)} == {""}


def test_a_citation_speaks_each_works_language() -> None:
    works = (
        people("zh", "赵一", "钱二"),
        people("en", "Smith", "Jones", language="en"),
        people("ru", "Иванов", "Петров", title="Мосты"),
    )
    done = by_authors(Paragraph((cite("zh", "en", "ru"),)), *works)
    assert text_of(cites(done)[0]) == "（赵一 等，2024；Smith et al.，2024；Иванов и др.，2024）"


def test_the_name_in_a_sentence_stands_close_to_chinese_words() -> None:
    named = Cite((CiteItem("a", mode="author-in-text"),), place=HERE)
    done = by_authors(Paragraph((Text("据 "), named, Text(" 所述"))), people("a", "赵一"))
    assert text_of(done.parts[0].blocks) == "据赵一（2024）所述"


def test_a_prefix_stands_in_the_brackets_of_authors_and_before_those_of_numbers() -> None:
    seen = Cite((CiteItem("zhao", prefix="参见", locator="第三章"),), place=HERE)
    dated, _ = resolved(book(Paragraph((seen, cite("qian", "sun"))), style="gb-t-7714-2025-author-date"))
    assert text_of(cites(dated)[0]) == "（参见赵一，2024）第三章"
    numbered, _ = resolved(book(Paragraph((seen, cite("qian", "sun")))))
    assert text_of(cites(numbered)[0]) == "参见[1]第三章"


# ---- notes ---------------------------------------------------------------------------------------------------


def noted(repeated: Repeated, *blocks: Block, style: str = "note-zh") -> list[str]:
    given = book(*blocks, style=style)
    given = replace(given, settings=replace(given.settings, references_repeated=repeated))
    done, _ = resolved(replace(given, parts=(*given.parts[:1], replace(given.parts[0], id="ch02"), *given.parts[1:])))
    return [text_of(node.blocks) for node in walk(done) if isinstance(node, Note)]


def test_by_default_every_note_names_its_work_in_full() -> None:
    assert noted("full", Paragraph((cite("sun"), cite("sun")))) == ["孙三，《论水》，2024年"] * 4


def test_a_work_named_again_is_short_and_each_chapter_begins_anew() -> None:
    once = ["孙三，《论水》，2024年", "孙三，《论水》，第9页"]
    assert noted("short", Paragraph((cite("sun"), cite("sun", locator="9")))) == once * 2


def test_the_same_as_above_follows_only_a_note_of_that_one_work() -> None:
    plain = Note((Paragraph((Text("无书之注"),)),))
    both = Note((Paragraph((cite("qian"), Text("又"), cite("sun"))),))
    blocks = Paragraph((cite("sun"), cite("sun"), plain, cite("sun"), cite("sun", locator="9"), both, cite("sun")))
    assert noted("ibid", blocks)[:7] == [
        "孙三，《论水》，2024年",
        "同上",
        "无书之注",
        "孙三，《论水》",
        "同上，第9页",
        "钱二，《论路》，2024年又孙三，《论水》",
        "孙三，《论水》",
    ]


def test_several_works_in_one_note_lead_each_to_its_own() -> None:
    done, _ = resolved(book(Paragraph((cite("zhao", "sun"), cite("qian"))), style="note-zh"))
    assert [node.target for node in walk(cites(done)[0]) if isinstance(node, CitedWork)] == ["r1", "r3"]


# ---- lists of chapters, and a style of one's own -------------------------------------------------------------


def test_each_chapter_may_end_with_its_own_list() -> None:
    given = book(
        Paragraph((cite("sun"), cite("zhao"))), entries=(*ENTRIES[:1], replace(ENTRIES[1], further=True), ENTRIES[2])
    )
    second = replace(chapter(Paragraph((cite("zhao"),))), id="ch02")
    parts = (given.parts[0], second, given.parts[1])
    settings = replace(given.settings, references_lists="chapter")
    done, told = resolved(replace(given, parts=parts, settings=settings))
    assert told == []
    assert [text_of(node) for node in cites(done)] == ["[1]", "[2]", "[1]"]
    assert [[(e.id, e.label, e.key) for e in entries(replace(done, parts=(part,)))] for part in done.parts] == [
        [("r1", "[1]", "sun"), ("r2", "[2]", "zhao")],
        [("r3", "[1]", "zhao")],
        [("r4", "[1]", "qian")],
    ]
    assert [block.id for block in done.parts[0].blocks if isinstance(block, Heading)] == ["ch01-references"]


def test_a_title_cites_in_its_own_style() -> None:
    csl = house_style("gb-t-7714-2025").csl.replace(
        'prefix="[" suffix="]" delimiter', 'prefix="⟨" suffix="⟩" delimiter'
    )
    given = replace(book(Paragraph((cite("sun"), cite("zhao", "qian"))), style="own.csl"), style=csl)
    done, told = resolved(given)
    assert told == []
    assert [text_of(node) for node in cites(done)] == ["⟨1⟩", "⟨2，3⟩"]
    assert [entry.key for entry in entries(done)] == ["sun", "zhao", "qian"]


# ---- troubles ------------------------------------------------------------------------------------------------


def said(given: Book) -> list[str]:
    return [str(trouble) for trouble in resolved(given)[1]]


def test_an_unknown_key_is_told_with_the_near_miss() -> None:
    assert said(book(Paragraph((cite("zhoa", line=7), cite("zhao", "qian", "sun"))))) == [
        "chapters/01.md:7: no work has the key zhoa [unknown-reference]\n    mend: did you mean zhao?"
    ]


def test_words_glued_after_a_key_are_taken_for_a_part_of_it() -> None:
    assert "mend: did you mean zhao?" in said(book(Paragraph((cite("zhao认为"), cite("zhao", "qian", "sun")))))[0]


def test_an_unknown_key_leaves_the_other_citations_right() -> None:
    done, _ = resolved(book(Paragraph((cite("wu"), cite("qian", "wu"), cite("sun")))))
    assert [text_of(node) for node in cites(done)] == ["", "[1]", "[2]"]


def test_an_at_sign_glued_to_the_text_is_no_citation() -> None:
    words = Paragraph((Text("据@zhao所述，写信给 a@sun.cn 或 @zhaozhou"), cite("zhao", "qian", "sun")), place=HERE)
    assert said(book(words)) == [
        "chapters/01.md:3: @zhao is glued to the words around it and is not read as a citation [not-a-citation]\n"
        "    mend: write [@zhao]"
    ]


def test_a_work_that_nothing_cites_is_a_warning_at_its_line() -> None:
    _, told = resolved(book(Paragraph((cite("zhao", "sun"),))))
    assert [(str(trouble.place), trouble.code, trouble.severity) for trouble in told] == [
        ("references.yaml:3", "uncited-reference", "warning")
    ]


def test_a_book_read_in_part_blames_no_work() -> None:
    assert said(book(Paragraph((cite("zhao"),)), whole=False)) == []


def test_numbers_without_a_list_are_an_error() -> None:
    told = said(book(Paragraph((cite("zhao", "qian", "sun"),)), entries=None))
    assert [line.splitlines()[0] for line in told] == [
        "chapters/01.md:3: works are cited, but nothing lists them [no-reference-list]"
    ]


def test_a_note_style_cannot_name_the_author() -> None:
    named = Cite((CiteItem("zhao", mode="author-in-text"),), place=HERE)
    told = said(book(Paragraph((named, cite("qian", "sun"))), style="note-zh"))
    assert [line.splitlines()[1] for line in told] == ["    mend: write the author's name yourself, then [@zhao]"]


# ---- small words ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [("1–3", "1-3"), ("4，5", "4-5"), ("1，3，4", "1，3-4"), ("570，83", "570，83"), ("9", "9")],
)
def test_runs_of_numbers_are_joined_by_a_hyphen(numbers: str, printed: str) -> None:
    pieces = re.split("([–，])", numbers)
    words = tuple(Text(piece) if piece in "–，" else CitedWork("r", (Text(piece),)) for piece in pieces)
    assert text_of(hyphened(words)) == printed


def test_a_number_with_a_page_stands_alone() -> None:
    a, b, c, d = CiteItem("a"), CiteItem("b"), CiteItem("c", locator="5"), CiteItem("d", locator="6")
    assert groups((a, b, c, d, a), house_style("gb-t-7714-2025")) == [(a, b), (c,), (d,), (a,)]
    assert groups((a, c, b), house_style("note-zh")) == [(a, c, b)]
