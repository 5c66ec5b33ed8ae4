"""A float amid a paragraph waits for its line's end; the lines beside it fill what it leaves of the measure."""

from typing import Any

import pytest
import weasyprint
from weasyprint.formatting_structure import boxes

from kanben.editions.print import composer
from tests.editions.print.composer.sentences import SENTENCES, page_of

S, T = "".join(SENTENCES[:5]), "".join(SENTENCES[5:14])
STYLE = """
.left { float: left; width: 8em; height: 5em; margin-right: 1em }
.right { float: right; width: 8em; height: 5em; margin-left: 1em }
"""
CASES = {
    "before a paragraph": f"<div class=left></div><p>{S}{T}</p>",
    "at a paragraph's start": f"<p><span class=left></span>{S}{T}</p>",
    "amid a paragraph": f"<p>{S}<span class=left></span>{T}</p>",
    "at the right, in bold text": f"<p>{S}<b>{T[:60]}<span class=right></span>{T[60:]}</b></p>",
}


def edges(html: str) -> tuple[list[tuple[float, float]], float, float]:
    """Give the left and right edges of the full lines in em, and those of the measure."""
    with composer.composed():
        (page, *_) = weasyprint.HTML(string=page_of(html, style=STYLE)).render().pages
    paragraph = next(box for box in page._page_box.descendants() if box.element_tag == "p")
    lines = [box for box in page._page_box.descendants() if isinstance(box, boxes.LineBox) and box.element_tag == "p"]
    em, left = paragraph.style["font_size"], paragraph.content_box_x()
    full = [line for line in lines[:-1] if line.children]
    assert all(line.composed for line in full)
    return [(line.position_x / em, right(line) / em) for line in full], left / em, (left + paragraph.width) / em


def right(line: Any) -> float:
    return max(float(child.position_x + child.width) for child in line.children if child.is_in_normal_flow())


@pytest.mark.parametrize("name", CASES)
def test_lines_fill_the_measure_beside_and_below(name: str) -> None:
    lines, left, full = edges(CASES[name])
    beside = [line for line in lines if line != (pytest.approx(left, abs=0.1), pytest.approx(full, abs=0.06))]

    assert len(beside) == 3
    assert {round(end - start) for start, end in beside} == {round(full - left) - 9}
    assert all(end == pytest.approx(full, abs=0.06) or end == pytest.approx(full - 9, abs=0.06) for _, end in lines)
