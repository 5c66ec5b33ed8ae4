"""The doctor says of every need whether it is met, and what to type when not."""

import pytest

from kanben.doctor import NEEDS, Answer, Machine, System, examine

ALL_THERE = {need.name: "1.0" for need in NEEDS} | {"Python": "3.13.2", "WeasyPrint": "70.0"}


def machine(system: System = "apt", without: str = "", **changed: str) -> Machine:
    return Machine(system, {name: found for name, found in (ALL_THERE | changed).items() if name != without})


def troubles(answers: tuple[Answer, ...]) -> list[str]:
    return [str(answer.trouble) for answer in answers if answer.trouble]


def test_a_machine_with_everything_has_no_troubles() -> None:
    answers = examine(machine())
    assert troubles(answers) == []
    assert [answer.found for answer in answers][:3] == ["3.13.2", "1.0", "70.0"]


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("apt", "sudo apt-get install fonts-lxgw-wenkai"),
        ("brew", "brew install --cask font-lxgw-wenkai"),
        ("other", "sudo apt-get install fonts-lxgw-wenkai"),
    ],
)
def test_a_missing_typeface_is_named_with_what_to_type_there(system: System, command: str) -> None:
    assert troubles(examine(machine(system, without="LXGW WenKai"))) == [
        "LXGW WenKai: this typeface is not installed: pages would be set in another [font-missing]\n"
        f"    mend: type: {command}"
    ]


def test_an_empty_machine_is_told_every_need_once() -> None:
    answers = examine(Machine("apt", {}))
    assert [answer.need.name for answer in answers if answer.trouble] == [need.name for need in NEEDS]


def test_what_only_the_checkers_need_is_a_warning() -> None:
    severities = {
        answer.need.purpose: answer.trouble.severity for answer in examine(Machine("apt", {})) if answer.trouble
    }
    assert severities == {"build": "error", "check": "warning"}


@pytest.mark.parametrize("version", ["3.10.14", "2.7.18"])
def test_an_old_python_is_refused(version: str) -> None:
    (said,) = troubles(examine(machine(Python=version)))
    assert said.startswith(f"Python: kanben needs Python 3.11 or newer, not {version} [python-too-old]")


@pytest.mark.parametrize("version", ["69.0", "71.0", "7.0", "700.1"])
def test_another_series_of_weasyprint_is_refused(version: str) -> None:
    (said,) = troubles(examine(machine(WeasyPrint=version)))
    assert said == (
        f"WeasyPrint: version {version} is installed, but Chinese composition is tested with 70.x alone "
        "[weasyprint-other-version]\n    mend: type: pip install 'weasyprint==70.*'"
    )
