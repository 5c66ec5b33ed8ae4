"""What a rule found in the files of editions: a verdict, a figure against its goal, each fault with place and mend."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kanben.trouble import Trouble

Verdict = Literal["ok", "warn", "fail", "unmeasured"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One rule's row; the places of its faults are in the files of an edition, where `Finding` has spots of pages."""

    rule: str
    verdict: Verdict
    figure: float | None
    unit: str
    goal: str
    faults: tuple[Trouble, ...] = ()


def asked(
    rule: str,
    faults: Iterable[Trouble],
    measurable: bool = True,
    figure: float | None = None,
    unit: str = "",
    goal: str = "0",
) -> Ruling:
    """Judge by the faults: errors fail, warnings warn; without a figure of its own a rule counts them."""
    found = tuple(dict.fromkeys(faults))
    if not measurable and not found:
        return Ruling(rule, "unmeasured", None, unit, goal)
    severities = {fault.severity for fault in found}
    verdict: Verdict = "fail" if "error" in severities else "warn" if severities else "ok"
    return Ruling(rule, verdict, len(found) if figure is None else figure, unit, goal, found)
