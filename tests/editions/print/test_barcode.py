"""The barcode of a book's number."""

import re

from lxml import etree

from kanben.editions.print.barcode import barcode

ISBN = "978-7-111-11111-5"


def bars() -> list[tuple[float, float, float]]:
    """(left, width, height) of each bar, in mm."""
    rects = etree.fromstring(barcode(ISBN)).findall("{*}rect[@x]")
    return [(float(rect.attrib["x"]), float(rect.attrib["width"]), float(rect.attrib["height"])) for rect in rects]


def test_the_figures_stand_below_and_can_be_read() -> None:
    assert "".join(re.findall(r">(\d)</text>", barcode(ISBN))) == "9787111111115"


def test_bars_of_one_to_four_modules_stand_on_the_places_of_ean_13() -> None:
    modules = [(round(left / 0.33), round(width / 0.33)) for left, width, _ in bars()]
    assert len(modules) == 30
    assert {width for _, width in modules} <= {1, 2, 3, 4}
    assert (modules[0], modules[-1]) == ((11, 1), (105, 1))


def test_six_guard_bars_reach_below_the_others() -> None:
    heights = [height for _, _, height in bars()]
    assert sum(height > min(heights) for height in heights) == 6


def test_hyphens_change_nothing() -> None:
    assert barcode(ISBN) == barcode(ISBN.replace("-", ""))
