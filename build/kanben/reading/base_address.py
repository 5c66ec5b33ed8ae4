"""The address under which a web edition will be published, as links are made of it."""

import re
from urllib.parse import quote, urlsplit

UNFIT = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]|%(?![0-9A-Fa-f]{2})")
KEPT = "/%:@!$&'()*+,;=~-._"
"""What may stand in a path as it is (RFC 3986, 3.3); `%` begins what is escaped already."""
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")


def base_address(text: str) -> str:
    """The address of a folder, ending in `/` and in ASCII alone; nothing where the text is no such address.

    An address with a query, a fragment, a name and password, or the name of a page has nothing below it.
    """
    try:
        parts = urlsplit(text)
        port = f":{parts.port}" if parts.port is not None else ""
        host = host_of(parts.hostname or "")
    except ValueError:  # no port, no IPv6 address, no name that could be one
        return ""
    folder = parts.path.rsplit("/", 1)[-1].lower()
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(host) or UNFIT.search(text):
        return ""
    if "?" in text or "#" in text or "@" in parts.netloc or folder.endswith((".html", ".htm")):
        return ""
    return f"{parts.scheme}://{host}{port}{quote(parts.path, safe=KEPT).rstrip('/')}/"


def host_of(name: str) -> str:
    """The host as the network knows it; 书.example is xn--….example there."""
    if name.startswith("[") or ":" in name:
        return f"[{name.strip('[]')}]"
    return name if name.isascii() else name.encode("idna").decode("ascii")
