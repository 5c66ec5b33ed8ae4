"""Give the citation styles by their names: those of GB/T 7714 are made from one template, note-zh stands as it is."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from kanben.template_home import template_home

Form = Literal["numeric", "author-date", "note"]
STANDARD = re.compile(r"gb-t-7714-(2025|2015)(?:-(author-date|note))?")
FORM = re.compile(r"""citation-format\s*=\s*["'](numeric|label|author-date|author|note)["']""")
FORMS: dict[str, Form] = {"numeric": "numeric", "label": "numeric", "note": "note"}


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style: its CSL, and in which form it cites. One of the `house` gets what CSL cannot say from us."""

    csl: str
    form: Form
    house: bool
    stop: str = ""
    """What ends a note that is made of a citation."""

    @property
    def capitals(self) -> bool:
        """Whether surnames are set in capitals."""
        return 'text-case="uppercase"' in self.csl


def style_of(name: str, own: str) -> Style:
    """Give the style of a name; `own` is the CSL of a title's own file."""
    return Style(own, form_of(own), house=False) if own else house_style(name)


def form_of(csl: str) -> Form:
    """In which form a style cites, by its class, then by its category."""
    if re.search(r"""\sclass\s*=\s*["']note["']""", csl):
        return "note"
    category = FORM.search(csl)
    return FORMS.get(category[1], "author-date") if category else "author-date"


def styles() -> Path:
    return template_home() / "shared" / "csl"


@cache
def house_style(name: str) -> Style:
    standard = STANDARD.fullmatch(name)
    csl = standard_csl(name) if standard else (styles() / f"{name}.csl").read_text(encoding="utf-8")
    return Style(csl, form_of(csl), house=True, stop="." if standard else "")


def standard_csl(name: str) -> str:
    """Make a style of GB/T 7714 from its template."""
    from jinja2 import Environment, StrictUndefined  # only a title that cites needs it here

    found = STANDARD.fullmatch(name)
    assert found
    source = (styles() / "gb-t-7714.csl.j2").read_text(encoding="utf-8")
    # CSL is XML of our own without any value from outside: nothing to escape
    made = Environment(trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, autoescape=False)
    return made.from_string(source).render(edition=found[1], form=found[2] or "numeric").lstrip()
