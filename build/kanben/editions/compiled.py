"""Keep compiled templates: in this process, and beside the templates in `__pycache__`, as Python keeps its modules.

Only kanben's own templates are kept on disk; nothing is written beside those of a title. What is kept holds for the
same words of a template, the same Jinja, and the same rules of compiling.
"""

import marshal
import os
import sys
from hashlib import sha256
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2 import __version__ as jinja
from jinja2.bccache import Bucket

from kanben.cache import read_whole, write_whole
from kanben.template_home import template_home

ENDING = f".{sys.implementation.cache_tag}.pyc"


class Compiled(BytecodeCache):
    """Compiled templates: another edition, title or build of them need not compile them again."""

    def __init__(self, rules: Path) -> None:
        """`rules` is the file of the code that says how templates are compiled."""
        self.rules = sha256(f"{jinja} {sys.version}".encode() + rules.read_bytes()).hexdigest()
        self.kept: dict[str, tuple[str, CodeType | None]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self.kept.get(bucket.key) or self.read(bucket.key)
        if checksum == self.rules + bucket.checksum:
            self.kept[bucket.key] = checksum, code
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        kept = self.kept[bucket.key] = self.rules + bucket.checksum, bucket.code
        if (file := kept_in(bucket.key)) and not sys.dont_write_bytecode:
            write_whole(file, marshal.dumps(kept))

    def read(self, template: str) -> tuple[str, CodeType | None]:
        file = kept_in(template)
        data = read_whole(file) if file else None
        found: tuple[str, CodeType | None] = marshal.loads(data) if data else ("", None)
        return found


def kept_in(template: str) -> Path | None:
    """The file of a compiled template, where it is one of kanben's own."""
    path = Path(template)
    if not path.is_relative_to(template_home()) or not os.access(path.parent, os.W_OK):
        return None
    return path.parent / "__pycache__" / f"{path.name}{ENDING}"
