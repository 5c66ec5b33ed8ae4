"""An edition in which something was changed is told from the others: which, what, and where; from the files alone."""

import shutil
from pathlib import Path

import pytest

from kanben.press.title import press
from kanben.press.worker import worker
from kanben.proof.agreement.printed import pdf_says
from kanben.proof.agreement.proof import Agreement, agreement
from kanben.proof.agreement.reading import said_by
from kanben.proof.agreement.said import Said
from kanben.trouble import Stop
from tests.proof.conftest import BRIDGES
from tests.proof.epub_changes import ONE, TWO, Change, changed
from tests.proof.pdf.set_pages import PLAIN, pdf_of
from tests.proof.pdf_changes import relinked
from tests.real_titles import BOOKS, RealTitle
from tests.shelf import Shelf
from tests.titles import write_files

DROPPED_NOTE = Change(
    ONE, '<sup><a class="duokan-footnote"[^>]*id="n3-call".*?</sup>(.*)<aside[^>]*id="n3".*?</aside>', r"\1"
)
SWAPPED = Change(ONE, "(<h2 [^>]*>)(<span.*?拱与梁)(</h2>.*<h2 [^>]*>)(余话)", r"\1\4\3\2")


def both(words: str, printed: str = "PDF") -> list[str]:
    """What is told of the EPUB beside the web edition and beside print."""
    return [words.format("web"), words.format(printed)]


EPUB_CHANGES: dict[str, tuple[Change, list[str]]] = {
    "a dropped note": (
        DROPPED_NOTE,
        [
            "web has the note “挤压与弯曲是两种受力。第二段：拱脚要有可靠的桥台。”, EPUB has it not [lost-note]",
            "web calls a note behind “承重两者不同”, EPUB does not [lost-call]",
            "PDF p. 9 has the note “挤压与弯曲是两种受力。第二段：拱”, EPUB has it not [lost-note]",
            "PDF p. 9 calls a note behind “承重两者不同”, EPUB does not [lost-call]",
        ],
    ),
    "a changed character": (
        Change(ONE, "洛阳桥", "洛阴桥"),
        both("EPUB says “洛阴桥”, {} says “洛阳桥11.8引” [other-text]"),
    ),
    "another reading of a character": (
        Change(ONE, "<rt>qiáo</rt>", "<rt>qiào</rt>"),
        both("EPUB says “11；桥qiào有三种，英”, {} says “11；桥qiáo有三种，英” [other-text]"),
    ),
    "a lost reading": (
        Change(ONE, "<rp>（</rp><rt>qiáo</rt><rp>）</rp>", ""),
        both("EPUB says “与表11；桥有三种，英文”, {} says “与表11；桥qiáo有三种，英文” [other-text]"),
    ),
    "a lost paragraph": (
        Change(ONE, "<p>全章完。</p>", ""),
        both("{} says “全章完。”, EPUB does not say it here [lost-text]", "PDF p. 10"),
    ),
    "a lost link": (
        Change(ONE, '<a class="term"[^>]*>(敞肩拱)</a>', r"\1"),
        both("{} links “敞肩拱”, EPUB does not [lost-link]", "PDF p. 9"),
    ),
    "a link that leads elsewhere": (
        Change(TWO, 'href="ch01.xhtml#?[^"]*"', 'href="glossary.xhtml"'),
        both("EPUB leads “第一章” to “名词解释”, {} to “第一章桥的道理” [other-link]"),
    ),
    "another title": (
        Change("content.opf", '(<dc:title id="title">)桥', r"\1路"),
        [
            "EPUB states as title “路一本小书”, web “桥——一本小书” (index.html:11) [other-fact]",
            "EPUB states as title “路一本小书”, PDF “桥——一本小书” (bridges.pdf) [other-fact]",
        ],
    ),
    "a heading of another level": (
        Change(ONE, '<h2 (id="ch01-s2".*?</h)2>', r"<h3 \g<1>3>"),
        both("in EPUB stands “h3 余话”, in {} “h2 余话” [other-mark]"),
    ),
    "a list without numbers": (
        Change(ONE, "<ol>(.*?)</ol>", r"<ul>\1</ul>"),
        both("in EPUB stands “ul 先立墩再架梁”, in {} “ol 先立墩再架梁” [other-mark]"),
    ),
    "a head that is a cell": (
        Change(ONE, "<th [^>]*>(.*?)</th>", r"<td>\1</td>"),
        [
            "in EPUB stands “td 桥”, in web “th 桥” [other-mark]",
            "in web stands “scope=col 桥”, in EPUB not [lost-mark]",
            "in EPUB stands “td 桥”, in PDF “th 桥” [other-mark]",
        ],
    ),
    "lost emphasis": (
        Change(ONE, "<em[^>]*>(挤压)</em>", r"\1"),
        ["in web stands “em 挤压”, in EPUB not [lost-mark]"],
    ),
    "another picture": (
        Change(ONE, "images/arch.svg", "images/road.svg"),
        ["in EPUB stands “img road”, in web “img arch 1e55ac” [other-mark]"],
    ),
    "a page that begins later": (
        Change(ONE, '(<span epub:type="pagebreak"[^>]*aria-label="2"/>)(.*?</p>)', r"\2\1"),
        [
            "in EPUB stands “page 2 木”, in web not [lost-mark]",
            "in web stands “page 2 表”, in EPUB not [lost-mark]",
        ],
    ),
    "a picture without words": (
        Change(ONE, 'alt="一道拱[^"]*"', 'alt=""'),
        both("{} says of a picture “一道拱两端向外的推力由桥台承受”, EPUB does not [lost-picture]", "PDF p. 9"),
    ),
}
FORMULA_CHANGES: dict[str, tuple[Change, list[str]]] = {
    "another letter in a formula": (
        Change(ONE, "<msup><mi>a</mi>", "<msup><mi>c</mi>"),
        both("EPUB says “l、根式√(c²+b²)与”, {} says “l、根式√(a²+b²)与” [other-text]"),
    ),
    "a lost formula": (
        Change(ONE, "<math[^>]*><mi>α</mi></math>", ""),
        [
            "EPUB says “应把行撑开，、β与x′后”, web says “应把行撑开，α、β与x′后” [other-text]",
            "EPUB says “应把行撑开，、β与x′后”, PDF says “应把行撑开，α、β与x′后” [other-text]",
            "web says aloud a formula “α”, EPUB does not [lost-formula]",
        ],
    ),
    "another number of a formula": (
        Change(ONE, r"\(1-1\)</span>", "(1-7)</span>"),
        both("EPUB says “(17)”, {} says “(11)其中x是到” [other-text]"),
    ),
    "a formula that is said otherwise": (
        Change(ONE, r'alttext="√\(a²', 'alttext="√(c²'),
        ["EPUB says aloud a formula “√(c²+b²)”, web says “√(a²+b²)” [other-formula]"],
    ),
}
RELINKED: dict[str, tuple[str, str, list[str]]] = {
    "a link to another heading": (
        "ch01",
        "ch02",
        [
            "EPUB/ch02.xhtml:12: EPUB leads “第一章” to “第一章桥的道理”, PDF to “第二章桥与路” [other-link]",
            "b.pdf: PDF p. 7 prints “1”, and leads from there to “3” [way-astray]",
            "b.pdf: PDF p. 7 prints “第一章桥的道理”, and leads from there to “第二章桥与路” [way-astray]",
        ],
    ),
    "a page that uses a word": (
        "t1-u1",
        "ch02",
        ["b.pdf: PDF p. 13 prints “1”, and leads from there to “3” [way-astray]"],
    ),
    "a call of another note": (
        "n2",
        "n3",
        [
            "EPUB/ch01.xhtml:13: EPUB calls the note “梁即桥” behind “为梁不显其光”, "
            "PDF the note “挤压与弯曲是两种受力第二” [other-call]"
        ],
    ),
    "another address": (
        "https://example.org/bridges",
        "https://example.org/roads",
        [
            "EPUB/ch02.xhtml:12: EPUB leads “https://example.org/bridges” to “https://example.org/bridges”, "
            "PDF to “https://example.org/roads” [other-link]"
        ],
    ),
}
"""What led somewhere in print, where it leads now, and what is told."""
PRINT_CHANGES = {
    "挤压与弯曲是两种受力。": "挤压与弯曲是三种受力。",
    "## 拱与梁": "## 余话甲",
    'ruby="qiáo"': 'ruby="qiào"',
    "跨度约37米": "跨度约73米",
    'alt="一道拱，两端': 'alt="两道拱，两端',
    "[](#why)": "第一章",
    "全章完。": "全章完。\n\n另有一段话只在这里印着。",
    "1. 先立墩。\n\n2. 再架梁。": "- 先立墩。\n\n- 再架梁。",
    "> 引文自成一段。": "引文自成一段。",
    "`span()`": "span()",
    "[arch bridge]{lang=en}": "arch bridge",
}


@pytest.fixture(scope="module")
def formulas(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Said]]:
    """A book with formulas, and what its editions say."""
    out = shelf.title(BOOKS / "formulas").write(tmp_path_factory.mktemp("formulas"))
    said = {"pdf": said_by("pdf", out / "formulas.pdf"), "web": said_by("web", out / "web")}
    return out / "formulas.epub", said


def faults(proof: Agreement) -> list[str]:
    return [str(fault) for finding in proof.findings for fault in finding.faults]


def test_sound_editions_say_the_same(said: dict[str, Said]) -> None:
    proof = agreement(list(said.values()))
    assert (proof.editions, faults(proof), proof.fails) == (("PDF", "EPUB", "web"), [], False)
    assert {finding.verdict for finding in proof.findings} == {"ok"}


@pytest.mark.parametrize("what", EPUB_CHANGES)
def test_an_epub_in_which_something_was_changed_is_told(
    what: str, said: dict[str, Said], bridges: bytes, tmp_path: Path
) -> None:
    change, wanted = EPUB_CHANGES[what]
    (tmp_path / "b.epub").write_bytes(changed(bridges, change))
    proof = agreement([said["pdf"], said_by("epub", tmp_path / "b.epub"), said["web"]])

    told = [fault.partition(": ")[2].partition("\n")[0] for fault in faults(proof)]
    assert (proof.fails, told) == (True, wanted)


@pytest.mark.parametrize("what", FORMULA_CHANGES)
def test_a_formula_that_was_changed_is_told(what: str, formulas: tuple[Path, dict[str, Said]], tmp_path: Path) -> None:
    change, wanted = FORMULA_CHANGES[what]
    epub, said = formulas
    (tmp_path / "b.epub").write_bytes(changed(epub.read_bytes(), change))
    proof = agreement([said["pdf"], said_by("epub", tmp_path / "b.epub"), said["web"]])

    told = [fault.partition(": ")[2].partition("\n")[0] for fault in faults(proof)]
    assert (proof.fails, told) == (True, wanted)


def test_swapped_headings_are_told_with_their_lines(said: dict[str, Said], bridges: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.epub").write_bytes(changed(bridges, SWAPPED))
    proof = agreement([said_by("epub", tmp_path / "b.epub"), said["web"]])
    assert {fault.partition(" ")[0] for fault in faults(proof)} >= {"EPUB/ch01.xhtml:16:", "EPUB/ch01.xhtml:63:"}
    assert {fault.code for finding in proof.findings for fault in finding.faults} >= {"lost-heading"}


def test_a_pdf_of_another_text_is_told_wherever_it_differs(said: dict[str, Said], tmp_path: Path) -> None:
    other = Path(shutil.copytree(BRIDGES, tmp_path / "bridges"))
    for chapter in sorted(other.glob("chapters/*.md")):
        text = chapter.read_text("utf-8")
        for old, new in PRINT_CHANGES.items():
            text = text.replace(old, new)
        chapter.write_text(text, "utf-8")
    with worker() as layout:
        made = write_files(tmp_path / "out", press(other, layout, ["print"]).files)
    proof = agreement([said_by("pdf", made / "bridges.pdf"), said["epub"], said["web"]])
    assert [fault.partition("\n")[0] for fault in faults(proof)] == [
        "EPUB/ch01.xhtml:17: EPUB says “赵州桥跨度约37米，是敞肩”, PDF says “赵州桥跨度约73米，是敞” [other-text]",
        "EPUB/ch01.xhtml:22: EPUB says “11；桥qiáo有三种，英”, PDF says “11；桥qiào有三种，英” [other-text]",
        "bridges.pdf: PDF p. 10 says “另有一段话只在这里印着。”, EPUB does not say it here [lost-text]",
        "EPUB/ch01.xhtml:16: EPUB has the heading “1.1拱与梁”, PDF has it not here [lost-heading]",
        "bridges.pdf: PDF p. 9 has the heading “1.1余话甲”, EPUB has it not here [lost-heading]",
        "EPUB/ch01.xhtml:74: a note in EPUB says “挤压与弯曲是两种受力。第二”, "
        "in PDF “挤压与弯曲是三种受力。第二” [other-note]",
        "EPUB/ch01.xhtml:19: EPUB says of a picture “一道拱两端向外”, PDF says “两道拱两端向外” [other-picture]",
        "EPUB/ch02.xhtml:12: EPUB links “第一章”, PDF does not [lost-link]",
        "EPUB/ch01.xhtml:22: in EPUB stands “lang=en archbridge”, in PDF not [lost-mark]",
        "EPUB/ch01.xhtml:44: in EPUB stands “blockquote 引文自成一段”, in PDF not [lost-mark]",
        "EPUB/ch01.xhtml:47: in EPUB stands “ul 木桥石桥”, in PDF not [lost-mark]",
        "EPUB/ch01.xhtml:51: in EPUB stands “ol 先立墩再架梁”, in PDF not [lost-mark]",
        "EPUB/ch01.xhtml:64: in EPUB stands “code span”, in PDF not [lost-mark]",
        "EPUB/nav.xhtml:16: on level 2 of its contents EPUB lists “1.1拱与梁”, "
        "PDF on level 2 “1.1余话甲” (bridges.pdf) [other-entry]",
    ]


@pytest.mark.parametrize("what", RELINKED)
def test_a_link_of_print_that_leads_elsewhere_is_told(
    what: str, said: dict[str, Said], bridges_made: RealTitle
) -> None:
    old, new, wanted = RELINKED[what]
    proof = agreement([pdf_says(relinked(bridges_made.pdf, old, new), "b.pdf"), said["epub"], said["web"]])
    assert [fault.partition("\n")[0] for fault in faults(proof)] == wanted


def test_a_pdf_without_a_structure_tree_is_not_compared() -> None:
    proof = agreement([pdf_says(pdf_of(PLAIN), "b.pdf")])
    assert (proof.editions, proof.fails, [finding.verdict for finding in proof.findings][1:]) == (
        (),
        False,
        ["unmeasured"] * 7,
    )
    assert "has no structure tree" in faults(proof)[0]


def test_a_pdf_whose_pages_cannot_be_opened_is_a_trouble(bridges_made: RealTitle) -> None:
    torn = bridges_made.pdf.replace(b"/ObjStm", b"/Object", 1)
    with pytest.raises(Stop, match=r"b\.pdf: this is not a PDF that can be read \[broken-pdf\]"):
        pdf_says(torn, "b.pdf")
