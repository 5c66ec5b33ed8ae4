"""Chapters of every construct that Markdown has here, whole and with slips: what an editor might have typed."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
Text = st.SearchStrategy[str]
WORDS = st.text("石拱桥边的新旧路岸Aa9 ，。“”—…·", min_size=1, max_size=12)
NAME = st.sampled_from(["a", "b", "fig", "桥", "t-石桥", "ch01"])
FORMULA = st.sampled_from(
    [
        "x^2",
        r"\frac{a}{b}",
        r"\sum_{i=1}^n w_i",
        r"\begin{pmatrix}1&2\\3&4\end{pmatrix}",
        r"\text{增长率}",
        r"\frac{",
        "x_",
    ]
)
FILE = st.sampled_from(
    ["images/a.svg", "data/a.csv", "data/none.csv", "images/图.png", "../a.svg", "https://example.org/"]
)
KIND = st.sampled_from(["line", "area", "column", "bar", "pie", "point", "sausage"])
CLASSES = (
    *("index", "main", "term", "dot", "plain", "landscape", "table", "chart", "stacked", "labelled", "inline"),
    *("numberLines", "figures", "source"),
)
ATTRIBUTE = st.one_of(
    NAME.map("#{}".format),
    st.sampled_from(CLASSES).map(".{}".format),
    KIND.map("kind={}".format),
    WORDS.map('alt="{}"'.format),
    st.sampled_from(
        ["lang=en", "lang=zh-Hant", "lang=ar", 'entry="桥"', 'under="石桥"', "see=拱", "columns=座", "unit=%", "from=1"]
    ),
    st.sampled_from(["in=万", "order=rising", 'startFrom="9"', "ruby=qiáo", "width=50%", 'long="a.md"', "一=二"]),
)
ATTRIBUTES = st.lists(ATTRIBUTE, max_size=3).map(lambda parts: "{" + " ".join(parts) + "}" if parts else "")

INLINE: Text = st.one_of(
    WORDS,
    WORDS.map("*{}*".format),
    WORDS.map("**{}**".format),
    WORDS.map("`{}`".format),
    FORMULA.map("${}$".format),
    FORMULA.map("[$${}$$]{{#eq}}".format),
    st.builds("[{}]{}".format, WORDS, ATTRIBUTES),
    st.builds("[{}](#{})".format, st.one_of(st.just(""), WORDS), NAME),
    st.builds("[^{}]".format, NAME),
    WORDS.map("^[{}]".format),
    st.sampled_from(["[@mao]", "[@mao, 12]", "[-@mao]", "@mao", "[见 @mao; @none, 第3页]", "[@mao]{.x}"]),
    st.builds("![{}]({}){}".format, WORDS, FILE, ATTRIBUTES),
    st.sampled_from(
        ["<https://example.org/桥>", "[桥](javascript:x)", "&nbsp;", "&#x20000;", "\\\n", "H~2~O", "x^2^", "~~删~~"]
    ),
)
LINE: Text = st.lists(INLINE, min_size=1, max_size=4).map("".join)


def cells(width: int) -> Text:
    return st.lists(INLINE.map(lambda text: text.replace("\n", " ")), min_size=width, max_size=width).map(
        lambda row: "| " + " | ".join(row) + " |"
    )


def table(width: int) -> Text:
    rule = "|" + "---|:-:|--:|---|"[: 4 * width]
    return st.builds(
        lambda caption, head, rows: "\n".join([f": {caption}\n\n{head}", rule, *rows]),
        st.builds("{} {}".format, WORDS, ATTRIBUTES),
        cells(width),
        st.lists(cells(width), max_size=4),
    )


PLAIN_BLOCK: Text = st.one_of(
    LINE,
    st.builds("{} {} {}".format, st.sampled_from(["##", "##", "###", "####"]), WORDS, ATTRIBUTES),
    st.builds("[^{}]: {}".format, NAME, LINE),
    st.builds("[^{}]: {}\n\n    {}".format, NAME, LINE, LINE),
    st.integers(1, 4).flatmap(table),
    st.builds("![{}]({}){}".format, LINE, FILE, ATTRIBUTES),
    st.builds("![{}](data/a.csv){{.chart kind={} alt=图}}".format, WORDS, KIND),
    st.builds("![{}](data/a.csv){{.table #{}}}".format, WORDS, NAME),
    FORMULA.map("$${}$$".format),
    st.builds("```{}\n{}\n```".format, st.sampled_from(["", "python", "{.python .numberLines}", "没有"]), LINE),
    st.lists(LINE, min_size=1, max_size=3).map(lambda rows: "\n".join(f"| {row}" for row in rows)),
    st.builds("{}\n: {}\n".format, WORDS, LINE),
    st.sampled_from(
        [
            "***",
            "+---+---+\n| a | b |\n+===+===+\n| c     |\n+---+---+",
            "—— 《诗》",
            "\\<b>粗\\</b>",
            "---",
            "\\",
            "# 又一章",
        ]
    ),
)
DIV = st.one_of(
    st.sampled_from(
        [" epigraph", " source", " description", " {.figures}", " {.index entry=桥}", " {lang=en}", " 不知"]
    ),
    ATTRIBUTES.map(" {}".format),
)


def within(blocks: Text) -> Text:
    """Blocks in fences, quotes and lists."""
    several = st.lists(blocks, min_size=1, max_size=3).map("\n\n".join)
    return st.one_of(
        blocks,
        st.builds(":::{}\n{}\n:::".format, DIV, several),
        several.map(lambda text: led(text, "> ", "> ")),
        several.map(lambda text: led(text, "- ", "  ")),
        several.map(lambda text: led(text, "9. ", "   ")),
    )


def led(text: str, first: str, other: str) -> str:
    return "\n".join((other if n else first) + line for n, line in enumerate(text.split("\n")))


BLOCK: Text = st.recursive(PLAIN_BLOCK, within, max_leaves=4)
CHAPTERS: Text = st.lists(BLOCK, min_size=1, max_size=8).map(lambda found: "# 桥\n\n" + "\n\n".join(found) + "\n")


# ---- slips -----------------------------------------------------------------------------------------------------


@cache
def own_texts(ending: str) -> tuple[str, ...]:
    """The files of the titles that this repository holds."""
    homes = (ROOT / "source", ROOT / "tests" / "books")
    return tuple(path.read_text("utf-8") for home in homes for path in sorted(home.rglob(f"*{ending}")))


MARKS = st.one_of(
    st.sampled_from(
        [*"[](){}*_`~^#>-+|:=.!\\<>&@$\"'“”：，\u3000\t\u200b\ufeff😀", ":::", "[^", "\n\n", "\n", "$$", "    "]
    ),
    INLINE,
    PLAIN_BLOCK,
)
Edit = Callable[[str], str]


def at(text: str, place: float) -> int:
    return int(len(text) * place)


def spliced(text: str, place: float, length: int, mark: str) -> str:
    begin = at(text, place)
    return text[:begin] + mark + text[begin + length :]


def lines_moved(text: str, place: float, length: int, to: float) -> str:
    lines = text.split("\n")
    begin = int(len(lines) * place)
    taken = lines[begin : begin + length]
    rest = lines[:begin] + lines[begin + length :]
    spot = int(len(rest) * to)
    return "\n".join(rest[:spot] + taken + rest[spot:])


PLACE = st.floats(0, 1, exclude_max=True)
EDITS = st.one_of(
    st.tuples(st.just(spliced), PLACE, st.sampled_from([0, 0, 1, 1, 2, 9, 80]), MARKS),
    st.tuples(st.just(lines_moved), PLACE, st.integers(1, 9), PLACE),
)


def edited(text: str, edits: Sequence[tuple[Callable[..., str], *tuple[object, ...]]]) -> str:
    for edit, *how in edits:
        text = edit(text, *how)
    return text


def with_slips(texts: Text, most: int = 4) -> Text:
    return st.builds(edited, texts, st.lists(EDITS, min_size=1, max_size=most))


def own(ending: str, longest: int = 6000) -> Text:
    """A passage of one of the repository's own files."""
    return st.builds(
        lambda text, place: text[text.rfind("\n", 0, at(text, place)) + 1 :][:longest],
        st.sampled_from(own_texts(ending)),
        st.one_of(st.just(0.0), PLACE),
    )


ANY_CHAPTERS: Text = st.one_of(CHAPTERS, with_slips(CHAPTERS), with_slips(own(".md")))
