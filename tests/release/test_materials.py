"""The bill of materials of a release: what its editions hold and what made them, as CycloneDX 1.6 has it."""

import json
import zlib
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from kanben.editions.press_profile import find_profile
from kanben.press.release import press_release
from kanben.press.worker import worker
from kanben.release.colours import profiles_of_pdf
from kanben.release.embedded import faces_of_pdf, font_files
from kanben.release.materials import BILL
from kanben.release.packages import packages
from kanben.release.programs import library_version
from tests.titles import UUID, title_yaml, write_title

TITLE = f"urn:uuid:{UUID}"
Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A release, for archives, of a title that brings fonts to screens: of a rare character, and of a formula."""
    archive = title_yaml(["chapters/01.md"], "print: {variant: pdf/a-3u}\n")
    files = {"title.yaml": archive, "chapters/01.md": "# 桥\n\n桥𠀀，$x^2$。\n"}
    title = write_title(tmp_path_factory.mktemp("a") / "bridges", **files)
    with worker() as layout:
        return press_release(title, layout, "1.2", "", None).files


@pytest.fixture(scope="module")
def bill(released: Files) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(released[BILL])
    return said


def faults(bill: Mapping[str, Any]) -> object:
    """What the official schema, read strictly, has against it."""
    return JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill))


def components(bill: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["bom-ref"]: each for each in bill["components"]}


def test_it_obeys_the_official_schema(bill: dict[str, Any]) -> None:
    assert faults(bill) is None


def test_the_checker_of_bills_can_find_a_fault(bill: dict[str, Any]) -> None:
    assert faults({**bill, "serialNumber": "7"}) is not None
    assert faults({**bill, "materials": []}) is not None


def test_it_is_of_the_release_and_names_its_editions_by_digest(released: Files, bill: dict[str, Any]) -> None:
    about = bill["metadata"]["component"]
    assert (about["bom-ref"], about["name"], about["version"]) == (TITLE, "桥", "1.2")
    digests = {each["name"]: each["hashes"][0]["content"] for each in about["components"]}
    names = ("bridges.pdf", "bridges.epub", "bridges-web.zip")
    assert digests == {name: sha256(released[name]).hexdigest() for name in names}


def test_its_date_is_the_titles_never_the_clocks(bill: dict[str, Any]) -> None:
    assert bill["metadata"]["timestamp"] == "2000-01-01T00:00:00Z"


def test_it_lists_each_tool_at_its_version_with_licence_and_address(bill: dict[str, Any]) -> None:
    found = components(bill)
    for name in ("weasyprint", "pypandoc-binary", "fonttools", "typing-extensions"):
        tool = found[f"pkg:pypi/{name}@{version(name)}"]
        assert (tool["name"], tool["purl"], tool["scope"]) == (name, tool["bom-ref"], "excluded")
    tools = [each for each in bill["components"] if each["scope"] == "excluded"]
    assert [each["name"] for each in tools if not (each["version"] and each["licenses"] and each["purl"])] == []
    assert {"pandoc", "python", "pango", "harfbuzz"} <= {each["name"] for each in tools}


def test_what_the_web_edition_holds_of_them_is_said_to_be_within(released: Files, bill: dict[str, Any]) -> None:
    """The scripts of its pages and of its search: whoever publishes it passes them on."""
    inner = [f"pkg:pypi/{name}@{version(name)}" for name in ("kanben", "pagefind-bin")]
    assert [each["bom-ref"] for each in bill["components"] if each["scope"] == "required"][:2] == inner
    (own,) = (each["dependsOn"] for each in bill["dependencies"] if each["ref"] == TITLE)
    assert own[:2] == inner


def test_it_lists_what_the_tools_need_down_to_the_last(bill: dict[str, Any]) -> None:
    needs = {each["ref"]: set(each["dependsOn"]) for each in bill["dependencies"]}
    found = {TITLE, *components(bill)}
    assert set().union(*needs.values()) | {TITLE} == found
    assert f"pkg:pypi/brotli@{version('brotli')}" in needs[f"pkg:pypi/fonttools@{version('fonttools')}"]


def test_the_fonts_within_are_named_with_licence_and_digest(bill: dict[str, Any]) -> None:
    fonts = {each["bom-ref"]: each for each in bill["components"] if each["bom-ref"].startswith("font:")}
    assert {font["scope"] for font in fonts.values()} == {"required"}
    within = {name.removeprefix("font:") for name in fonts}
    assert {
        "bridges.pdf:Noto Serif CJK SC",
        "bridges.pdf:HanaMinB Regular",
        "bridges.epub:STIX Two Math Regular",
        "bridges.epub:HanaMinB Regular",
    } <= within
    assert "GlyphWiki" in fonts["font:bridges.pdf:HanaMinB Regular"]["licenses"][0]["license"]["name"]
    assert [name for name, font in fonts.items() if not (font["version"] and font["licenses"] and font["hashes"])] == []
    assert fonts["font:bridges.pdf:Noto Serif CJK SC"]["licenses"] == [{"license": {"id": "OFL-1.1"}}]
    file, _ = font_files()["Noto-Serif-CJK-SC"]
    (digest,) = fonts["font:bridges.pdf:Noto Serif CJK SC"]["hashes"]
    assert digest["content"] == sha256(file.read_bytes()).hexdigest()


def test_the_colour_profile_within_is_named_with_digest_and_whose_it_is(bill: dict[str, Any]) -> None:
    profile = components(bill)["profile:bridges.pdf:sRGB2014"]
    assert (profile["scope"], profile["copyright"]) == ("required", "Copyright International Color Consortium, 2015")
    assert len(profile["hashes"][0]["content"]) == 64


def test_ghostscripts_profile_of_the_press_is_known_with_its_licence() -> None:
    path = find_profile()
    assert path
    data = path.read_bytes()
    (found,) = profiles_of_pdf("b.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + zlib.compress(data) + b"\nendstream")
    assert (found.sha256, found.licence) == (sha256(data).hexdigest(), "AGPL-3.0-or-later")
    assert "SWOP" in found.name


def test_a_font_that_no_file_of_this_machine_has_is_named_all_the_same(
    released: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no fc-list
    faces = list(faces_of_pdf("bridges.pdf", released["bridges.pdf"]))
    assert "Noto-Serif-CJK-SC" in [face.name for face in faces]
    assert {(face.version, face.sha256, face.is_open) for face in faces} == {("", "", False)}


def test_what_another_system_needs_and_what_nobody_has_installed_is_left_out() -> None:
    assert "colorama" not in packages("click")  # on Windows alone
    assert packages("no-such-package") == {}
    assert library_version("no_such_function", ("libpango-1.0.so.0", "libnone.so")) == ""
