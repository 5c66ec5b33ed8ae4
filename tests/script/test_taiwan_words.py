"""The table of the words of Taiwan is what OpenCC's dictionary holds; --accept writes it anew."""

import subprocess
from pathlib import Path

import opencc
import pytest

from kanben.script import taiwan_words
from kanben.script.conversion import converted

OPENCC = Path(opencc.__file__).parent / "clib"
PROGRAM = OPENCC / "bin" / "opencc_dict"
TABLE = Path(taiwan_words.__file__)
WIDTH = 118


def opencc_words(folder: Path) -> list[str]:
    """Traditional words for which Taiwan has others."""
    dictionary = OPENCC / "share" / "opencc" / "TWPhrases.ocd2"
    listed = folder / "words.txt"

    subprocess.run([PROGRAM, "-i", dictionary, "-o", listed, "-f", "ocd2", "-t", "text"], check=True)
    return [line.partition("\t")[0] for line in listed.read_text("utf-8").splitlines()]


def written_by_opencc(name: str, words: list[str]) -> list[str]:
    return converted(name, "\n".join(words), rare=True).split("\n")


def pairs(folder: Path) -> list[str]:
    words = written_by_opencc("t2s", opencc_words(folder))
    said = zip(words, written_by_opencc("s2tw", words), written_by_opencc("s2twp", words), strict=True)
    return sorted({f"{word}={other}" for word, plain, other in said if plain != other})


def lines(pairs: list[str]) -> list[str]:
    """Rows of the table, each Chinese character as wide as two others."""
    rows = [""]
    for pair in pairs:
        row = f"{rows[-1]}{pair} "
        if sum(2 if char > "\u2e80" else 1 for char in row) > WIDTH - len('    ""'):
            rows.append("")
        rows[-1] += f"{pair} "
    return [f'    "{row}"' for row in rows]


@pytest.mark.skipif(not PROGRAM.exists(), reason="OpenCC brings no program that lists words here")
def test_the_table_has_all_words_that_taiwan_says_otherwise(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = TABLE.read_text("utf-8")
    before, _, rest = text.partition("PAIRS = (\n")
    written = "\n".join([f"{before}PAIRS = (", *lines(pairs(tmp_path)), rest[rest.index("\n)") + 1 :]])
    if request.config.getoption("--accept"):
        TABLE.write_text(written, "utf-8")
    assert text == written
