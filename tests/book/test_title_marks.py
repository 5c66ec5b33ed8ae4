"""A title within title marks has inner ones."""

import pytest

from kanben.book.title_marks import in_title_marks


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("桥", "《桥》"),
        ("《桥》选", "《〈桥〉选》"),
        ("读《桥》、《路》", "《读〈桥〉、〈路〉》"),
        ("读〈桥〉", "《读〈桥〉》"),
    ],
)
def test_a_title_stands_in_its_marks(title: str, marked: str) -> None:
    assert in_title_marks(title) == marked
