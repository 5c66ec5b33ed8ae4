"""The editions that a title can have, and the scripts that they can be in."""

from typing import Literal, get_args

Edition = Literal["print", "epub", "web"]
EDITIONS: tuple[Edition, ...] = get_args(Edition)
Script = Literal["simplified", "traditional"]
SCRIPTS: tuple[Script, ...] = get_args(Script)
