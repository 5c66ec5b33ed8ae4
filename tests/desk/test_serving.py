"""The desk answers its own pages on this machine, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kanben.desk.serving import desk_page
from kanben.desk.words import WORDS
from tests.desk.running import Running, running


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("desk")) as opened:
        yield opened


@pytest.mark.parametrize("host", ["kanben.example", "127.0.0.1", "127.0.0.1:1", "localhost", "[::1]:80", ""])
def test_another_host_is_refused(desk: Running, host: str) -> None:
    assert desk.ask("/", Host=host)[0] in (400, 403)


def test_its_two_names_are_answered(desk: Running) -> None:
    for name in ("127.0.0.1", "localhost"):
        assert desk.ask("/", Host=f"{name}:{desk.port}")[0] == 200


@pytest.mark.parametrize("origin", ["https://kanben.example", "http://127.0.0.1:1", "null"])
@pytest.mark.parametrize("path", ["/", "/news", "/edition/web/index.html", "/edition/bridges.pdf"])
def test_another_origin_is_refused(desk: Running, origin: str, path: str) -> None:
    assert desk.ask(path, Origin=origin)[0] == 403


def test_a_page_of_another_site_that_asks_without_an_origin_is_refused(desk: Running) -> None:
    assert desk.ask("/edition/web/index.html", Sec_Fetch_Site="cross-site")[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/edition/../title.yaml",
        "/edition/web/../../bridges/title.yaml",
        "/edition/web/%2e%2e/%2e%2e/bridges/title.yaml",
        "/edition//etc/passwd",
        "/edition/%2fetc%2fpasswd",
        "/edition/.made-web",
        "/desk/desk.html",
        "/desk/..%2f..%2fpyproject.toml",
        "/page/x/0.bmp",
        "/page/../0.bmp",
        "/page/x/-1.bmp",
    ],
)
def test_no_path_leads_out_of_the_editions(desk: Running, path: str) -> None:
    assert desk.ask(path)[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written(desk: Running, method: str) -> None:
    assert desk.ask("/edition/web/index.html", method)[0] == 405


def test_its_page_lets_in_nothing_from_outside(desk: Running) -> None:
    _, answer, _ = desk.ask("/")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_ctrl_c_ends_it_in_peace(tmp_path: Path) -> None:
    with running(tmp_path) as desk:
        assert desk.ask("/")[0] == 200
        assert desk.leave() == 0
        assert desk.process.stdout
        assert "kanben" not in desk.process.stdout.read()


def test_a_port_that_is_taken_is_told(desk: Running, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=f"端口 {desk.port} 已被占用"), running(tmp_path, "--port", str(desk.port)):
        pass


def test_the_desk_speaks_both_languages() -> None:
    assert WORDS["en"].keys() == WORDS["zh"].keys()
    chinese, english = desk_page("zh"), desk_page("en")
    assert '<html lang="zh-Hans">' in chinese
    assert '<html lang="en">' in english
    assert "[[" not in chinese + english
    assert "待改" in chinese
    assert "To mend" in english
