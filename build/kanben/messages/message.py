"""What one row of the table of messages holds."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "zh"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Message:
    """Per language (what is wrong, how to mend it); {names} are filled from the trouble's facts."""

    severity: Severity
    words: dict[Language, tuple[str, str]]


def error(en: tuple[str, str], zh: tuple[str, str]) -> Message:
    """A fault that stops the title."""
    return Message("error", {"en": en, "zh": zh})


def warning(en: tuple[str, str], zh: tuple[str, str]) -> Message:
    """A fault that is told and stops nothing."""
    return Message("warning", {"en": en, "zh": zh})
