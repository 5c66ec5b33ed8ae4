"""Judge what was found on a machine; nothing here looks at one."""

from dataclasses import dataclass

from kanben.doctor.machine import Machine
from kanben.doctor.needs import NEEDS, PYTHON, WEASYPRINT, Need
from kanben.place import Place
from kanben.trouble import Trouble, trouble


@dataclass(frozen=True, slots=True)
class Answer:
    """How one need is met: by what was found, or by a trouble that says what to type."""

    need: Need
    found: str
    trouble: Trouble | None


def examine(machine: Machine) -> tuple[Answer, ...]:
    """Answer every need, in the table's order."""
    return tuple(_answer(need, machine) for need in NEEDS)


def _answer(need: Need, machine: Machine) -> Answer:
    found = machine.found.get(need.name, "")
    return Answer(need, found, _trouble(need, found, machine))


def _trouble(need: Need, found: str, machine: Machine) -> Trouble | None:
    code = _code(need, found)
    command = need.brew if machine.system == "brew" else need.apt
    return trouble(code, Place(need.name), command=command, found=found) if code else None


def _code(need: Need, found: str) -> str | None:
    if not found:
        return need.missing
    if need.name == "Python" and _version(found) < PYTHON:
        return "python-too-old"
    if need.name == "WeasyPrint" and not found.startswith(WEASYPRINT):
        return "weasyprint-other-version"
    return None


def _version(found: str) -> tuple[int, ...]:
    return tuple(int(part) for part in found.split(".")[:2])
