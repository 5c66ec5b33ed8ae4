"""Faults of a source: each with its code, and a piece of a file in which ⟦ stands on the line that must be told.

Two titles hold them all: what stops the reading of a title, and what is told of one that can be read.
"""

TITLE = (
    "title: 桥\nlanguage: zh-Hans\nidentifiers: {uuid: 0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10}\n"
    "parts: {body: [chapters/01.md], back: [glossary, references, index]}"
)
ARCH = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'

Pieces = dict[str, tuple[tuple[str, str], ...]]
"""By file: (code, piece); a piece without a code has no fault."""

UNREADABLE: Pieces = {
    "title.yaml": (
        ("", TITLE),
        ("unknown-key", "⟦subtitel: 一本小书"),
    ),
    "glossary.yaml": (
        ("", "- {term: 石桥, definition: 石头砌的桥。}"),
        ("repeated-term", "- {term: ⟦石桥, definition: 又一次。}"),
        ("missing-key", "- ⟦{term: 木桥}"),
    ),
    "chapters/01.md": (
        ("", "# 桥的故事"),
        ("undefined-note", "甲桥在村东，乙桥在村西。⟦[^nowhere]"),
        ("unused-note", "⟦[^idle]: 没有人提到这条注。"),
        ("skipped-level", "⟦### 越级的标题"),
        ("typed-number", "⟦## 1.2 打出来的编号"),
        ("second-heading", "⟦# 又一个章题"),
        ("unknown-class", "[丁桥]⟦{.glow}修得早。"),
        ("unknown-attribute", "[戊桥]⟦{glow=yes}修得晚。"),
        ("refused-link", "图纸见[此处](⟦javascript:draw)。"),
        ("missing-image", '![拱](⟦images/none.svg){alt="一道拱。"}'),
        ("missing-alt", "![](⟦images/arch.svg)"),
        ("missing-data", "![数目](⟦data/none.csv){.table}"),
        ("bad-formula", "推力是$⟦\\frac{1}$。"),
        ("lost-cells", "| 桥 | 长 |\n|---|---|\n⟦| 己桥 | 五 | 六 |"),
        ("", "丙桥很旧。[^empty]"),
        ("empty-note", "⟦[^empty]:"),
    ),
}

DOUBTFUL: Pieces = {
    "title.yaml": (("", TITLE),),
    "glossary.yaml": (
        ("", "- {term: 石桥, definition: 石头砌的桥。}"),
        ("unused-term", "- ⟦{term: 浮桥, definition: 船搭成的桥。}"),
    ),
    "references.yaml": (
        ("", "- {id: mao, type: book, title: 桥话}"),
        ("uncited-reference", "- ⟦{id: tang, type: book, title: 桥谱}"),
    ),
    "index.yaml": (
        ("", "- 桥墩"),
        ("unfound-index-term", "- ⟦桥塔"),
        ("see-nowhere", "- {term: 桥脚, see: ⟦桥根}"),
    ),
    "chapters/01.md": (
        ("", "# 桥的故事 {#story}"),
        ("", "石桥和桥墩都在，书也有人写过[@mao]。"),
        ("unknown-target", "另见⟦[](#nowhere)。"),
        ("repeated-name", "⟦## 旧桥 {#story}"),
        ("unknown-term", "⟦[铁桥]{.term}是后来的事。"),
        ("unknown-reference", "史料不多⟦[@nobody]。"),
        ("half-width-mark", "桥很长⟦,水很深。"),
        ("half-width-brackets", "主跨⟦(不含引桥)长百米。"),
        ("straight-quotes", '工人们叫它⟦"铁牛"。'),
        ("unpaired-mark", "老人说：⟦“过桥要慢。"),
        ("turned-quote", "这就是“龙门⟦“的由来。"),
        ("typed-ellipsis", "水声渐远⟦..."),
        ("typed-dash", "他只要一样东西⟦--时间。"),
        ("doubled-mark", "桥修好了⟦，，人们都来看。"),
        ("heading-mark", "## 桥的来历⟦。"),
        ("typed-space", "桥长⟦ 50米，宽六米。"),
        ("wide-letter", "全长⟦５０米。"),
        ("range-mark", "修于⟦1998-2001年。"),
        ("range-unit", "造价⟦3～5亿元。"),
        ("typed-date", "⟦2024.5.1通车。"),
    ),
}


def files_of(pieces: Pieces) -> tuple[dict[str, str], set[tuple[str, str, int]]]:
    """The files of a title, and the (code, file, line) of each fault in it."""
    files, faults = {"images/arch.svg": ARCH}, set()
    for name, given in pieces.items():
        apart = "\n\n" if name.endswith(".md") else "\n"
        text = ""
        for code, piece in given:
            if code:
                faults.add((code, name, (text + piece.partition("⟦")[0]).count("\n") + 1))
            text += piece.replace("⟦", "") + apart
        files[name] = text
    return files, faults
