"""Words that the glossary explains are linked, each once in a section."""

from dataclasses import replace

from kanben.book.blocks import Cell, Epigraph, Item, List, Paragraph, Plain, Quote, Row, Table
from kanben.book.book import Book, Settings
from kanben.book.entries import GlossaryEntry, Use
from kanben.book.inlines import Code, Link, Note, Styled, Term, Text
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.passes.glossary import link_glossary
from tests.passes.small_books import at, book, entry, glossary, heading, paragraph, part, passed, plain

BRIDGE = entry("石桥")
UNLINKED = (
    "glossary.yaml:1: the term “石桥” stands only where terms are not linked: in headings, notes, captions, tables, "
    "titles [unlinked-term]\n    mend: use it in the text, mark it by {.term}, or take its entry out"
)


def linked(given: Book) -> list[tuple[str, str]]:
    """(entry's id, words) of each link."""
    made, told = passed(link_glossary, given)
    assert told == []
    return [(node.target, text_of(node.children)) for node in walk(made) if isinstance(node, Term) and node.target]


def uses(given: Book) -> dict[str, tuple[Use, ...]]:
    made, _ = passed(link_glossary, given)
    return {node.term: node.uses for node in walk(made) if isinstance(node, GlossaryEntry)}


def test_the_first_use_in_each_section_is_linked() -> None:
    text = part(
        "桥",
        paragraph("有石桥，又有石桥。"),
        paragraph("石桥。"),
        heading(2, "石桥"),
        paragraph("石桥。"),
        paragraph("路。"),
    )
    given = book(text, glossary(BRIDGE))
    made, told = passed(link_glossary, given)
    first, second, _, third, last = made.parts[0].blocks
    assert told == []
    assert isinstance(first, Paragraph)
    assert isinstance(third, Paragraph)
    assert plain(first.children) == ["Text:有", "Term:", "Text:，又有石桥。"]
    assert plain(third.children) == ["Term:", "Text:。"]
    assert text_of(second) == "石桥。"
    assert text_of(last) == "路。"


def test_a_use_is_listed_with_its_section() -> None:
    section = heading(2, "木石")
    text = part("桥", paragraph("石桥。"), section, paragraph("石桥。"))
    assert uses(book(text, glossary(BRIDGE))) == {"石桥": (Use("t1-u1", "ch01", "桥"), Use("t1-u2", "ch01", "木石"))}


def test_the_longest_term_wins_and_another_name_leads_to_the_same_entry() -> None:
    given = book(part("桥", paragraph("大石桥和虹桥。")), glossary(entry("石桥"), entry("大石桥", "虹桥")))
    made, told = passed(link_glossary, given)
    terms = [node for node in walk(made) if isinstance(node, Term)]
    assert [(term.target, text_of(term.children)) for term in terms] == [("t2", "大石桥")]
    assert told == [
        "glossary.yaml:1: the term “石桥” stands only within longer terms: 大石桥 [nested-term]\n"
        "    mend: use it by itself, or take its entry out"
    ]


def test_a_term_that_no_text_holds_is_told() -> None:
    assert passed(link_glossary, book(part("桥", paragraph("木桥")), glossary(BRIDGE)))[1] == [
        "glossary.yaml:1: the text never uses the term “石桥” [unused-term]\n    mend: use it, or take its entry out"
    ]


def test_a_term_that_stands_only_where_nothing_is_linked_is_told_so() -> None:
    text = part("桥", heading(2, "石桥"), paragraph("《石桥志》", Note((paragraph("石桥"),))))
    assert passed(link_glossary, book(text, glossary(BRIDGE)))[1] == [UNLINKED]


def test_quotes_lists_and_styled_words_are_linked() -> None:
    items = List((Item((Plain((Text("木桥"),)),)),))
    text = part("桥", Quote((paragraph("石桥"),)), items, paragraph(Styled("strong", (Text("竹桥"),))))
    given = book(text, glossary(entry("石桥"), entry("木桥"), entry("竹桥")))
    assert linked(given) == [("t1", "石桥"), ("t2", "木桥"), ("t3", "竹桥")]


def test_headings_notes_epigraphs_tables_links_code_and_quoted_titles_stay_unlinked() -> None:
    table = Table((Text("石桥表"),), (), (Row((Cell((Plain((Text("石桥"),)),)),)),))
    text = part(
        "石桥",
        Epigraph((paragraph("石桥"),)),
        heading(2, "石桥"),
        table,
        paragraph(
            "《石桥志》", Note((paragraph("石桥"),)), Link("https://a.b", (Text("石桥"),)), Code("石桥"), "，石桥。"
        ),
    )
    assert linked(book(text, glossary(BRIDGE))) == [("t1", "石桥")]


def test_an_editor_can_force_a_link_and_forbid_one() -> None:
    forced = Term((Text("石桥"),))
    table = Table((), (), (Row((Cell((Plain((forced,)),)),)),))
    text = part("桥", table, heading(2, "二"), paragraph(Term((Text("石桥"),), plain=True), "，石桥"))
    assert linked(book(text, glossary(BRIDGE))) == [("t1", "石桥"), ("t1", "石桥")]
    only_plain = part("桥", paragraph(Term((Text("石桥"),), plain=True)))
    assert passed(link_glossary, book(only_plain, glossary(BRIDGE)))[1] == [UNLINKED]


def test_a_marked_word_without_an_entry_is_told_with_the_nearest_term() -> None:
    near = part("桥", paragraph("石桥", Term((Text("石乔桥"),), place=at(3))))
    far = part("桥", paragraph(Term((Text("飞机"),), place=at(3))))
    assert passed(link_glossary, book(near, glossary(BRIDGE)))[1] == [
        "chapters/01.md:3: the glossary does not explain “石乔桥” [unknown-term]\n    mend: did you mean 石桥?"
    ]
    assert passed(link_glossary, book(far))[1] == [
        "chapters/01.md:3: the glossary does not explain “飞机” [unknown-term]\n"
        "    mend: add it to glossary.yaml, or take {.term} out"
    ]


def test_nothing_is_said_of_terms_when_a_part_could_not_be_read() -> None:
    text = part("桥", paragraph(Term((Text("飞机"),))))
    assert passed(link_glossary, book(text, whole=False))[1] == []
    assert passed(link_glossary, book(part("桥"), glossary(BRIDGE), whole=False))[1] == []


def test_a_book_without_a_glossary_and_parts_without_terms_keep_their_identity() -> None:
    given = book(part("桥", paragraph("石桥")))
    assert passed(link_glossary, given)[0] is given
    colophon = part("编写说明", paragraph("石桥"), part_id="colophon", matter="back", kind="colophon")
    made, _ = passed(link_glossary, book(colophon, glossary(BRIDGE)))
    assert made.parts[0] is colophon


def test_a_latin_term_is_linked_as_a_whole_word_only() -> None:
    given = book(part("桥", paragraph("AIRPORT、MAIN与AI2，AI桥。")), glossary(entry("AI")))
    made, _ = passed(link_glossary, given)
    (first,) = made.parts[0].blocks
    assert isinstance(first, Paragraph)
    assert plain(first.children) == ["Text:AIRPORT、MAIN与AI2，", "Term:", "Text:桥。"]


def children(given: Book) -> list[str]:
    """The first paragraph, its links in brackets and its emphasis between stars."""
    made, _ = passed(link_glossary, given)
    (first, *_) = made.parts[0].blocks
    assert isinstance(first, Paragraph)
    return [shown(word) for word in first.children]


def shown(word: object) -> str:
    match word:
        case Term():
            return "[" + "".join(map(shown, word.children)) + "]"
        case Styled():
            return "*" + "".join(map(shown, word.children)) + "*"
    return text_of(word)


def test_a_term_half_in_emphasis_is_linked_whole() -> None:
    half = book(part("桥", paragraph("有", Styled("emphasis", (Text("石"),)), "桥。")), glossary(BRIDGE))
    beyond = book(part("桥", paragraph("石", Styled("emphasis", (Text("桥和路"),)), "。")), glossary(BRIDGE))
    within = book(part("桥", paragraph(Styled("emphasis", (Text("大石桥边"),)))), glossary(BRIDGE))
    assert children(half) == ["有", "[*石*桥]", "。"]
    assert children(beyond) == ["[石*桥*]", "*和路*", "。"]
    assert children(within) == ["*大[石桥]边*"]


def test_a_term_is_found_however_its_quotes_and_spaces_are_typed() -> None:
    quoted = entry("“数据要素×”行动")
    nested = book(part("桥", paragraph("他说：“开展‘数据要素×’行动。”")), glossary(quoted))
    spaced = book(
        part("桥", paragraph("铺开5G 网络与Edge  Computing。")), glossary(entry("5G网络"), entry("Edge Computing"))
    )
    assert children(nested) == ["他说：“开展", "[‘数据要素×’行动]", "。”"]
    assert children(spaced) == ["铺开", "[5G 网络]", "与", "[Edge  Computing]", "。"]


def test_links_are_made_in_reading_order() -> None:
    forced = Term((Text("石桥"),))
    text = part("桥", paragraph("木桥，", forced, "，石桥，竹桥。"))
    made, _ = passed(link_glossary, book(text, glossary(entry("石桥"), entry("木桥"), entry("竹桥"))))
    assert [node.id for node in walk(made) if isinstance(node, Term)] == ["t2-u1", "t1-u1", "t3-u1"]


def order(settings: Settings, *entries: GlossaryEntry) -> tuple[list[str], list[str]]:
    words = "".join(given.term + "，" for given in entries)
    made, told = passed(link_glossary, book(part("桥", paragraph(words)), glossary(*entries), settings=settings))
    return [node.term for node in walk(made) if isinstance(node, GlossaryEntry)], told


def test_entries_stand_as_given_by_pinyin_or_by_strokes() -> None:
    terms = (entry("重庆"), entry("银行"), entry("长江"), entry("一桥"), entry("行业"))
    assert order(Settings(), *terms) == (["重庆", "银行", "长江", "一桥", "行业"], [])
    assert order(Settings(glossary_order="pinyin"), *terms) == (["长江", "重庆", "行业", "一桥", "银行"], [])
    assert order(Settings(glossary_order="stroke"), *terms) == (["一桥", "长江", "行业", "重庆", "银行"], [])


def test_a_polyphone_is_told_until_the_editor_says_how_it_is_read() -> None:
    pinyin = Settings(glossary_order="pinyin")
    doubtful, told = order(pinyin, entry("曾国藩", line=3), entry("石桥"))
    assert doubtful == ["曾国藩", "石桥"]
    assert told == [
        "glossary.yaml:3: “曾国藩” is sorted as ceng, and 曾 can also be read zeng [polyphone]\n"
        "    mend: say it in sort: ceng …"
    ]
    assert order(pinyin, replace(entry("曾国藩"), sort="zeng guo fan"), entry("石桥")) == (["石桥", "曾国藩"], [])
