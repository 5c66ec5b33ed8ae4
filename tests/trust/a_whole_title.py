"""A small title that makes every part of kanben work: each program that it starts, each library, each kind of file."""

from base64 import b64encode
from pathlib import Path

from tests.made_pictures import jpeg, png
from tests.titles import title_yaml, write_title

CHAPTER = r"""# 论桥

石桥之路[@han]，其长$\sqrt{x}$。[^n]见[桥影](#bridge)，𠀀。

[^n]: 注中又引[@han, 12]。

![桥影](images/bridge.svg){#bridge alt="一桥"}

![石影](images/stone.jpg){alt="一石"}

![桥长](spans.csv){.table}

![桥长之图](spans.csv){.chart kind=column}

```python
span = 1
```
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/>'
    '<image width="3" height="3" href="data:image/png;base64,{}"/></svg>'
)
STYLE = '{% extends "theme/print/style.css" %}{% block own %}p { color: black }{% endblock %}'
FILES: dict[str, str | bytes] = {
    "chapters/01.md": CHAPTER,
    "glossary.yaml": "- term: 石桥\n  definition: 以石为桥。\n",
    "references.bib": "@book{han, title = {桥记}, author = {韩某}, year = {2020}, publisher = {某社}}\n",
    "index.yaml": "- term: 石桥\n",
    "images/bridge.svg": DRAWING.format(b64encode(png(2, 1)).decode()),
    "images/stone.jpg": jpeg(3000, 20, "CMYK"),
    "spans.csv": "桥,长\n甲,12\n乙,15\n",
    "templates/print/style.css": STYLE,
}


def whole_title(folder: Path) -> Path:
    files = sorted(FILES)
    return write_title(folder, **{"title.yaml": title_yaml(files), **FILES})
