"""What a fuzzer found once stays mended; where it found nothing yet, it begins with a file that is whole."""

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}: {path.stem.replace('-', ' ')}")
def test_what_was_found_is_mended(file: Path) -> None:
    TARGETS[file.parent.name](file.read_bytes())


def test_every_folder_of_the_corpus_is_tried() -> None:
    assert {path.name for path in CORPUS.iterdir()} <= set(TARGETS)
