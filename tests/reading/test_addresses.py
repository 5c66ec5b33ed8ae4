"""A link says where it leads: what hides that is refused, in the text as in the list of works."""

import pytest

from kanben.reading.addresses import hidden_in, is_of_the_web


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a(b)?q=桥&r=1#石",
        "HTTPS://例子.中国/桥",
        "https://xn--fsqu00a.example/%E6%A1%A5",
        "https://桥bridge.example/",
        "http://[::1]:8080/",
        "mailto:a@example.org",
        "mailto:a@example.org?subject=桥&body=%E7%9F%B3",
        "https://example.org/@name",
        "https://www.мост.рф/",
        "https://ソノ.example/丿",
        "https://ｅxample.org/a∕b",
        "https://example.org/?text=a%0Ab%5Cc%E2%80%AE",
    ],
)
def test_a_plain_address_hides_nothing(address: str) -> None:
    assert hidden_in(address) == ""


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("https://example.org/\u202egpj.exe", "U+202E"),
        ("https://exam\u200bple.org/", "U+200B"),
        ("https://example.org/\u2066a", "U+2066"),
        ("https://example.org\\@other.example/", "U+005C"),
        ("https://example.org/a\tb", "U+0009"),
        ("https://example.org@other.example/", "example.org@other.example"),
        ("https://name:word@other.example/", "name:word@other.example"),
        ("https://\u0430pple.example/", "\u0430pple"),
        ("https://o\u03bfo.example/", "o\u03bfo"),
        ("https://[::1/", "[::1"),
        ("https://example.org∕x.other.example/", "org∕x"),
        ("https://example.org⁄x.other.example/", "org⁄x"),
        ("https://example.orgノx.other.example/", "orgノx"),
        ("https://example.org\u3164/", "org\u3164"),
        ("https://example.org\u2800/", "org\u2800"),
        ("https://example.org%2Fx.other.example/", "example.org%2Fx.other.example"),
        ("https://example.org%E2%88%95x.other.example/", "example.org%E2%88%95x.other.example"),
        ("https://\u0430\u0440\u0440\u04cf\u0435.example/", "\u0430\u0440\u0440\u04cf\u0435"),
        ("https://\u0261oogle.example/", "\u0261oogle"),
        ("mailto:a@example.org?attach=/etc/passwd", "attach="),
        ("mailto:a@example.org?subject=x%0D%0ABcc:b@example.org", "U+000D"),
    ],
)
def test_what_hides_where_it_leads_is_named(address: str, problem: str) -> None:
    assert hidden_in(address) == problem


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("https://example.org/", True),
        ("example.org/a", True),
        ("example.org:8080/a", True),
        ("javascript:alert(1)", False),
        (" JavaScript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("https://example.org@other.example/", False),
    ],
)
def test_a_work_is_found_on_the_web_or_nowhere(address: str, taken: bool) -> None:
    assert is_of_the_web(address) is taken
