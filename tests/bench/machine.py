"""Say on which machine, with which versions and on which day the figures were measured."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from kanben.pandoc.program import told_version


def machine() -> dict[str, str]:
    """How many others wait for the processors tells what the times on the clock are worth."""
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "processor": processor(),
        "cores": str(os.cpu_count()),
        "waiting for them": f"{os.getloadavg()[0]:.0f}",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "pandoc": told_version(),
        "WeasyPrint": version("weasyprint"),
        "Typst": version("typst"),
    }


def processor() -> str:
    """Its model, as Linux tells it; else what Python knows."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()
