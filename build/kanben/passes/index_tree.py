"""The headings of an index while it is made: from index.yaml and from the marks in the text, two levels deep."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kanben.book.entries import IndexEntry, Locator, SeeEntry
from kanben.book.inlines import IndexMark
from kanben.place import Place

Path = tuple[str, str]
"""The entry above, or nothing; the entry."""


@dataclass
class Draft:
    """A heading of the index, and what was found for it so far."""

    term: str
    id: str
    place: Place
    read: IndexEntry | None = None
    see: list[SeeEntry] = field(default_factory=list)
    see_also: list[SeeEntry] = field(default_factory=list)
    locators: list[Locator] = field(default_factory=list)

    @property
    def sort(self) -> str:
        return self.read.sort if self.read else ""

    def refer(self, mark: IndexMark) -> None:
        """Take in the references of a mark."""
        for names, known in ((mark.see, self.see), (mark.see_also, self.see_also)):
            known += [SeeEntry(name, place=mark.place) for name in names if name not in {see.words for see in known}]


class Tree:
    """All headings by their paths; a heading that is only named above another is made with it."""

    def __init__(self, entries: tuple[IndexEntry, ...]) -> None:
        self.drafts: dict[Path, Draft] = {}
        for entry in entries:
            draft = self.draft((entry.under, entry.term), entry.place)
            draft.read, draft.place = entry, entry.place
            draft.see, draft.see_also = list(entry.see), list(entry.see_also)

    def draft(self, path: Path, place: Place) -> Draft:
        under, term = path
        if under:
            self.draft(("", under), place)
        if path not in self.drafts:
            self.drafts[path] = Draft(term, f"x{len(self.drafts) + 1}", place)
        return self.drafts[path]

    def below(self, term: str) -> Iterator[Draft]:
        return (draft for (under, _), draft in self.drafts.items() if under == term)

    def is_shown(self, path: Path) -> bool:
        """Whether an entry leads anywhere."""
        draft = self.drafts[path]
        return bool(draft.locators or draft.see or draft.see_also) or (not path[0] and any(self.shown_below(path[1])))

    def shown_below(self, term: str) -> Iterator[Draft]:
        return (draft for draft in self.below(term) if self.is_shown((term, draft.term)))

    def named(self, name: str) -> Path | None:
        """The entry of a name: a main one, one below another (产业，未来产业), or one that bears its name below any."""
        under, _, term = name.rpartition("，")
        alone = (path for path in self.drafts if path[1] == name)
        found = next((path for path in (("", name), (under, term), *alone) if path in self.drafts), None)
        return found if found and self.is_shown(found) else None
