"""A small book with one of everything that the standards speak of."""

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from kanben.book.book import Variant
from kanben.press.title import Pressed, press
from kanben.press.worker import worker
from tests.titles import write_title

LONG = "桥者，所以济不通也。梁以石，柱以木，索以铁，各因其地。" * 90
CHAPTER = f"""# 论桥

桥之说[^a]，见于古书。[Pons]{{lang=la}}一词指桥，另见[](#second)，*又见[](#life)*。

{LONG}

> 过河须用桥。

1. 石桥。

2. 木桥。

| 材料 | 寿命 |
|------|------|
| 石   | 千年 |
| 木   | 百年 |

: 桥的材料 {{#life}}

[^a]: 《桥说》，某社，2001年。

## 第二节 {{#second}}

末段无图。
"""
PICTURES = """# 图

![一座蓝桥](images/blue.svg)

正文。

![一张照片](images/photo.jpg)

![一枚透明图章](images/seal.png)

![一张灰图](images/grey.png)
"""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><defs><linearGradient id="g"><stop stop-color="#f00"/>'
    '<stop offset="1" stop-color="#00f"/></linearGradient></defs><rect width="30" height="30" fill="#1f4e79"/>'
    '<rect x="30" width="30" height="30" fill="url(#g)"/><rect x="60" width="30" height="30" fill="#808080"/></svg>'
)


TITLE = """title: 桥
creators: [{name: 某人, role: author}]
date: 2026-11-23
identifiers: {uuid: 0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10}
parts: {body: [chapters/01.md, chapters/02.md]}
print: {cover: false}
"""


def drawn(mode: str, kind: str) -> bytes:
    """A picture with a run of colours, or of greys that are written as RGB."""
    picture = Image.new(mode, (64, 64))
    grey = kind == "GREY"
    for x in range(64):
        for y in range(64):
            colour = (x * 4,) * 3 if grey else (x * 4, y * 4, 90)
            picture.putpixel((x, y), (*colour, y * 4) if mode == "RGBA" else colour)
    file = io.BytesIO()
    picture.save(file, "JPEG" if kind == "JPEG" else "PNG")
    return file.getvalue()


FILES: dict[str, str | bytes] = {
    "chapters/01.md": CHAPTER,
    "chapters/02.md": PICTURES,
    "images/blue.svg": SVG,
    "images/photo.jpg": drawn("RGB", "JPEG"),
    "images/seal.png": drawn("RGBA", "PNG"),
    "images/grey.png": drawn("RGB", "GREY"),
    "title.yaml": TITLE,
}


def write_small_book(folder: Path) -> Path:
    return write_title(folder, **FILES)


def pressed(folder: Path, variant: Variant | None = None) -> Pressed:
    with worker() as layout:
        return press(folder, layout, ("print",), variant)


def pdf_of(files: Mapping[str, bytes]) -> bytes:
    return next(data for name, data in files.items() if name.endswith(".pdf"))
