"""The options that several commands have."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def out_option(words: str) -> Decorator:
    """--out DIR, said in a command's own words."""
    kind = click.Path(file_okay=False, path_type=Path)
    return click.option("--out", metavar="DIR", default="out", type=kind, help=words)


no_cache_option: Decorator = click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
json_option: Decorator = click.option("--json", "as_json", is_flag=True, help="Print one JSON object per line.")
