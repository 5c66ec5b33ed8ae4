"""PDF/UA-1: what a screen reader is told of the pages."""

from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import PdfDest, raw

from kanben.editions.print.standards.elements import Content, Element, prune
from tests.checkers.pdf import drawing_faults, page_texts, syntax_faults, ua_failures
from tests.editions.print.standards.told import Told, objects, structure

UA = "pdf/ua-1"


@pytest.fixture(scope="module")
def told(files: dict[str, Path]) -> Told:
    return structure(files[UA])


def tags(element: Told) -> list[str]:
    return [kid.tag for kid in element.inner]


def test_checkers_find_nothing(files: dict[str, Path]) -> None:
    assert syntax_faults(files[UA]) == ()
    assert drawing_faults(files[UA]) == ()
    assert ua_failures(files[UA]) == ()


def test_a_note_call_refers_to_a_note_of_a_mark_and_words(told: Told, files: dict[str, Path]) -> None:
    (note,) = told.all("Note")
    assert tags(note) == ["Lbl", "Span"]
    assert note.words().startswith("①《桥说》，某社")
    call = told.all("P")[[p.words().startswith("桥之说") for p in told.all("P")].index(True)].inner[1]
    assert (call.tag, tags(call), call.words()) == ("Reference", ["Link"], "①")
    notes = [each for each in objects(files[UA]) if each.get("/S") == "/Note"]
    assert [each["/ID"] for each in notes] == ["u:n1"]


def test_a_paragraph_over_three_pages_is_one(told: Told) -> None:
    (long,) = [p for p in told.all("P") if p.words().startswith("桥者")]
    assert long.words().count("各因其地") == 90


def test_the_contents_lead_to_each_heading_and_its_page(told: Told) -> None:
    outer, inner = told.all("TOC")
    assert tags(outer) == ["TOCI", "TOCI"]
    assert tags(outer.inner[0]) == ["Reference", "Reference", "TOC"]
    assert [[kid.words() for kid in line.inner] for line in inner.inner] == [["1.1　第二节", "3"]]
    assert all(tags(reference) == ["Link"] for reference in outer.all("Reference"))


def test_a_list_has_labels_and_bodies_also_where_items_hold_paragraphs(told: Told) -> None:
    (whole,) = told.all("L")
    assert [tags(item) for item in whole.inner] == [["Lbl", "LBody"]] * 2
    assert [[tags(body) for body in item.all("LBody")] for item in whole.inner] == [[["P"]]] * 2


def test_a_table_has_a_caption_and_heads_that_say_what_they_head(told: Told, files: dict[str, Path]) -> None:
    (table,) = told.all("Table")
    assert tags(table) == ["Caption", "THead", "TBody"]
    assert [cell.words() for cell in table.all("TH")] == ["材料", "寿命"]
    heads = [each["/A"] for each in objects(files[UA]) if each.get("/S") == "/TH"]
    assert [head["/Scope"] for head in heads] == ["/Column"] * 2


def test_an_empty_cell_keeps_its_column_and_what_else_is_empty_goes() -> None:
    table = Element("Table")
    row = table.add("TR")
    row.add("TD").add("P").kids.append(Content(0, 0))
    row.add("TD").add("P")
    prune(table)
    assert [(cell.tag, [inner.tag for inner in cell.inner()]) for cell in row.inner()] == [("TD", ["P"]), ("TD", [])]


def test_a_figure_has_its_description_its_place_and_its_caption(told: Told, files: dict[str, Path]) -> None:
    assert [tags(figure) for figure in told.all("Figure")] == [["Span", "Caption"]] * 4
    figures = [each for each in objects(files[UA]) if each.get("/S") == "/Figure"]
    assert [each["/Alt"] for each in figures] == ["u:一座蓝桥", "u:一张照片", "u:一枚透明图章", "u:一张灰图"]
    for each in figures:
        left, bottom, right, top = each["/A"]["/BBox"]
        assert 0 < left < right < 525 and 0 < bottom < top < 738


def test_a_quotation_and_a_foreign_word_are_told_as_such(told: Told, files: dict[str, Path]) -> None:
    assert [quote.words() for quote in told.all("BlockQuote")] == ["过河须用桥。"]
    languages = [each["/Lang"] for each in objects(files[UA]) if each.get("/Type") == "/StructElem" and "/Lang" in each]
    assert languages == ["u:zh-Hans", "u:la"]


def test_running_heads_and_folios_are_drawn_but_not_read(told: Told, files: dict[str, Path]) -> None:
    even, odd = page_texts(files[UA])[5:7]
    assert even.split()[0] == "桥" and even.split()[-1] == "2"
    assert "".join(odd.split()).startswith("第一章论桥") and odd.split()[-1] == "3"
    assert told.words().count("第一章　论桥") == 1  # in the contents
    assert not any(p.words().isdigit() for p in told.all("P"))


def test_every_link_is_named_by_its_words_and_printed(files: dict[str, Path]) -> None:
    links = [each for each in objects(files[UA]) if each.get("/Subtype") == "/Link"]
    assert {"u:①", "u:第一章　论桥", "u:3"} <= {each["/Contents"] for each in links}
    assert {each["/F"] for each in links} == {4}
    assert len({each["/StructParent"] for each in links}) == len(links)


def test_on_another_weasyprint_its_own_tags_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    import weasyprint

    from kanben.editions.print import standards

    stock = weasyprint.pdf.add_tags
    with standards.tagged([]) as ours:
        assert ours and weasyprint.pdf.add_tags is not stock
    assert weasyprint.pdf.add_tags is stock
    monkeypatch.setattr(standards, "CHECKED", {"70.0": "otherwise"})
    with standards.tagged([]) as ours:
        assert not ours and weasyprint.pdf.add_tags is stock


def test_every_link_is_as_high_as_its_words(files: dict[str, Path]) -> None:
    areas = [each["/Rect"] for each in objects(files[UA]) if each.get("/Subtype") == "/Link"]
    assert all(abs((right - left) * (top - bottom)) > 30 for left, top, right, bottom in areas)


def test_what_leads_to_a_table_leads_to_its_caption(files: dict[str, Path]) -> None:
    with pypdfium2.PdfDocument(files[UA]) as pdf:
        goal = raw.FPDF_GetNamedDestByName(pdf, b"ch01-t1")
        place = PdfDest(goal, pdf)
        _, (_, top, _) = place.get_view()
        page = pdf[place.get_index()]
        words = page.get_textpage().get_text_bounded(bottom=top - 17, top=top)
    assert words.split() == ["表1-1", "桥的材料"]
