"""Say what a stylesheet would fetch: strangers hide addresses behind escapes, so it is read token by token."""

import re
from collections.abc import Iterator
from typing import Any

import tinycss2

COULD = re.compile(r"\\|@|url|src|image|cross-fade", re.I)
"""Without one of these nothing is fetched; most values are numbers and colours, which need not be parsed."""
MOST_DEEP = 60
BRACKET = re.compile(r"[()\[\]{}]")
ADDRESSES = {"url", "src"}
"""Functions whose string is an address."""
PICTURES = {"image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"}
"""Functions of which a bare string is the address of a picture, as url() is (CSS Images 4)."""
DRAWN = {"calc", "hsl", "hsla", "rgb", "rgba", "type"}
GRADIENT = "gradient"
"""What may stand among addresses and is none. Any other function gives a value, which could be any address (var, attr,
if, one of the stylesheet's own): it stands for one."""

Token = Any
"""A token of tinycss2, which has no types of its own."""


def is_too_deep(css: str) -> bool:
    """Whether brackets stand in brackets beyond what any style needs, and any parser bears."""
    deep = 0
    for bracket in BRACKET.finditer(css):
        deep += 1 if bracket[0] in "([{" else -1
        if deep > MOST_DEEP:
            return True
    return False


def fetched(css: str) -> Iterator[tuple[str, int]]:
    """Give each address in a stylesheet, or in a value, with its line: of url() anywhere, of @import, of pictures."""
    if COULD.search(css):
        yield from in_tokens(tinycss2.parse_component_value_list(css))


def in_tokens(tokens: list[Token]) -> Iterator[tuple[str, int]]:
    importing = False
    for token in tokens:
        if token.type == "url" or (token.type == "string" and importing):
            yield token.value, token.source_line
        elif token.type == "function":
            yield from in_function(token)
        elif token.type in ("() block", "[] block", "{} block"):
            yield from in_tokens(token.content)
        if token.type not in ("whitespace", "comment"):
            importing = token.type == "at-keyword" and token.lower_value == "import"


def in_function(token: Token) -> Iterator[tuple[str, int]]:
    if token.lower_name in ADDRESSES | PICTURES:
        yield from ((part.value, token.source_line) for part in token.arguments if part.type == "string")
        yield from (
            (f"{part.lower_name}({tinycss2.serialize(part.arguments)})", token.source_line)
            for part in token.arguments
            if part.type == "function" and gives_an_address(part.lower_name)
        )
    yield from in_tokens(token.arguments)


def gives_an_address(function: str) -> bool:
    return function not in ADDRESSES | PICTURES | DRAWN and not function.endswith(GRADIENT)
