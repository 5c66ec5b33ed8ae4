"""A drawing (SVG) may draw, and do nothing else: it is a page of its own for whoever opens it in a browser."""

from base64 import b64encode

import pytest

from kanben.reading.drawing_faults import drawing_fault
from tests.made_pictures import large_png, png

HTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def fault(inner: str, around: str = "") -> str:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return drawing_fault(f"{around}<svg {names}>{inner}</svg>".encode())


def held(data: bytes, kind: str = "image/png") -> str:
    return f'<image href="data:{kind};base64,{b64encode(data).decode()}"/>'


@pytest.mark.parametrize(
    "inner",
    [
        '<use href="#桥"/><rect fill="url(#桥)" style="mask: url( \'#桥\' )"/>',
        "<style>rect { fill: url(#桥) } text { font-family: 'src' }</style>",
        '<metadata><link xmlns="http://example.org/rdf" about=""/></metadata>',
        '<metadata><rdf xmlns="http://example.org/rdf" about=""/></metadata>',
        held(png(2, 1)),
        f"<style>rect {{ fill: url(data:image/png;base64,{b64encode(png(2, 1)).decode()}) }}</style>",
        '<a href=""><text>url</text></a>',
    ],
)
def test_what_only_draws_is_taken(inner: str) -> None:
    assert fault(inner) == ""


@pytest.mark.parametrize(
    ("inner", "problem"),
    [
        ("<script>x</script>", "<script>"),
        ("<SCRIPT/>", "<SCRIPT>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<handler type="text/ecmascript">x</handler>', "<handler>"),
        (f'<iframe {HTML} srcdoc="x"/>', "<iframe>"),
        (f'<img {HTML} srcset="http://a.b/c 1x"/>', "<img>"),
        ('<math xmlns="http://www.w3.org/1998/Math/MathML"/>', "<math>"),
        ('<a onclick="x"/>', 'onclick="x"'),
        ('<rect ONLOAD="x"/>', 'ONLOAD="x"'),
        ('<a href="#x" ping="http://a.b"/>', 'ping="http://a.b"'),
        ('<g xml:base="http://a.b/c.svg"/>', 'base="http://a.b/c.svg"'),
        ('<animate attributeName="href" to="javascript:x"/>', 'attributeName="href"'),
        ('<set attributeName="onclick" to="x"/>', 'attributeName="onclick"'),
        ('<set ATTRIBUTENAME="xlink:HREF" to="x"/>', 'ATTRIBUTENAME="xlink:HREF"'),
        ('<rect srcdoc="x"/>', 'srcdoc="x"'),
        ("<portal/>", "<portal>"),
    ],
)
def test_what_could_run_is_refused(inner: str, problem: str) -> None:
    assert fault(inner) == problem


@pytest.mark.parametrize(
    ("inner", "problem"),
    [
        ('<a href="javascript:x"/>', 'href="javascript:x"'),
        ('<use xlink:href="b.svg#x"/>', 'href="b.svg#x"'),
        ('<image poster="http://a.b/c.png"/>', 'poster="http://a.b/c.png"'),
        ('<image href="http://a.b/c.png"/>', 'href="http://a.b/c.png"'),
        ('<image href="data:image/svg+xml,x"/>', 'href="data:image/svg+xml,x"'),
        ('<rect fill="url(http://a.b#c)"/>', 'fill="url(http://a.b#c)"'),
        ('<rect fill="u\\72 l(http://a.b#c)"/>', 'fill="u\\72 l(http://a.b#c)"'),
        ('<rect style="cursor: URL(a.cur), auto"/>', 'style="cursor: URL(a.cur), auto"'),
        ("<style>@import 'a.css';</style>", "<style>…a.css"),
        ("<style>@\\69mport 'a.css';</style>", "<style>…a.css"),
        ("<style>@import /**/ url(a.css);</style>", "<style>…a.css"),
        ("<style>@im<![CDATA[port 'a.css']]>;</style>", "<style>…a.css"),
        ("<style>@media print { rect { fill: url('//a.b') } }</style>", "<style>…//a.b"),
        ("<style>rect { background: image-set('a.png' 1x) }</style>", "<style>…a.png"),
        ("<style>rect { --a: 'http://a.b'; background: image-set(var(--a) 1x) }</style>", "<style>…var(--a)"),
        ("<style>@font-face { src: src('a.woff') }</style>", "<style>…a.woff"),
        (f"<style>url{'(' * 99}</style>", "<style>…((("),
    ],
)
def test_what_would_fetch_is_refused(inner: str, problem: str) -> None:
    assert fault(inner) == problem


@pytest.mark.parametrize(
    ("around", "problem"),
    [
        ('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">', ""),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>', "entities"),
        ('<!DOCTYPE svg [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>', "entities"),
        ('<!DOCTYPE svg [<!ATTLIST rect onclick CDATA "x">]>', "entities"),
        ('<?xml-stylesheet href="a.css"?>', "<?xml-stylesheet?>"),
        ('<?xml version="1.0" encoding="UTF-8"?>', ""),
        ('<?xml version="1.0" encoding="utf-7"?>', 'encoding="utf-7"'),
    ],
)
def test_what_stands_around_it(around: str, problem: str) -> None:
    assert fault("<rect/>", around) == problem


def test_entities_of_a_document_type_elsewhere_are_refused() -> None:
    assert fault("<text>&a;</text>", '<!DOCTYPE svg SYSTEM "a.dtd">') == "entities"


def test_words_that_are_turned_round_are_refused() -> None:
    assert fault("<text>桥&#x202E;者</text>") == fault("<title>桥\u202e</title>") == "U+202E"


def test_a_drawing_of_another_root_is_none() -> None:
    assert drawing_fault(b"<html/>") == "<html>"


def test_a_drawing_that_does_not_say_that_it_is_one_is_none() -> None:
    """Browsers show nothing of it."""
    assert drawing_fault(b'<svg viewBox="0 0 9 9"/>') == '<svg xmlns="">'
    assert drawing_fault(b'<svg xmlns="http://example.org/svg"/>') == '<svg xmlns="http://example.org/svg">'


@pytest.mark.parametrize("data", [b"<svg onload='x'/>", png(2, 1)[:-20], large_png(1, 30_000)])
def test_a_photograph_in_a_drawing_is_one(data: bytes) -> None:
    """Whole, of a bearable size, and of the kind that its address says."""
    problem = fault(held(data))
    assert problem.startswith('href="data:image/png;base64,')
