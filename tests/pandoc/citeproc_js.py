"""Ask citeproc-js, the processor of Zotero and of journals, for a second opinion on our styles."""

import json
import re
import subprocess
from dataclasses import dataclass
from html import unescape
from importlib.metadata import files
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).with_suffix(".cjs")
PACKAGE = Path(__file__).parents[1] / "node_modules"
LOCALES = ("zh-CN", "en-US")


@dataclass(frozen=True, slots=True)
class Asked:
    """A style, and works each to be listed alone."""

    csl: str
    items: list[dict[str, Any]]


def printed_by_citeproc_js(asked: Asked) -> dict[str, str]:
    """What it prints of each work, without the number before it."""
    question = {"csl": asked.csl, "items": asked.items, "locales": {name: locale(name) for name in LOCALES}}
    done = subprocess.run(
        ["node", str(PROGRAM), str(PACKAGE)],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    entries: dict[str, str] = json.loads(done.stdout)
    return {key: words_of(entry) for key, entry in entries.items()}


def words_of(html: str) -> str:
    without_number = re.sub(r'<div class="csl-left-margin">.*?</div>', "", html, flags=re.DOTALL)
    return unescape(re.sub("<[^>]+>", "", without_number)).strip()


def locale(name: str) -> str:
    """The words of a language as the CSL project keeps them; citeproc-py brings them along."""
    (found,) = (file for file in files("citeproc-py") or () if file.name == f"locales-{name}.xml")
    return Path(str(found.locate())).read_text("utf-8")
