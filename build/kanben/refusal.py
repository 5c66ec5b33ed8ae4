"""Tell what the system denies, of what any program needs, from a fault of kanben's own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EAGAIN, EDQUOT, EFBIG, EIO, EMFILE, ENFILE, ENOMEM, ENOSPC, EPERM, EROFS, ESTALE

from kanben.place import Place
from kanben.trouble import Stop, Trouble, trouble

WANTS = {EAGAIN, EDQUOT, EFBIG, EIO, EMFILE, ENFILE, ENOMEM, ENOSPC, EROFS, ESTALE}
RIGHTS = {EACCES, EPERM}
NO_FOLDER = "No usable temporary directory found"
NO_THREAD = "can't start new thread"


def refusal(fault: Exception) -> Trouble | None:
    """What is told where the system denied something; None where the fault is kanben's."""
    if isinstance(fault, MemoryError):
        return trouble("out-of-memory", Place("kanben"))
    if isinstance(fault, RuntimeError) and str(fault) == NO_THREAD:
        fault = OSError(EAGAIN, os.strerror(EAGAIN))
    if not isinstance(fault, OSError):
        return None
    problem = (fault.strerror or "").partition(" in [")[0]  # the folders that were tried are no concern of an editor
    if fault.errno in WANTS | RIGHTS or problem == NO_FOLDER:
        return trouble("system-refused", Place(str(fault.filename or "kanben")), problem=problem)
    return None


def raise_want(fault: Exception) -> None:
    """Raise what says nothing of a program or a file: that the system is short of something."""
    if isinstance(fault, OSError) and fault.errno in WANTS:
        raise fault


@contextmanager
def needing(code: str, place: Place) -> Iterator[None]:
    """Stop with a code where a program is not there, or may not be run; another process may be too much as well."""
    try:
        yield
    except OSError as fault:
        raise_want(fault)
        raise Stop((trouble(code, place),)) from fault
