"""Set our test pages with the rules of the print stylesheet for marked words."""

import re
from pathlib import Path

import weasyprint

from kanben.editions.print import composer
from kanben.template_home import template_home
from tests.editions.print.composer.sentences import page_of

RULES = re.compile(r"^(?:u\.name|cite\.work|em\.dot|ruby|rt) \{.*\}", re.M)
"""The rules of the edition's own stylesheet."""


def page(html: str) -> weasyprint.HTML:
    style = "\n".join(RULES.findall(Path(template_home(), "print", "style.css").read_text(encoding="utf-8")))
    return weasyprint.HTML(string=page_of(html, style=style))


def pdf_of(html: str) -> bytes:
    with composer.composed():
        pdf: bytes = page(html).write_pdf()
    return pdf
