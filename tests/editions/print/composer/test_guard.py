"""Composition is put in only where WeasyPrint's functions are those that were tested, and leaves no trace."""

from typing import Any

import pytest
import weasyprint
from weasyprint.layout import inline

from kanben.editions.print import composer
from kanben.editions.print.composer.guard import fingerprint, is_tested


def functions_in_place() -> list[Any]:
    return [getattr(replacement.owner, replacement.name) for replacement in composer.REPLACEMENTS]


def test_composition_comes_and_goes() -> None:
    stock = functions_in_place()
    with composer.composed() as composing:
        assert composing
        assert functions_in_place() == [replacement.ours for replacement in composer.REPLACEMENTS]

    assert functions_in_place() == stock == [replacement.stock for replacement in composer.REPLACEMENTS]


def test_it_goes_when_layout_fails() -> None:
    with pytest.raises(ZeroDivisionError), composer.composed():
        raise ZeroDivisionError

    assert inline.justify_line.__module__ == "weasyprint.layout.inline"


def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.1")

    assert not composer.install()
    assert inline.justify_line.__module__ == "weasyprint.layout.inline"


def test_a_changed_function_is_noticed() -> None:
    here = {weasyprint.__version__: fingerprint([inline.justify_line])}

    assert is_tested(here, [inline.justify_line])
    assert not is_tested(here, [inline.text_align])
