"""Each block knows the line where it begins."""

from kanben.book.blocks import (
    CodeBlock,
    Definition,
    Epigraph,
    Figure,
    Heading,
    Item,
    List,
    Paragraph,
    Plain,
    Quote,
    Rule,
    Table,
    Verse,
)
from kanben.book.text import text_of
from kanben.book.walk import walk
from tests.reading.chapters import FILE, blocks

BLOCKS = (
    CodeBlock,
    Definition,
    Epigraph,
    Figure,
    Heading,
    Item,
    List,
    Paragraph,
    Plain,
    Quote,
    Rule,
    Table,
    Verse,
)
CHAPTER = """\
# 桥 {#bridge}

::: epigraph
苟日新。[^z]

—— 《大学》
:::

[^z]: 同上。

[^a]: 同上。

桥。

桥。桥者，
所以济不通也。[^a]

桥。

## 桥

[](#bridge)说的是桥。[^b]

> 桥。
>
> 桥二。

- 桥
- 桥
  - 桥

1. 1月
2. 桥

- 松

- 松

    二段

石桥

:   桥

木桥
:   桥

![桥](images/a.svg){#fig alt="桥"}

| 桥 | 年 |
|----|----|
| 桥 | 桥 |
| 路 | 1 |

: 桥

: 表

| 桥 | 年 |
|----|----|
| 桥 | 桥 |

```
桥

桥
```

    桥

* * *

| 桥，
| 路。

[@zhao2024]同上。[^c]

桥&amp;路 *桥*`桥`[桥](https://a.b/桥)

[^c]: 桥

    桥二

[^b]: 桥。[桥](https://a.b)

一[^d]
二[^d]
三[^e]

[^d]: 同上。

[^e]: 同上。

-----

桥。
"""
EXPECTED = """\
1 Heading 桥
4 Epigraph 苟日新。《大学》
4 Paragraph 苟日新。
9 Paragraph 同上。
13 Paragraph 桥。
15 Paragraph 桥。桥者，所以济不通也。
11 Paragraph 同上。
18 Paragraph 桥。
20 Heading 桥
22 Paragraph 说的是桥。
84 Paragraph 桥。桥
24 Quote 桥。桥二。
24 Paragraph 桥。
26 Paragraph 桥二。
28 List 桥桥桥
28 Item 桥
28 Plain 桥
29 Item 桥桥
29 Plain 桥
30 List 桥
30 Item 桥
30 Plain 桥
32 List 1月桥
32 Item 1月
32 Plain 1月
33 Item 桥
33 Plain 桥
35 List 松松二段
35 Item 松
35 Paragraph 松
37 Item 松二段
37 Paragraph 松
39 Paragraph 二段
41 Definition 石桥桥
43 Paragraph 桥
45 Definition 木桥桥
46 Plain 桥
48 Figure 桥
50 Table 桥桥年桥桥路1
50 Plain 桥
50 Plain 年
52 Plain 桥
52 Plain 桥
53 Plain 路
53 Plain 1
57 Table 表桥年桥桥
59 Plain 桥
59 Plain 年
61 Plain 桥
61 Plain 桥
63 CodeBlock 桥桥
69 CodeBlock 桥
71 Rule
73 Verse 桥，路。
76 Paragraph 同上。
80 Paragraph 桥
82 Paragraph 桥二
78 Paragraph 桥&路桥桥桥
86 Paragraph 一二三
90 Paragraph 同上。
90 Paragraph 同上。
92 Paragraph 同上。
94 Rule
96 Paragraph 桥。
"""


def listed(text: str) -> list[str]:
    """Line, kind and words of each block, without white space."""
    return [
        f"{node.place.line} {type(node).__name__} {''.join(text_of(node).split())}".rstrip()
        for node in walk(blocks(text))
        if isinstance(node, BLOCKS)
    ]


def test_every_block_of_a_chapter_stands_on_its_very_line() -> None:
    assert listed(CHAPTER) == EXPECTED.splitlines()


def test_words_that_lead_somewhere_know_their_column() -> None:
    found = walk(blocks("甲乙\n\n甲[](#bridge)乙[@zhao]丙[石桥]{.term}"))
    places = {type(node).__name__: str(node.place) for node in found}
    assert places["CrossReference"] == f"{FILE}:3:5"
    assert places["Cite"] == f"{FILE}:3:15"
    assert places["Term"] == f"{FILE}:3:23"


def test_words_in_entities_and_odd_marks_do_not_lead_astray() -> None:
    text = "# 一\n\n&copy;&lt;甲&gt;\n\n…………\n\n[甲][k]\n\n乙\n\n[k]: https://a.b/乙\n\n乙\n"
    assert listed(text) == [
        "1 Heading 一",
        "3 Paragraph ©<甲>",
        "7 Paragraph …………",
        "7 Paragraph 甲",
        "9 Paragraph 乙",
        "13 Paragraph 乙",
    ]


def test_grid_tables_with_lines_folded_in_their_cells_are_found() -> None:
    text = "+-----+-----+\n| 桥  | 路  |\n| 石  | 木  |\n+=====+=====+\n| 甲  | 乙  |\n+-----+-----+\n\n甲\n"
    lines = listed(text)
    assert lines[0].startswith("1 Table")
    assert lines[-1] == "8 Paragraph 甲"
