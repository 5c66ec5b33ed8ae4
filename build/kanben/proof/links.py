"""What links must do in an EPUB as on the web: lead to a file, to an id there, and from a note back to its call."""

import re
from collections.abc import Iterable, Iterator, Set
from unicodedata import numeric

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


def number_faults(place: Place, call: str, back: Iterable[str]) -> Iterator[Trouble]:
    """Tell a call whose number is not that of its note, as far as both have one: links back may be arrows."""
    number, numbers = number_in(call), [found for words in back if (found := number_in(words))]
    if number and numbers and number not in numbers:
        yield trouble("call-number-differs", place, call=number, note=numbers[0])


def number_in(words: str) -> int:
    """Read ⑤, [5] or 5; 0 where there is no number alone."""
    bare = re.sub(r"[\s\[\]()（）［］.．]", "", words)
    if bare.isascii() and bare.isdecimal():
        return int(bare[:9])
    return int(numeric(bare, 0)) if len(bare) == 1 else 0
