"""Set small pages line by line, right or with a known fault: 20 em of 10 pt, a pitch of 16 pt."""

from functools import cache
from itertools import cycle, islice

import weasyprint

from kanben.proof.pdf.finding import Finding
from kanben.proof.pdf.proof import Proof, check_pdf

CLASSIC = "地玄黄宇宙洪荒辰宿列寒来暑往秋收冬藏闰律吕调阳云腾致雨露结为霜"
STYLE = """
@page { size: 260pt 230pt; margin: 30pt 30pt 56pt }
html { font: 10pt/16pt "Noto Serif CJK SC" }
body, p { margin: 0 } article { break-inside: avoid }
div { height: 16pt; white-space: nowrap }
sup { font-size: 6pt; line-height: 0; vertical-align: 4pt }
.notes { position: absolute; bottom: 0; left: 0; right: 0; height: auto; font-size: 8pt; line-height: 12pt }
.notes div { height: 12pt } .notes hr { margin: 0 0 4pt; border: 0; height: .5pt; background: #000 }
h1 { font-size: 18pt; line-height: 32pt; margin: 0 } h2 { font-size: 13pt; line-height: 16pt; margin: 0 }
.page { break-before: page }
"""


def han(count: int, start: int = 0) -> str:
    """Give so many Han, no two of which make a number or its unit."""
    return "".join(islice(cycle(CLASSIC), start, start + count))


def line(text: str, indent: float = 0) -> str:
    return f'<div style="padding-left: {indent}em">{text}</div>'


def paragraph(first: str, *others: str, indent: float = 2) -> str:
    """Lines that stay on one page."""
    return f"<article>{line(first, indent)}{''.join(map(line, others))}</article>"


def shifted(text: str, before: float = 0, after: float = 0) -> str:
    """Move a mark and what follows it, in em."""
    return f'<span style="margin: 0 {after}em 0 {before}em">{text}</span>'


PLAIN = paragraph(han(18), han(20, 3), han(20, 7), han(12, 5))
"""A paragraph as it ought to be."""


def pdf_of(*bodies: str, style: str = "") -> bytes:
    """Set a document; most of its lines should be plain, since they give the edges."""
    html = f'<html lang="zh-Hans"><style>{STYLE}{style}</style><body>{"".join(bodies)}</body></html>'
    pdf: bytes = weasyprint.HTML(string=html).write_pdf()
    return pdf


@cache
def proof_of(*bodies: str, style: str = "") -> Proof:
    return check_pdf(pdf_of(*bodies, style=style))


def finding(proof: Proof, rule: str) -> Finding:
    return next(found for found in proof.findings if found.rule == rule)
