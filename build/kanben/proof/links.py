"""What links must do in an EPUB as on the web: lead to a file, to an id there, and from a note back to its call."""

from collections.abc import Iterator, Set

from kanben.place import Place
from kanben.trouble import Trouble, trouble

Target = tuple[str, str]
"""The file and the fragment to which a link leads."""


def dead_end(place: Place, href: str, fragment: str, has_file: bool, ids: Set[str] | None) -> Iterator[Trouble]:
    """Tell a link to a file that is not there, or to an id that is not in it; `ids` is None where nobody knows them."""
    if not has_file:
        yield trouble("dead-link", place, href=href)
    elif fragment and ids is not None and fragment not in ids:
        yield trouble("dead-fragment", place, href=href, fragment=fragment)


def back_faults(
    place: Place, name: str, back: Set[Target | None], callers: Set[Target], astray: Place
) -> Iterator[Trouble]:
    """Tell a note without a link back, and one whose links (`astray` is the first) lead to no call of it."""
    if not back:
        yield trouble("no-back-link", place, id=name)
    elif not back & callers:
        yield trouble("back-link-astray", astray, id=name)
