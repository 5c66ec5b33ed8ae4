"""Whatever stands in a paragraph, composition keeps its characters: the same ones, in the same order, on the page."""

import re
from collections import Counter
from typing import Any

import pytest
import weasyprint
from weasyprint.formatting_structure import boxes

from kanben.editions.print import composer
from tests.editions.print.composer.sentences import SENTENCES, page_of
from tests.pdf_lines import read_lines

S, T = "".join(SENTENCES[:3]), "".join(SENTENCES[8:11])
BLOCK, NOTE, SOFT = "<span class=block>块</span>", "<span class=note>丙</span>", "见typo\u00adgraph\u00adical与"
IMAGE = (
    '<img style="height:1em" src="data:image/svg+xml,'
    '<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%2220%22 height=%2210%22/>">'
)
STYLE = """
a { color: #03c; text-decoration: underline } .padded { padding: 0 .3em; border: .5pt solid #888 }
.nowrap { white-space: nowrap } [lang=en] { hyphens: auto } .anywhere { overflow-wrap: anywhere }
.block { display: inline-block; border: .5pt solid red; padding: 0 .2em }
.float { float: left; width: 8em; height: 5em; margin-right: .5em }
td { border: .5pt solid #999; width: 9em; text-align: justify } .columns { columns: 2; column-gap: 1em }
.first::first-line { color: red } .initial::first-letter { font-size: 20pt } .spread { letter-spacing: .2em }
"""
CASES = {
    "plain": f"<p>{S}{T}</p>",
    "links and emphasis": f'<p>{S[:9]}<a href="#x">{T}</a>{S[9:]}<b>{T[:25]}</b><em>{T[25:40]}“引</em>”。</p>',
    "padded": f"<p>{S[:20]}<span class=padded>{T[:60]}</span>{S[20:]}</p>",
    "nowrap": f"<p>{S[:26]}<span class=nowrap>{T[:14]}</span>，{S}<span class=nowrap>{T[20:30]}</span>{T}</p>",
    "line breaks": f"<p>{S[:40]}<br>{T}<br></p><p>短行<br>更短</p>",
    "inline blocks": f"<p>{S[:24]}{BLOCK}{T}{BLOCK}{BLOCK}{S}</p>",
    "float": f"<p><span class=float>浮动</span>{S}{T}</p>",
    "float amid text": f"<p>{S}<span class=float>浮动</span>{T}</p>",
    "hyphens": f"<p>{S[:18]}<span lang=en>International typographical organizations, characterization of composition"
    f" infrastructure</span>{T}</p>",
    "soft hyphens": f"<p>{S[:31]}{SOFT * 4}{T}</p>",
    "long address": f"<p class=anywhere>{S[:20]}https://www.example.org/{'path/' * 12}{'unbroken' * 9}.html，{T}</p>",
    "notes": f"<p>{S}<span class=note>甲，{T}</span>{T[:9]}”<span class=note>乙。</span>，{S}（{NOTE}）</p>",
    "table": f"<table><tr><td>{S}<td><p>{T}</p><td>短<tr><td colspan=3>{S}</table>",
    "columns": f"<div class=columns><p>{S}{T}</p><p>{T}<span class=note>栏中注</span>{S}</p></div>",
    "first line and letter": f'<p class=first>{S}</p><p class=initial style="text-indent:0">{T}</p>',
    "typed spaces": f"<p> 源文 中带 空格 的 text mixed with 中文 and Latin 的 段落 ，{S} </p>",
    "many marks": f"<p>“‘《〈（【他说：“好！”】）〉》’”——真的？！……“不。”“是。”（见《甲》，《乙》）、“完”。{S}</p>",
    "Latin only": f"<p lang=en>{'The quick brown fox jumps over the lazy dog and continues. ' * 4}</p>",
    "unbreakable": f"<p>没有断点的{'A' * 90}后续{S}</p>",
    "centred": f'<h2 style="text-align:center">{S[:47]}</h2>',
    "list": f'<ul><li style="text-align:justify">{S}{T}</ul>',
    "preformatted": "<pre>中文  空格\n  第二行</pre>",
    "ruby": f"<p>{S[:20]}<ruby>汉<rt>hàn</rt></ruby>{T}</p>",
    "right to left": f"<p dir=rtl>{S}</p>",
    "image": f"<p>{S[:20]}{IMAGE}{T}</p>",
    "rare characters": f"<p>{S[:20]}\U00020bb7野家\U00020000的生僻字，cafe\u0301，{T}</p>",
    "letter spacing": f"<p class=spread>{S}</p>",
    "ellipsis": f'<p style="overflow:hidden;text-overflow:ellipsis;white-space:nowrap">{S}</p>',
    "clamped": f'<p style="max-lines:2;block-ellipsis:auto">{S}{T}</p>',
    "Hebrew words": f"<p>{S}שלום עולם，{T}</p>",
    "bdo": f"<p>{S[:9]}<bdo dir=rtl>倒写的字</bdo>{T}</p>",
    "kept spaces": f'<p>{S}<span style="white-space:pre-wrap">{T}\n  {S}</span></p>',
    "zero-width marks": f"<p>\u200b{S[:9]}\u200b{S}\u2060{T}</p>",
    "positioned": f'<p>{S}<span style="position:absolute;right:0">甲</span><b style="position:relative">{T}</b></p>',
    "inline flex": f'<p>{S}<span style="display:inline-flex"><b>甲</b><b>乙</b></span>{T}</p>',
    "made content": f'<style>.m::before{{content:"前"}}.m::after{{content:leader(".") "5"}}</style><p class=m>{S}</p>',
    "empty": "<p></p><p> </p><p><span></span></p><p>末</p>",
}


def words_on_pages(document: Any) -> str:
    """Give the text of all laid out boxes in order, that of floats last, without spaces and hyphens."""
    pages = [page._page_box.descendants() for page in document.pages]
    texts = [box for page in pages for box in page if isinstance(box, boxes.TextBox)]
    floated = [box for box in texts if box.element.get("class") == "float"]
    text = "".join(box.text for box in [*(box for box in texts if box not in floated), *floated])
    return re.sub("[\\s‐\u00ad]", "", text)


def drawn(document: Any) -> Counter[str]:
    characters = Counter(char.text for line in read_lines(document.write_pdf()) for char in line.chars)
    return Counter({text: count for text, count in characters.items() if text not in "‐-\u00ad\u0002\ufffe"})


@pytest.mark.parametrize("name", CASES)
def test_characters_stay_the_same(name: str) -> None:
    html = weasyprint.HTML(string=page_of(CASES[name], style=STYLE))
    stock = html.render()
    with composer.composed() as composing:
        document = html.render()

        assert composing
        assert words_on_pages(document) == words_on_pages(stock)
        assert drawn(document) == drawn(stock)


def test_all_cases_together_make_an_accessible_pdf() -> None:
    with composer.composed():
        pdf = weasyprint.HTML(string=page_of(*CASES.values(), style=STYLE)).write_pdf(pdf_variant="pdf/ua-1")

    assert len(read_lines(pdf)) > 100
