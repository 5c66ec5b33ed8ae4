"""A drawing says how large it is, or only which shape it has, or nothing."""

import re
from base64 import b64decode, b64encode

import pytest

from kanben.raster.drawing import Drawing, drawing, drawn_alone
from tests.made_pictures import exif, jpeg


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
def test_a_drawing_loses_its_document_type(doctype: str) -> None:
    words = '<svg xmlns="http://www.w3.org/2000/svg"><text xml:lang="zh">甲&lt;乙</text></svg>'
    assert drawn_alone((doctype + words).encode()).decode() == drawn_alone(words.encode()).decode() == words


def test_a_drawing_loses_what_its_program_noted_and_no_shape() -> None:
    said = (
        '<?xml version="1.0"?><?editor 画稿?><!-- 画稿 --><svg xmlns="http://www.w3.org/2000/svg" '
        'xmlns:k="urn:kept" k:file="画稿/桥.svg" viewBox="0 0 9 9"><metadata>赵某</metadata><k:view/>'
        '<g k:label="赵"><!-- 赵 --><text>桥<k:note>赵</k:note>影</text></g></svg>'
    )
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g><text>桥影</text></g></svg>'
    assert drawn_alone(said.encode()).decode() == drawn


@pytest.mark.parametrize(
    "drawn", ['<image href="{}"/>', '<image href=" {}"/>', "<style>svg {{ background: url('{}') }}</style>"]
)
def test_a_photograph_in_a_drawing_does_not_say_where_it_was_taken(drawn: str) -> None:
    taken = b64encode(jpeg(9, 9, exif=exif())).decode()
    address = f"data:image/jpeg;base64,{taken[:9]}&#10;{taken[9:]}"
    data = f'<svg xmlns="http://www.w3.org/2000/svg">{drawn.format(address)}</svg>'.encode()
    (kept,) = re.findall(r"base64,([^'\"]+)", drawn_alone(data).decode())
    assert b64decode(kept) == jpeg(9, 9)
