"""Which inks a colour of the screen becomes."""

from pathlib import Path

import pytest
from PIL import Image

from kanben.editions.press_profile import find_profile
from kanben.editions.print.standards.press.inks import Inks


@pytest.fixture(scope="module")
def inks() -> Inks:
    profile = find_profile()
    assert profile is not None
    return Inks(profile.read_bytes())


@pytest.mark.parametrize(("part", "black"), [(0, 1), (1, 0), (0.5, 0.498), (0.2, 0.8)])
def test_black_white_and_greys_are_black_ink_alone(inks: Inks, part: float, black: float) -> None:
    *colours, key = inks.of(part, part, part)
    assert colours == [0, 0, 0]
    assert key == pytest.approx(black, abs=0.003)


def test_colours_go_through_the_profile_of_the_press(inks: Inks) -> None:
    red, blue = inks.of(1, 0, 0), inks.of(0.1, 0.2, 0.8)
    assert red[1] > 0.8 and red[2] > 0.8 and red[0] < 0.2
    assert blue[0] > 0.8 and blue[1] > 0.5 and blue[2] < 0.3


def test_a_picture_without_colour_is_grey_and_another_is_in_four_inks(inks: Inks) -> None:
    assert inks.picture(Image.new("RGB", (2, 2), (90, 90, 90))).mode == "L"
    assert inks.picture(Image.new("RGB", (2, 2), (90, 90, 91))).mode == "CMYK"


def test_the_profile_is_looked_for_where_data_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "color" / "icc" / "ghostscript" / "default_cmyk.icc"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"profile")
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))
    assert find_profile() == own
