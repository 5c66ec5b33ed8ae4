"""`kanben doctor` prints what is there, and exits with 3 when an edition could not be made."""

import json

import pytest
from click.testing import CliRunner, Result

from kanben.cli import doctor as cli_doctor
from kanben.doctor import NEEDS, Machine, System

ALL_THERE = {need.name: "1.0" for need in NEEDS} | {"Python": "3.13.2", "WeasyPrint": "70.0"}


class Clinic:
    """A machine as a test wants it, and the doctor's words about it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def ask(self, *arguments: str, without: str = "", system: System = "apt", locale: str = "C.UTF-8") -> Result:
        found = {name: version for name, version in ALL_THERE.items() if name != without}
        self.monkeypatch.setattr(cli_doctor, "look", lambda: Machine(system, found))
        return CliRunner(env={"LC_ALL": locale}).invoke(cli_doctor.doctor_command, arguments)


@pytest.fixture
def clinic(monkeypatch: pytest.MonkeyPatch) -> Clinic:
    return Clinic(monkeypatch)


def test_a_whole_machine_is_told_need_by_need(clinic: Clinic) -> None:
    told = clinic.ask()
    assert told.exit_code == 0
    assert told.output.splitlines()[:2] == ["needed by make and kanben build", "  ✓ Python: 3.13.2"]
    assert told.output.count("✓") == len(NEEDS)


def test_without_a_typeface_no_edition_can_be_made(clinic: Clinic) -> None:
    told = clinic.ask(without="Noto Serif CJK SC")
    assert told.exit_code == 3
    assert "✗ missing Noto Serif CJK SC: this typeface is not installed" in told.output
    assert "sudo apt-get install fonts-noto-cjk" in told.output


def test_without_a_checker_editions_can_be_made_all_the_same(clinic: Clinic) -> None:
    told = clinic.ask(without="Java")
    assert told.exit_code == 0
    assert "✗ missing Java" in told.output


def test_under_a_chinese_locale_it_speaks_chinese(clinic: Clinic) -> None:
    told = clinic.ask(without="LXGW WenKai", locale="zh_CN.UTF-8")
    assert "✗ 缺 LXGW WenKai: 未安装此字体" in told.output


def test_on_a_system_without_apt_and_brew_it_says_whose_names_these_are(clinic: Clinic) -> None:
    assert "neither apt nor brew" in clinic.ask(without="qpdf", system="other").output
    assert "neither apt nor brew" not in clinic.ask(system="other").output


def test_machines_get_json(clinic: Clinic) -> None:
    told = clinic.ask("--json", without="Pango")
    facts = json.loads(told.output)
    assert (told.exit_code, facts["ready"], facts["system"]) == (3, False, "apt")
    missing = [fact for fact in facts["needs"] if fact["found"] is None]
    assert [(fact["name"], fact["for"], fact["code"]) for fact in missing] == [("Pango", "build", "library-missing")]
    assert missing[0]["mend"] == "type: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
