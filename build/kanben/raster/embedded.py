"""Take a picture out of the address that holds it whole: a drawing may show a photograph in that way."""

import re
from base64 import b64decode, b64encode
from urllib.parse import unquote_to_bytes

from kanben.raster.facts import Raster, raster
from kanben.raster.parts import Broken, impersonal

HEAD = re.compile(r"\s*data:image/(?:png|jpeg)\s*;\s*base64\s*,", re.I)
ADDRESS = re.compile(r"data:image/(?:png|jpeg)\s*;\s*base64\s*,[\w+/=%\s]*", re.I)


def embedded(address: str) -> tuple[bytes, Raster] | None:
    """The bytes and facts of a data: address; None where these are no PNG or JPEG, whatever it says."""
    head = HEAD.match(address)
    if not head:
        return None
    try:
        data = b64decode(unquote_to_bytes(address[head.end() :]))
        facts = raster(data)
    except (ValueError, Broken):
        return None
    return (data, facts) if facts else None


def all_impersonal(words: str) -> str:
    """An attribute or a style, with each picture in its addresses as it may go into editions."""
    return ADDRESS.sub(lambda found: one_impersonal(found[0]), words)


def one_impersonal(address: str) -> str:
    held = embedded(address)
    if held is None or not held[1].personal:
        return address
    return f"data:image/{held[1].kind.lower()};base64,{b64encode(impersonal(held[0])).decode()}"
