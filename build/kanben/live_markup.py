"""What runs or fetches in pages and drawings: the one table, for a title's own templates and for its pictures."""

import re

RUNNING = frozenset({"script", "handler", "listener"})
"""Elements that run, of whatever vocabulary."""
LIVE = frozenset({"applet", "base", "embed", "form", "frame", "iframe", "object", "portal"})
"""Elements of pages that run, send, or load another page."""
LOADING = frozenset({"audio", "canvas", "img", "input", "link", "meta", "source", "template", "video"})
"""Elements of pages that may load what they name; drawings have others for it."""
ATTRIBUTES = re.compile(r"on[a-z]+|srcdoc|http-equiv|ping|base", re.I)
"""What runs, asks somebody, or says where all addresses begin."""
FETCHING = frozenset({"src", "srcset", "href", "poster", "data", "background", "action", "formaction", "manifest"})
"""Attributes whose value is an address."""


def moves(attribute: str, value: str) -> bool:
    """Whether an attribute of an animation (attributeName) names what leads somewhere, or runs."""
    return attribute.lower() == "attributename" and (
        "href" in value.lower() or bool(ATTRIBUTES.fullmatch(value.strip()))
    )
