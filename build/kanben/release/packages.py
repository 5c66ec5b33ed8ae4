"""List the Python packages of which kanben is made here: versions, licences, and what each needs."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

ASKED = re.compile(r"([\w.-]+)\s*(?:\[([^\]]*)\])?")
"""fonttools[woff]>=4.59: a name, and the extras that are asked of it."""
EXTRA = re.compile(r"\bextra\s*==\s*[\"']([^\"']+)")
LICENCE_CLASS = "License :: "
LONGEST = 60
"""Some packages put the whole text of their licence where its name belongs."""


@dataclass(frozen=True, slots=True)
class Package:
    """An installed package; `expression` is its licence in SPDX's words, `licences` in its own where it has no such."""

    name: str
    version: str
    expression: str
    licences: tuple[str, ...]
    needs: tuple[str, ...]


def packages(root: str) -> dict[str, Package]:
    """A package and all that it needs, by name in the order of the alphabet; what is not installed here is left out."""
    found: dict[str, Package] = {}
    extras: dict[str, set[str]] = {root: set()}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if not (here := installed(name)):
            continue
        asked = dict(needs(here, extras[name]))
        found[name] = package(name, here, asked)
        for need, more in asked.items():
            if need not in extras or more - extras[need]:
                extras[need] = extras.get(need, set()) | more
                waiting.append(need)
    return dict(sorted(found.items()))


def plain(name: str) -> str:
    """PyYAML -> pyyaml, typing_extensions -> typing-extensions: as PyPI compares names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def installed(name: str) -> Distribution | None:
    """What only another system needs is not."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def needs(here: Distribution, extras: Set[str]) -> Iterator[tuple[str, set[str]]]:
    """The installed ones among what it asks for, also for extras, each with the extras that it asks of them."""
    for line in here.requires or ():
        wanted, asked = EXTRA.search(line), ASKED.match(line)
        if asked and (not wanted or wanted[1] in extras) and installed(plain(asked[1])):
            yield plain(asked[1]), {each.strip() for each in (asked[2] or "").split(",")} - {""}


def package(name: str, here: Distribution, asked: Iterable[str]) -> Package:
    expression = "".join(said(here, "License-Expression"))
    return Package(name, here.version, expression, tuple(licences(here)), tuple(sorted(asked)))


def said(here: Distribution, field: str) -> list[str]:
    return list(here.metadata.get_all(field) or ())


def licences(here: Distribution) -> Iterator[str]:
    """In a package's own words: the ends of its classifiers, unless its field for it is one word."""
    named = "".join(said(here, "License")).strip()
    classes = [each for each in said(here, "Classifier") if each.startswith(LICENCE_CLASS)]
    if named and (len(named.split()) == 1 or not classes) and len(named) <= LONGEST:
        yield named
    else:
        yield from (each.rpartition(" :: ")[2] for each in classes)
