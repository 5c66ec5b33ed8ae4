"""Tell what is wrong with an index: words that the text does not hold, and references that lead nowhere."""

from kanben.book.book import Book
from kanben.book.text import text_of
from kanben.limits import ENTRIES, PLACES
from kanben.passes.finding import Names
from kanben.passes.index_places import SEARCHED_PARTS
from kanben.passes.index_tree import Draft, Path, Tree
from kanben.trouble import Tell, Trouble, nearest, too_much, trouble


def amount_fault(tree: Tree) -> Trouble | None:
    """What goes beyond a limit: the first entry too many, or the entry with the most of too many places."""
    drafts = tuple(tree.drafts.values())
    if len(drafts) > ENTRIES.most:
        return too_much(ENTRIES, len(drafts), drafts[ENTRIES.most].place)
    places = sum(len(draft.locators) for draft in drafts)
    if places > PLACES.most:
        most = max(drafts, key=lambda draft: len(draft.locators))
        return too_much(PLACES, places, most.place, term=most.term)
    return None


def tell_unfound(book: Book, tree: Tree, names: Names, tell: Tell) -> None:
    """Say of each entry of index.yaml that leads nowhere why it does not."""
    lost = [draft for path, draft in tree.drafts.items() if draft.read and not tree.is_shown(path)]
    if not lost:
        return
    parts = [part for part in book.parts if part.kind in SEARCHED_PARTS]
    text = "\n".join(text_of(block) for part in parts for block in (part.heading, *part.blocks))
    found = {name.name for name in names.find(text, in_titles=True)}
    for draft in lost:
        tell_lost(draft, found, tell)


def tell_lost(draft: Draft, found: set[str], tell: Tell) -> None:
    words = (draft.term, *(draft.read.also if draft.read else ()))
    longer = sorted(name for name in found if any(word in name and word != name for word in words))
    if longer:
        tell(trouble("nested-index-term", draft.place, term=draft.term, longer="、".join(longer)))
    else:
        tell(trouble("unfound-index-term", draft.place, term=draft.term))


def tell_references(tree: Tree, tell: Tell) -> None:
    """References to entries that are not there, that refer back, or that stand beside places of their own."""
    names = [draft.term for path, draft in tree.drafts.items() if tree.is_shown(path)]
    for path, draft in tree.drafts.items():
        for reference in (*draft.see, *draft.see_also):
            target = tree.named(reference.words)
            if target is None:
                near = nearest(reference.words, [name for name in names if name != draft.term])
                tell(trouble("see-nowhere", reference.place, near=near, name=reference.words))
            elif target == path:
                tell(trouble("see-circle", reference.place, circle=f"{draft.term} → {draft.term}"))
        if draft.see and draft.locators:
            tell(trouble("see-with-places", draft.place, term=draft.term))
        tell_circle(tree, path, tell)


def tell_circle(tree: Tree, first: Path, tell: Tell) -> None:
    """A chain of “see” that comes back to its first entry, told once, at the entry that was given first."""
    chain, here = [first], first
    while tree.drafts[here].see and (following := tree.named(tree.drafts[here].see[0].words)):
        if following == first and len(chain) > 1:
            if first == min(chain, key=list(tree.drafts).index):
                circle = " → ".join(path[1] for path in (*chain, first))
                tell(trouble("see-circle", tree.drafts[first].see[0].place, circle=circle))
            return
        if following in chain:
            return
        chain.append(following)
        here = following
