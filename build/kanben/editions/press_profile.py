"""Find the CMYK profile of the press: Ghostscript's own, for offset on coated paper (SWOP), free under the AGPL.

No heavy library is loaded here: the doctor looks for it, too.
"""

import os
from collections.abc import Iterator
from pathlib import Path

NAME = "default_cmyk.icc"
DEBIAN = f"color/icc/ghostscript/{NAME}"
HOMEBREW = f"share/ghostscript/**/iccprofiles/{NAME}"
DATA_FOLDERS = "/usr/local/share:/usr/share"
PREFIXES = ("/opt/homebrew", "/usr/local")


def find_profile() -> Path | None:
    """The profile's file, or nothing where there is none."""
    return next((path for path in places() if path.is_file()), None)


def places() -> Iterator[Path]:
    for folder in os.environ.get("XDG_DATA_DIRS", DATA_FOLDERS).split(os.pathsep):
        yield Path(folder) / DEBIAN
    yield Path("/usr/share") / DEBIAN
    for prefix in PREFIXES:
        yield from sorted(Path(prefix).glob(HOMEBREW))
