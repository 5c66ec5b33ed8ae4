"""The editions that a title can have."""

from typing import Literal, get_args

Edition = Literal["print", "epub", "web"]
EDITIONS: tuple[Edition, ...] = get_args(Edition)
