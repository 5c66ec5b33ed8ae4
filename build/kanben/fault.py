"""Say where kanben itself failed, in words that may be sent away: no Chinese of a title, no names of folders."""

import re
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

HOME = Path(__file__).parents[1]
QUOTED = re.compile(r"(['\"]).*?\1", re.S)
NAME = re.compile(r".[\w.]+.")
"""What an error quotes, and a single name in its quotes."""
LONGEST = 300  # characters of an error's own words
MOST, ENDS = 60, 25  # lines of the way to it: where it is longer, so many of its beginning and of its end


class ProcessFault(RuntimeError):
    """A fault in another process of kanben's; carries the account that was given there."""


def account_of(fault: BaseException) -> str:
    """Each error with the way to it, the one that was raised first before those that came of it."""
    return "\n\n".join(reversed([*map(one_account, chain(fault))]))


def chain(fault: BaseException | None) -> Iterator[BaseException]:
    """The error, and those that it came of."""
    known: list[BaseException] = []
    while fault is not None and fault not in known:
        known.append(fault)
        yield fault
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)


def one_account(fault: BaseException) -> str:
    if isinstance(fault, ProcessFault):
        return str(fault)
    way = [
        f"{shown(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(fault.__traceback__)
    ]
    if len(way) > MOST:
        way[ENDS:-ENDS] = [f"… {len(way) - 2 * ENDS} more"]
    return "\n".join([*way, f"{type(fault).__name__}: {blotted(words_of(fault))}"])


def shown(file: str) -> str:
    """A file of kanben's or of a library's from its package on."""
    path = Path(file)
    if path.is_relative_to(HOME):
        return path.relative_to(HOME).as_posix()
    return "/".join(path.parts[-2:])


def words_of(fault: BaseException) -> str:
    """An error's own words; one of the system's names files besides, which are an editor's."""
    return fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)


def blotted(words: str) -> str:
    """What an error quotes may be a title's: of that only names stay, as programs have them, and of the rest ASCII."""
    plain = QUOTED.sub(lambda quoted: quoted[0] if NAME.fullmatch(quoted[0]) else "□", words)
    return "".join(c if " " <= c <= "~" else "□" for c in plain)[:LONGEST]
