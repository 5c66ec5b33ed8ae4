"""Typed spaces: the editions set the gap between Han and Latin themselves."""

import re
from collections.abc import Iterator

from kanben.book.passage import OBJECT, REFERENCE, Passage
from kanben.proof.text.galley import HAN, Galley, matches, told
from kanben.trouble import Trouble

SPACE = "[ \u00a0]+"
CHINESE = f"[{HAN}{REFERENCE}]"
LATIN = f"[A-Za-z0-9{OBJECT}]"
CLOSE, OPEN = "，。；：？！、”’）》】〉", "“‘（《【〈"
BESIDE_LATIN = re.compile(
    rf"(?<={CHINESE}){SPACE}(?={LATIN})|(?<={LATIN}){SPACE}(?={CHINESE})|(?<=[0-9][%‰℃]){SPACE}(?={CHINESE})"
)
BESIDE_MARK = re.compile(
    rf"(?<={CHINESE}|{LATIN}){SPACE}(?=[{CLOSE}{OPEN}])"
    rf"|(?<=[{CLOSE}]){SPACE}(?={CHINESE}|{LATIN}|[{CLOSE}{OPEN}])|(?<=[{OPEN}]){SPACE}(?=\S)"
)
BETWEEN_HAN = re.compile(rf"(?<={CHINESE}){SPACE}(?={CHINESE})")
CLAUSE = re.compile("[，。；：？！、“”‘’《》（）\n…]")
LABEL = re.compile(
    rf"^(?:[图表例式附录问答题]*[A-Z]?[\d.\-—]*{REFERENCE}?|第[\d一二三四五六七八九十百]+[章节篇部编卷条款]|附录\s?[A-Z一二三四五六七八九十]?"
    r"|[一二三四五六七八九十]+、?|[（(][\d一二三四五六七八九十]+[）)])$"
)
"""The number of a caption or a heading, which a space may follow: 图1 名称."""
PARTICLE = re.compile("的(?![确士当])")
"""No word, nor a name, begins with it."""
UNFINISHED = re.compile("(?:这是|就是|都是|以及|对于|关于|由于|[^目一]的)$")
"""What no clause, nor a name, ends with."""
SHORTEST = 3  # Han on either side: where fewer stand, the space may be wanted (a list of names, 姓 名)
INDENT = re.compile(r"^[\u3000 ]*\u3000[\u3000 ]*")


def typed_spaces(galley: Galley) -> Iterator[Trouble]:
    for pattern in (BESIDE_LATIN, BESIDE_MARK, BETWEEN_HAN):
        for passage, space in matches(pattern, galley):
            if LABEL.match(passage.text[: space.start()]):
                continue
            if pattern is BETWEEN_HAN and not parts_a_clause(passage, space):
                continue
            yield told("typed-space", passage, space.start(), space.end(), "")


def parts_a_clause(passage: Passage, space: re.Match[str]) -> bool:
    """Whether a space is the only one in a clause, between words; a title within 《》 may have it by right."""
    text = passage.text
    in_title = text.count("《", 0, space.start()) > text.count("》", 0, space.start())
    if in_title or passage.kind in ("verse", "heading", "cell") or not re.search("[，。；：？！]", text):
        return False
    before, after = CLAUSE.split(text[: space.start()])[-1], CLAUSE.split(text[space.end() :])[0]
    if (PARTICLE.match(after) and before) or UNFINISHED.search(before):
        return True
    if " " in before + after or before.endswith("电"):
        return False
    return min(len(before), len(after)) >= SHORTEST


def typed_indents(galley: Galley) -> Iterator[Trouble]:
    for passage, indent in matches(INDENT, galley):
        if passage.kind == "paragraph":
            yield told("typed-indent", passage, 0, indent.end(), "")
