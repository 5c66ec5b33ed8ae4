"""The small book in each variant, pressed once."""

from pathlib import Path

import pytest

from kanben.book.book import VARIANTS, Variant
from kanben.press.title import Pressed
from tests.editions.print.standards.small_book import pdf_of, pressed, write_small_book


@pytest.fixture(scope="session")
def variants(tmp_path_factory: pytest.TempPathFactory) -> dict[Variant, Pressed]:
    folder = write_small_book(tmp_path_factory.mktemp("standards") / "bridge")
    return {variant: pressed(folder, variant) for variant in VARIANTS}


@pytest.fixture(scope="session")
def files(variants: dict[Variant, Pressed], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each variant's PDF as a file."""
    written: dict[str, Path] = {}
    for variant, made in variants.items():
        written[variant] = tmp_path_factory.mktemp("variant") / "bridge.pdf"
        written[variant].write_bytes(pdf_of(made.files))
    return written
