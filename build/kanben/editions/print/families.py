"""Which families of fonts a machine has, and which ones a stylesheet names.

fontconfig never says no: where a family is missing it gives another, in silence. So every family is looked up first.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2
from weasyprint.text.ffi import ffi, fontconfig

from kanben.editions.fonts import RARE_FAMILIES
from kanben.place import TITLE_YAML
from kanben.trouble import Trouble, trouble

OPTIONAL = "HanaMinB"
"""Only a book with rare characters needs it."""
LISTS = re.compile(r'@font-face\s*{[^}]*}|\bfont(?:-family)?\s*:[^;{}]*"(?=\s*[;}])')
GENERIC = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math", "ui-serif", "ui-sans-serif"}
"""Names for any font at all, which may be a Japanese one."""
KEYWORDS = {"inherit", "initial", "unset", "revert"}

Families = dict[str, str]


def installed_families(fonts: Any) -> Families:
    """Give every name of a family, in lower case, and the name that its fonts go by (of a FontConfiguration)."""
    families: Families = {}
    for kind in (fontconfig.FcSetSystem, fontconfig.FcSetApplication):
        known = fontconfig.FcConfigGetFonts(fonts._config, kind)
        for n in range(known.nfont if known != ffi.NULL else 0):
            names = list(_names(known.fonts[n]))
            families.update((name.casefold(), names[0]) for name in names)
    return families


def _names(pattern: Any) -> Iterator[str]:
    name, n = ffi.new("FcChar8 **"), 0
    while fontconfig.FcPatternGetString(pattern, b"family", n, name) == fontconfig.FcResultMatch:
        yield ffi.string(name[0]).decode()
        n += 1


def missing_fonts(sheets: Iterable[str], families: Families) -> Iterator[Trouble]:
    """Tell each family that a stylesheet names and the machine has not, before anything is laid out."""
    named = dict.fromkeys(name for sheet in sheets for name in named_families(sheet))
    for name in named:
        if name in GENERIC:
            yield trouble("generic-font", TITLE_YAML, family=name)
        elif name.casefold() not in families and name != OPTIONAL:
            yield trouble("missing-font", TITLE_YAML, family=name)


def with_rare_fonts(sheet: str) -> str:
    """Let every list of quoted families in a stylesheet end with those for rare characters."""
    rare = "".join(f', "{family}"' for family in RARE_FAMILIES)
    return LISTS.sub(lambda found: found[0] if found[0].startswith("@") else found[0] + rare, sheet)


def named_families(sheet: str) -> Iterator[str]:
    """Give the families of all declarations of fonts in a stylesheet."""
    yield from _in_rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _in_rules(rules: Iterable[Any]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "declaration" and rule.name in ("font", "font-family"):
            yield from _in_value(rule)
        elif rule.type in ("qualified-rule", "at-rule") and rule.content:
            yield from _in_rules(tinycss2.parse_blocks_contents(rule.content, True, True))


def _in_value(declaration: Any) -> Iterator[str]:
    """Give quoted names, generic ones, and in font-family names without quotes."""
    words: list[str] = []
    for token in [*declaration.value, None]:
        if token is None or token == ",":
            name = " ".join(words)
            is_whole = declaration.name == "font-family" and name not in KEYWORDS
            yield from [name] if name and is_whole else (word for word in words if word in GENERIC)
            words = []
        elif token.type == "string":
            yield token.value
        elif token.type == "ident":
            words.append(token.value)
