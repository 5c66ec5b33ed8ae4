"""Ask Lighthouse how it scores a web page: for everybody, by the rules of the web, fit for search engines."""

import json
import shlex
from pathlib import Path
from typing import Any

from kanben.place import Place
from kanben.proof.outside.remark import Remark
from tests.checkers.browser import QUIET, chromium_path
from tests.checkers.running import run

PROGRAM = Path(__file__).parents[1] / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("accessibility", "best-practices", "seo")
"""Speed is left out: it would be that of the machine which runs the test."""
OPTIONS = (
    f"--only-categories={','.join(CATEGORIES)}",
    f"--chrome-flags={shlex.join(['--headless', *QUIET])}",
    "--disable-full-page-screenshot",
    "--output=json",
    "--quiet",
    "--no-enable-error-reporting",
)


def lighthouse(address: str) -> tuple[dict[str, int], tuple[Remark, ...]]:
    """Open a served page as a phone does; give its score of 100 in each category, and every audit that it fails."""
    if not PROGRAM.exists():
        raise RuntimeError("Lighthouse is not installed; type: make test")
    done = run(["env", f"CHROME_PATH={chromium_path()}", "node", str(PROGRAM), address, *OPTIONS])
    if done.returncode != 0:
        raise RuntimeError(f"Lighthouse could not look at {address}: {done.stderr.strip()}")
    report = json.loads(done.stdout)
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
    return scores, tuple(_remark(address, audit) for audit in report["audits"].values() if audit["score"] == 0)


def _remark(address: str, audit: dict[str, Any]) -> Remark:
    items = audit.get("details", {}).get("items", [])
    spot = json.dumps(items, ensure_ascii=False)[:300]
    return Remark("error", audit["id"], Place(address), audit["title"], spot)
