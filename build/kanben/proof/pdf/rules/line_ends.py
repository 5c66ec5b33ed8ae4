"""L1 to L3, U2: what may not start or end a line (CLREQ 3.1.3, 3.1.4)."""

from kanben.composition.characters import CLOSE, OPEN, UNSPLIT
from kanben.proof.pdf.finding import Finding, counted, spot
from kanben.proof.pdf.lines import CALLS, Line
from kanben.proof.pdf.measured import Measured

NEVER_FIRST = CLOSE + "·～/／"
CURRENCY = "¥￥$£€"
LONG = ("—", "…")  # in pairs: ——, ……
BESIDE = 24  # characters of either line in which a run that was cut is sought


def line_starts(text: Measured) -> Finding:
    """L1: no closing mark, and no single dash, starts a line."""
    return counted("L1", (spot(line) for before, line in text.joints if starts_badly(before, line)), bool(text.joints))


def starts_badly(before: Line, line: Line) -> bool:
    single = line.text[0] == "—" and line.text[1:2] != "—" and before.text[-1] != "—"
    return not line.is_raised(line.chars[0]) and (line.text[0] in NEVER_FIRST or single)


def line_ends(text: Measured) -> Finding:
    """L2: no opening mark, and no currency sign before its figure, ends a line."""
    return counted("L2", (spot(line) for line, after in text.joints if ends_badly(line, after)), bool(text.joints))


def ends_badly(line: Line, after: Line) -> bool:
    last = line.text[-1]
    return last in OPEN or (last in CURRENCY and after.text[0].isdigit())


def long_dash_starts(text: Measured) -> Finding:
    """L3: a long dash or an ellipsis that starts a line is allowed, but told."""
    found = tuple(spot(line) for _, line in text.joints if line.text[:2] in [sign * 2 for sign in LONG])
    return Finding("L3", "warn" if found else "ok", len(found), "", "0", found)


def cut_runs(text: Measured) -> Finding:
    """U2: no number is parted from its unit, and no note mark from its word."""
    found = [spot(line) for before, line in text.joints if starts_with_call(line) or is_cut(before.text, line.text)]
    return counted("U2", found, bool(text.joints))


def starts_with_call(line: Line) -> bool:
    return line.is_raised(line.chars[0]) and (line.text[0] in CALLS or line.text[0].isdigit())


def is_cut(before: str, after: str) -> bool:
    """Whether a line end stands within a run that must stay whole; dashes and ellipses are U1's."""
    head, tail = before[-BESIDE:], after[:BESIDE]
    return any(run.start() < len(head) < run.end() and run[0][0] not in LONG for run in UNSPLIT.finditer(head + tail))
