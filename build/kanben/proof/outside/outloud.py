"""Ask outloud how a PDF sounds when it is read aloud (PDF/UA-1, Matterhorn, WCAG, and what no validator can tell)."""

import json
from pathlib import Path

from kanben.messages import Severity
from kanben.place import Place
from kanben.proof.outside.remark import Remark, Silent
from kanben.proof.outside.running import room, run
from kanben.proof.outside.tools import OUTLOUD

SEVERITIES: dict[str, Severity] = {"error": "error", "warning": "warning"}


def outloud(pdf: Path) -> tuple[Remark, ...]:
    """Check a file; what it says for information alone is left out."""
    program = OUTLOUD.need()
    with room() as home:
        told = home / "told.json"
        done = run([program, "-q", "--json", str(told), str(pdf.absolute())], home)
        results = json.loads(told.read_text("utf-8"))["results"] if told.exists() else []
    if not results or results[0]["error"]:
        raise Silent(results[0]["error"] if results else done.last_words)
    place = Place(pdf.name)
    return tuple(
        Remark(severity, each["rule"], place, each["message"], each.get("evidence") or "", each.get("page") or 0)
        for each in results[0]["findings"]
        if (severity := SEVERITIES.get(each["severity"]))
    )
