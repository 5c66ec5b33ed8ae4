"""Layout is given the pictures of its title, and opens nothing else, whoever asks: a page, a style, a drawing."""

from base64 import b64encode

import pytest

from kanben.editions.print.fetcher import BASE, TitleFetcher
from tests.made_pictures import png

PHOTOGRAPH = png(2, 1)


def test_a_picture_of_the_title_is_given_by_its_name() -> None:
    given = TitleFetcher({"images/桥.png": PHOTOGRAPH}).fetch(f"{BASE}images/%E6%A1%A5.png")
    assert (given.read(), given.headers["Content-Type"]) == (PHOTOGRAPH, "image/png")


def test_a_photograph_in_a_drawing_is_given_as_what_it_is() -> None:
    given = TitleFetcher().fetch(f"data:image/jpeg;base64,{b64encode(PHOTOGRAPH).decode()}")
    assert (given.read(), given.headers["Content-Type"]) == (PHOTOGRAPH, "image/png")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/a.png",
        f"{BASE}../images/a.png",
        f"{BASE}/etc/passwd",
        "//title.invalid/images/a.png",
        "data:text/css,p{}",
        "data:image/svg+xml,<svg/>",
        f"data:image/png;base64,{b64encode(b'<svg onload=x>').decode()}",
        "data:image/png,x",
        "ftp://a.b/c",
        "images/a.png",
    ],
)
def test_all_else_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not a picture of this title"):
        TitleFetcher({"images/a.png": PHOTOGRAPH}).fetch(address)
