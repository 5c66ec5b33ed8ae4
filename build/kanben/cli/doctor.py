"""Tell what is installed, what is missing, and what to type: `kanben doctor`."""

import json
from typing import Any

import click

from kanben.cli.codes import TOOL_MISSING
from kanben.cli.speech import language
from kanben.doctor import Answer, Machine, examine, look
from kanben.messages import Language

HEADINGS: dict[Language, dict[str, str]] = {
    "en": {"build": "needed by make and kanben build", "check": "needed by kanben check and make test"},
    "zh": {"build": "make 与 kanben build 所需", "check": "kanben check 与 make test 所需"},
}
MISSING: dict[Language, str] = {"en": "missing", "zh": "缺"}
ELSEWHERE: dict[Language, str] = {
    "en": "There is neither apt nor brew here: the commands are Debian's; give its names to your own installer.",
    "zh": "此处既无 apt 也无 brew：所示为 Debian 的命令，请用本系统的安装程序安装同名软件。",
}


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def doctor_command(as_json: bool) -> None:
    """Tell what is installed, what is missing, and what to type."""
    machine = look()
    answers = examine(machine)
    click.echo(_json(machine, answers) if as_json else _text(machine, answers, language()))
    if not _ready(answers):
        raise SystemExit(TOOL_MISSING)


def _ready(answers: tuple[Answer, ...]) -> bool:
    return not any(answer.trouble and answer.need.purpose == "build" for answer in answers)


def _text(machine: Machine, answers: tuple[Answer, ...], language: Language) -> str:
    lines: list[str] = []
    for purpose, heading in HEADINGS[language].items():
        lines += ["", heading] if lines else [heading]
        lines += [_line(answer, language) for answer in answers if answer.need.purpose == purpose]
    if machine.system == "other" and any(answer.trouble for answer in answers):
        lines += ["", ELSEWHERE[language]]
    return "\n".join(lines)


def _line(answer: Answer, language: Language) -> str:
    if answer.trouble is None:
        return f"  ✓ {answer.need.name}: {answer.found}"
    return f"  ✗ {MISSING[language]} {answer.trouble.say(language)}"


def _json(machine: Machine, answers: tuple[Answer, ...]) -> str:
    told = {"ready": _ready(answers), "system": machine.system, "needs": [_fact(answer) for answer in answers]}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _fact(answer: Answer) -> dict[str, Any]:
    fact = {"name": answer.need.name, "for": answer.need.purpose, "found": answer.found or None}
    if answer.trouble is None:
        return fact
    return fact | {"code": answer.trouble.code, "what": answer.trouble.what(), "mend": answer.trouble.mend()}
