"""Turn a source file's bytes into text: UTF-8 without control characters, or a trouble that names the spot."""

import re

from kanben.place import Place
from kanben.trouble import Tell, trouble

BEYOND = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
CONTROL = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef{BEYOND}]"
)
"""What XML or HTML forbids: control characters, halves of characters, and the code points that are no characters.

And what turns the words behind it round, so that an editor reads others than a program does.
"""


def decode(data: bytes, file: str, tell: Tell) -> str | None:
    """Give the text with line ends as \\n; None, having told why, when it is not clean UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        tell(trouble("not-utf-8", Place(file, line), byte=error.start + 1, value=f"{data[error.start]:02x}"))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = list(CONTROL.finditer(text))
    for match in bad:
        line, column = spot(text, match.start())
        tell(trouble("control-character", Place(file, line, column), character=f"U+{ord(match[0]):04X}"))
    return None if bad else text


def spot(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
