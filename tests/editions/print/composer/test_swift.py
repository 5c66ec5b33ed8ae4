"""Sparing repeated work leaves the finished PDF as it was, to the byte."""

import pytest
import weasyprint
from weasyprint.layout import inline

from kanben.editions.print import composer
from kanben.editions.print.composer import swift
from tests.editions.print.composer.sentences import page_of, paragraphs

RUNNING_HEADS = """
@page { @top-center { content: string(head) } @bottom-center { content: counter(page) } }
@page :left { @top-left { content: "左" } }
@page :first { @top-center { content: none } }
@page wide { size: 210mm 148mm }
h2 { string-set: head content(); bookmark-level: 1 } .wide { page: wide } .half { width: 50%; padding: 0 2% }
.box { box-sizing: border-box; width: 200px; padding: 10px } table { border-collapse: collapse }
@page :right { @bottom-left { content: "页脚" counter(page) } @bottom-right { content: string(foot) } }
body { --room: 10px }
h2 + p { string-set: foot "长而又长的页脚，一行放不下，须折成好几行，还要与左边的页码分一分地方。" }
.float { float: left; line-height: calc(1em + 4px); text-decoration: underline; padding: var(--room) }
.inline { display: inline-block; position: relative; font-size: 80% } .placed { position: absolute; right: 0 }
td { border: 1px solid } td:nth-child(2n) { hyphens: auto } td:nth-child(3) { overflow-wrap: anywhere }
"""


def book() -> str:
    chapters = (f"<h2>第{n}章</h2>" + "".join(f"<p>{text}</p>" for text in paragraphs(25, seed=n)) for n in range(1, 4))
    cells = "<td>".join(f"{text}（《甲》）“internationalization”—— 1,024.5%" for text in paragraphs(4, seed=4))
    others = f'<div class="half">百分之五十</div><div class="box">盒</div><table><tr><td>甲<td>{cells}</table>'
    texts = "短", *paragraphs(1, seed=5)
    fitted = "".join(
        f'<div class="{name}"><b>{text}</b></div>' for name in ("float", "inline", "placed") for text in texts
    )
    return page_of(*chapters, f'<div class="wide">{others}{fitted}</div>', style=RUNNING_HEADS)


def pressed() -> bytes:
    pdf: bytes = weasyprint.HTML(string=book()).write_pdf(pdf_variant="pdf/ua-1")
    return pdf


@pytest.mark.parametrize("composing", [False, True])
def test_the_pdf_is_the_same_to_the_byte(composing: bool) -> None:
    if composing:
        composer.install()
    try:
        before = pressed()
        assert swift.install()
        assert pressed() == before
    finally:
        swift.remove()
        composer.remove()


def test_an_untested_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.1")

    assert not swift.install()
    assert inline.resolve_percentages.__module__ == "weasyprint.layout.percent"


def test_every_module_that_resolves_percentages_is_reached() -> None:
    modules = [module for module in vars(weasyprint.layout).values() if hasattr(module, "resolve_percentages")]

    assert set(modules) <= set(swift.HOLDERS)
