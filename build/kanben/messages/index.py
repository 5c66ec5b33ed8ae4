"""What is said of an index and of the order of entries."""

from kanben.messages.message import Message, error, warning

INDEX: dict[str, Message] = {
    "repeated-index-term": error(
        ("“{term}” stands in the index twice (first at line {first})", "keep one entry"),
        ("索引中“{term}”写了两次（另一条在第 {first} 行）", "请只保留一条"),
    ),
    "index-word-missing": error(
        ("a mark without words names no entry", 'write []{{.index entry="…"}}'),
        ("没有文字的索引标记未指明条目", '请写作 []{{.index entry="…"}}'),
    ),
    "empty-index-range": error(
        ("the marked span holds no words", "put paragraphs between its “:::”, or take it out"),
        ("索引标记的范围内没有文字", "请在两行“:::”之间写入段落，或删去"),
    ),
    "unplaced-index": warning(
        ("words are marked for an index, and title.yaml places none", "write index into parts, back"),
        ("有索引标记，而 title.yaml 没有安排索引", "请在 parts 的 back 中写上 index"),
    ),
    "unfound-index-term": warning(
        ("the text never says “{term}”", "correct it, mark a place by {{.index}}, or take the entry out"),
        ("正文中没有“{term}”", "请改正，用 {{.index}} 标出位置，或删去该条"),
    ),
    "nested-index-term": warning(
        ("“{term}” stands only within longer entries: {longer}", "mark a place by {{.index}}, or take the entry out"),
        ("“{term}”只出现在更长的条目中：{longer}", "请用 {{.index}} 标出位置，或删去该条"),
    ),
    "see-nowhere": error(
        ("the index has no entry “{name}” to see", "add the entry, or correct the reference"),
        ("索引中没有可参见的条目“{name}”", "请补上该条，或改正参见"),
    ),
    "see-circle": error(
        ("references lead in a circle: {circle}", "let one of the entries name its pages"),
        ("参见互相循环：{circle}", "请让其中一条列出页码"),
    ),
    "see-with-places": error(
        ("“{term}” refers to another entry and has places of its own", "write see-also, or take its marks away"),
        ("“{term}”既写“见”，又有自己的位置", "请改为 see-also，或删去它的标记"),
    ),
    "polyphone": warning(
        ("“{term}” is sorted as {reading}, and {character} can also be read {others}", "say it in sort: {reading} …"),
        ("“{term}”按 {reading} 排序，而“{character}”也可读作 {others}", "请在 sort 中写明读音，如 sort: {reading} …"),
    ),
    "no-stroke-counts": error(
        (
            "strokes are counted by unicodedataplus, which is not installed",
            "install kanben[strokes], or sort by pinyin",
        ),
        ("笔画数取自 unicodedataplus，尚未安装", "请安装 kanben[strokes]，或改按拼音排序"),
    ),
    "folios-move": error(
        ("the page numbers in “{part}” still change after {rounds} layouts", "take an entry out, or add one"),
        ("“{part}”中的页码排了 {rounds} 遍仍在变动", "请增删一个条目"),
    ),
}
