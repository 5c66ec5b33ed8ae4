"""A drawing says how large it is, or only which shape it has, or nothing."""

import re

import pytest

from kanben.raster.drawing import Drawing, drawing, without_doctype


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('width="120" height="80.5"', Drawing(120, 80.5, sized=True)),
        ('width="72pt" height="1IN"', Drawing(96, 96, sized=True)),
        ('width="30px" height="20px" viewBox="0 0 3000 2000"', Drawing(30, 20, sized=True)),
        ('viewBox="-10 -10 720 450"', Drawing(720, 450, sized=False)),
        ('viewBox="0,0,7.5,4"', Drawing(7.5, 4, sized=False)),
        ('width="100%" height="100%" viewBox="0 0 3 2"', Drawing(3, 2, sized=False)),
        ('width="20em" height="10em"', None),
        ('width="0" height="10"', None),
        ('viewBox="0 0 0 5"', None),
        ('viewBox="0 0 . ."', None),
        ("", None),
    ],
)
def test_its_own_lengths_count_before_its_view_box(written: str, said: Drawing | None) -> None:
    assert drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {written}/>'.encode()) == said


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.0//EN" "http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd">',
        '<!DOCTYPE svg SYSTEM "http://example.org/a>b.dtd" [<!-- ]> -->]>',
        "<!-- <!DOCTYPE svg> --><!DOCTYPE svg>",
    ],
)
def test_a_drawing_loses_its_document_type_alone(doctype: str) -> None:
    words = '<svg xmlns="http://www.w3.org/2000/svg"><!-- 桥 --><text>甲&lt;乙</text></svg>'
    (root,) = re.findall("<svg.*", without_doctype((doctype + words).encode()).decode())
    assert root == words
    assert without_doctype((doctype + words).encode()).count(b"DOCTYPE") == doctype.count("--><!D")
    assert without_doctype(words.encode()) == words.encode()
