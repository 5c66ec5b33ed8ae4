"""Write down a fault of kanben's own, so that an editor has a file to send, and say where it lies."""

import platform
import re
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from kanben import __version__
from kanben.fault import account_of
from kanben.place import Place
from kanben.trouble import Trouble, trouble

LIBRARIES = ("weasyprint", "pypandoc-binary", "jinja2", "pypdfium2", "pillow", "vl-convert-python")
"""Those whose faults look like ours."""
OPTION = re.compile("--?[a-z-]+=?")


def fault_trouble(fault: Exception) -> Trouble:
    """What is told of a fault: its place is the report; where none can be written, the error's own words."""
    account = account_of(fault)
    try:
        return trouble("own-fault", Place(str(write_report(account))))
    except OSError:  # the disk is full, perhaps
        return trouble("own-fault-unwritten", Place("kanben"), words=account.splitlines()[-1])


def write_report(account: str) -> Path:
    """One file for each kind of fault, in the system's folder for passing files, that nobody else may read."""
    folder = Path(tempfile.gettempdir())
    name = f"kanben-fault-{sha256(account.encode()).hexdigest()[:8]}.txt"
    with tempfile.NamedTemporaryFile(
        "w", dir=folder, prefix="kanben-fault-", suffix=".txt", encoding="utf-8", delete=False
    ) as scratch:
        scratch.write(f"{surroundings()}\n\n{account}\n")
    try:
        return Path(scratch.name).replace(folder / name)
    except OSError:  # another user has a file of that name
        return Path(scratch.name)


def surroundings() -> str:
    """Which program ran how and on what, without the names of anybody's folders."""
    from importlib.metadata import version  # e-mail comes with it, before the worker is started

    tools = " ".join(f"{name} {version(name)}" for name in LIBRARIES)
    typed = " ".join(["kanben", *sys.argv[1:2], *map(unnamed, sys.argv[2:])])
    return f"{typed}\nkanben {__version__}, Python {platform.python_version()}, {platform.platform()}\n{tools}"


def unnamed(word: str) -> str:
    """An option stays as it was typed; what it is given, a path and a name are told by their endings alone."""
    option = OPTION.match(word)
    if option:
        return option[0] + "…" * (option[0] != word)
    return f"…{Path(word).suffix}"
