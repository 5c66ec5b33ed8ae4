"""Say where terms are used and what the index names: by printed page where there is one, else by section."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from kanben.book.entries import Locator, Use

Folio = Callable[[str], str | None]
"""Gives the printed page of an id; nothing where there is no print edition, or none yet."""
RUN = 3
"""So many pages in a row are written as a span: 15—17, but 15、16."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A place as a reader sees it: a page or a section, or the first and the last of several pages."""

    label: str
    target: str
    main: bool = False
    last: str = ""
    last_target: str = ""
    part: str = ""
    """Of a section: two parts may have sections of one name."""


def shown_places(uses: Iterable[Use], folio: Folio) -> tuple[Shown, ...]:
    """Each page once, pages in a row as a span, a main place by itself; sections where pages are not known."""
    places = list(once(place_of(use, folio) for use in uses))
    spans = [place for place in places if place.last and place.last != place.label]
    return tuple(merged(place for place in places if not any(covers(span, place) for span in spans)))


def place_of(use: Use, folio: Folio) -> Shown:
    locator = use if isinstance(use, Locator) else Locator(use.id, use.part, use.label)
    first, last = folio(use.id), folio(locator.until) if locator.until else None
    if not first:
        return Shown(use.label, use.id, locator.main, part=use.part)
    beyond = (last, locator.until) if last and last != first else ("", "")
    return Shown(first, use.id, locator.main, *beyond)


def once(places: Iterable[Shown]) -> Iterator[Shown]:
    """Each page or section once; it is the main place if one of its places is."""
    found: dict[tuple[str, str, str], Shown] = {}
    for place in places:
        key = place.label, place.last, place.part
        known = found.setdefault(key, place)
        if place.main and not known.main:
            found[key] = place
    return iter(found.values())


def covers(span: Shown, place: Shown) -> bool:
    """Whether a place lies within a span of pages, and is no main one."""
    if place is span or place.main or place.last:
        return False
    ends = (span.label, place.label, span.last)
    return all(map(str.isdecimal, ends)) and int(span.label) <= int(place.label) <= int(span.last)


def merged(places: Iterable[Shown]) -> Iterator[Shown]:
    run: list[Shown] = []
    for place in places:
        if run and not follows(run[-1], place):
            yield from spanned(run)
            run = []
        run.append(place)
    yield from spanned(run)


def follows(before: Shown, after: Shown) -> bool:
    """Whether two single pages, none of them a main place, stand side by side."""
    plain = not any(place.main or place.last for place in (before, after))
    numbers = before.label.isdecimal() and after.label.isdecimal()
    return plain and numbers and int(after.label) == int(before.label) + 1


def spanned(run: list[Shown]) -> Iterator[Shown]:
    if len(run) < RUN:
        yield from run
    else:
        yield replace(run[0], last=run[-1].label, last_target=run[-1].target)
