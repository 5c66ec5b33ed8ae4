"""Reading systems of old, which may leave out a whole stylesheet for one thing that they do not know, keep this one."""

from collections.abc import Iterator
from typing import Any

import pytest
import tinycss2

from tests.editions.epub.opened import Opened

OLD_RULES, OLD_FUNCTIONS = {"font-face", "supports"}, {"attr", "format", "url"}
"""Those that they know, and the one rule within which they look for nothing."""


def strange(css: str) -> list[str]:
    """What an old system does not know, but for what stands in @supports."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    at_rules = [rule.lower_at_keyword for rule in rules if rule.type == "at-rule"]
    plain = [rule for rule in rules if rule.type == "qualified-rule"]
    return [
        *(f"@{name}" for name in at_rules if name not in OLD_RULES),
        *(
            f"{name}()"
            for rule in plain
            for name in functions([*rule.prelude, *rule.content])
            if name not in OLD_FUNCTIONS
        ),
        *(name for rule in plain for name in properties(rule) if "-inline" in name or "-block" in name),
    ]


def functions(tokens: list[Any]) -> Iterator[str]:
    return (token.lower_name for token in tokens if token.type == "function")


def properties(rule: Any) -> list[str]:
    found = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [each.lower_name for each in found if each.type == "declaration"]


def test_nothing_in_the_stylesheet_is_new_to_them(epub: Opened) -> None:
    assert strange(epub.files["EPUB/style.css"].decode()) == []


@pytest.mark.parametrize(
    ("css", "what"),
    [
        ("p { width: calc(1em + 1px) }", "calc()"),
        ("p:is(.a) { width: 1em }", "is()"),
        ("p { margin-inline-start: 1em }", "margin-inline-start"),
        ("@container (max-width: 9em) { p { width: 1em } }", "@container"),
    ],
)
def test_what_is_new_to_them_is_seen(css: str, what: str) -> None:
    assert strange(css) == [what]
    assert strange(f"@supports (color: red) {{ {css} }}") == []


def test_what_must_not_part_is_told_in_old_words_too(epub: Opened) -> None:
    words = epub.files["EPUB/style.css"].decode()
    for side in ("before", "after", "inside"):
        assert words.count(f"page-break-{side}: avoid; break-{side}: avoid") == words.count(f" break-{side}: avoid")
