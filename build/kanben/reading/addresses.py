"""Look at an address that leaves the book: what hides where it leads deceives the reader who looks before clicking."""

import re
import unicodedata
from urllib.parse import parse_qs, unquote, urlsplit

SCHEME = re.compile(r"\s*([a-z][a-z0-9+-]*):(?!\d)", re.I)
WEB = ("http", "https")
MAIL_HEADERS = {"subject", "body", "cc", "bcc"}
"""Of what a link may fill in; a programme of mail might obey others: attach."""
ALIKE = ("LATIN", "GREEK", "CYRILLIC")
"""Scripts whose letters look the same: аpple and apple."""
LATIN_TWINS = frozenset("асԁеһіјӏорԗԛѕԝхуъьҽпгѵѡ")
"""Cyrillic letters of which a whole name can be made that looks Latin."""
FIGURES = re.compile(r"[\u0250-\u02af\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]")
"""Latin letters of phonetics, which no name has and which look like plain ones: ɡoogle."""
SEPARATING = re.compile(r"[ノンソゾ丶丿〳〵](?=[^\u3040-\u30ff\u3400-\u9fff])|[\u115f\u1160\u3164\uffa0\u034f]")
"""Letters that look like a slash or like nothing, where the next one is not Chinese or Japanese."""


def hidden_in(address: str) -> str:
    """What in an address of the web or of mail hides where it leads; nothing where it is plain."""
    mail = address.lower().startswith("mailto:")
    for char in unquote(address) if mail else address:  # what is escaped in it a browser shows escaped
        if unicodedata.category(char) in ("Cc", "Cf") or char == "\\":
            return f"U+{ord(char):04X}"
    return strange_headers(address) if mail else strange_host(address)


def strange_headers(address: str) -> str:
    headers = parse_qs(address.partition("?")[2], keep_blank_values=True)
    return next((f"{name}=" for name in headers if name.lower() not in MAIL_HEADERS), "")


def strange_host(address: str) -> str:
    """A name and password, which look like a host, before the true one; a host of letters that look like others."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:  # no IPv6 address
        return address.partition("//")[2].partition("/")[0]
    if "@" in parts.netloc or "%" in host:  # what is escaped in a host a browser takes for what it is
        return parts.netloc
    labels = host.split(".") if ":" not in host else []
    return next((label for label in labels if mixes_scripts(label) or deceives(label, labels[-1])), "")


def deceives(label: str, last: str) -> bool:
    """Whether a part of a host has what only looks like its letters, a slash or the end of it."""
    if FIGURES.search(label) or SEPARATING.search(label):
        return True
    if last.isascii() and not label.isascii() and LATIN_TWINS.issuperset(label):
        return True
    return not all(unicodedata.category(char)[0] in "LMN" or char in "-_" for char in label)


def mixes_scripts(label: str) -> bool:
    names = (unicodedata.name(char, "") for char in label if char.isalpha())
    return len({script for name in names for script in ALIKE if name.startswith(script)}) > 1


def is_of_the_web(address: str) -> bool:
    """Whether a work's address is one that a reader may follow; one without a scheme is."""
    scheme = SCHEME.match(address)
    return (scheme is None or scheme[1].lower() in WEB) and not hidden_in(address)
