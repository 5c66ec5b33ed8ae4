"""Let a document go with its pages: they hold each other in circles, and nobody looks for garbage meanwhile."""

from typing import Any

from kanben.editions.print.kept.seen import look_again
from kanben.editions.print.kept.standing import STANDING, Standing


def let_go(document: Any) -> None:
    """Leave a document that is of no more use, unless it waits for an edit."""
    standing: Standing | None = document._html.__dict__.get(STANDING)
    if standing is None or standing.is_kept:
        return
    del document._html.__dict__[STANDING]
    standing.context.__dict__.clear()
    standing.document = None
    for page in standing.pages:
        look_again(page)
        for box in page.children:
            box.__dict__.pop("page", None)  # the area of notes names its page
