"""The editions that a title can have, and the scripts that they can be in."""

from typing import Literal, get_args

Edition = Literal["print", "epub", "web"]
EDITIONS: tuple[Edition, ...] = get_args(Edition)
Files = dict[str, bytes]
ENDINGS: dict[Edition, str] = {"print": "pdf", "epub": "epub"}
"""Of the editions that are one file."""
Script = Literal["simplified", "traditional"]
SCRIPTS: tuple[Script, ...] = get_args(Script)
