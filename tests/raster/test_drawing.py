"""A drawing says how large it is, or only which shape it has, or nothing."""

import pytest

from kanben.raster.drawing import Drawing, drawing


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('width="120" height="80.5"', Drawing(120, 80.5, sized=True)),
        ('width="72pt" height="1IN"', Drawing(96, 96, sized=True)),
        ('width="30px" height="20px" viewBox="0 0 3000 2000"', Drawing(30, 20, sized=True)),
        ('viewBox="-10 -10 720 450"', Drawing(720, 450, sized=False)),
        ('viewBox="0,0,7.5,4"', Drawing(7.5, 4, sized=False)),
        ('width="100%" height="100%" viewBox="0 0 3 2"', Drawing(3, 2, sized=False)),
        ('width="20em" height="10em"', None),
        ('width="0" height="10"', None),
        ('viewBox="0 0 0 5"', None),
        ('viewBox="0 0 . ."', None),
        ("", None),
    ],
)
def test_its_own_lengths_count_before_its_view_box(written: str, said: Drawing | None) -> None:
    assert drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {written}/>'.encode()) == said
