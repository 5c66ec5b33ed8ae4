"""Let atheris look for bytes that lead kanben where none has led it: `python -m tests.fuzz.explore TARGET …`.

The rest goes to libFuzzer: folders of files to begin with (what is new is kept in the first), and its options, such as
-max_total_time=600. Only the rooms that read such a file are watched; pandoc is another program.
"""

import sys
from pathlib import Path

import atheris

from tests.fuzz.words import write_words

HOME = Path(__file__).parents[2] / "build"
ROOMS = {
    "manuscript": ("kanben.manuscript",),
    "pdf": ("kanben.proof",),
    "epub": ("kanben.proof",),
    "picture": ("kanben.raster", "kanben.reading"),
    "web": ("kanben.proof",),
    "manifest": ("kanben.cli",),
    "record": ("kanben.release",),
    "redline": ("kanben.redline", "kanben.press"),
    "revision": ("kanben.revisions", "kanben.cli"),
}
OTHERWISE = ("kanben.reading", "kanben.passes")


def explore(name: str, options: list[str]) -> None:
    with atheris.instrument_imports(["kanben"], unwatched(ROOMS.get(name, OTHERWISE)), enable_loader_override=False):
        from tests.fuzz.targets import TARGETS
    words = f"-dict={write_words()}"
    atheris.Setup([sys.argv[0], *options, words, "-timeout=60", "-rss_limit_mb=2048"], TARGETS[name])
    atheris.Fuzz()


def unwatched(rooms: tuple[str, ...]) -> list[str]:
    """All of kanben's modules but those of some rooms: atheris takes in whole packages, and leaves out by name."""
    modules = (".".join(path.relative_to(HOME).with_suffix("").parts) for path in HOME.rglob("*.py"))
    return [name.removesuffix(".__init__") for name in modules if not name.startswith(rooms)]


if __name__ == "__main__":
    explore(sys.argv[1], sys.argv[2:])
