"""Let atheris look for bytes that lead kanben where none has led it: `python -m tests.fuzz.explore TARGET …`.

The rest goes to libFuzzer: folders of files to begin with (what is new is kept in the first), and its options, such as
-max_total_time=600. Only the rooms that read such a file are watched; pandoc is another program.
"""

import sys

import atheris

from tests.fuzz.words import write_words

ROOMS = {
    "manuscript": ["kanben.manuscript"],
    "pdf": ["kanben.proof"],
    "epub": ["kanben.proof"],
    "picture": ["kanben.raster", "kanben.reading"],
    "record": ["kanben.release"],
}
OTHERWISE = ["kanben.reading", "kanben.passes"]


def explore(name: str, options: list[str]) -> None:
    with atheris.instrument_imports(include=ROOMS.get(name, OTHERWISE), enable_loader_override=False):
        from tests.fuzz.targets import TARGETS
    words = f"-dict={write_words()}"
    atheris.Setup([sys.argv[0], *options, words, "-timeout=60", "-rss_limit_mb=2048"], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    explore(sys.argv[1], sys.argv[2:])
