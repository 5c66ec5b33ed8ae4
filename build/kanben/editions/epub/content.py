"""What a book holds, as far as the package must tell it: pictures, print pages, a cover."""

from dataclasses import dataclass

from kanben.book.blocks import Figure
from kanben.book.book import Book, Part
from kanben.book.charts import Chart
from kanben.book.inlines import Image, Math, PageBreak, Ruby
from kanben.book.page_map import PageMap
from kanben.book.walk import walk
from kanben.keep import kept


@dataclass(frozen=True, slots=True)
class Content:
    """`marks` are the beginnings of print pages, in order; empty when the print edition was not made."""

    cover: bool
    images: tuple[Image | Chart, ...]
    marks: tuple[PageBreak, ...]
    ruby: bool
    descriptions: bool
    """Whether figures are described at length."""
    math: bool

    @property
    def described(self) -> bool:
        """Whether there are pictures, and words for each."""
        return bool(self.images) and all(image.alt for image in self.images)


def content_of(book: Book, page_map: PageMap, cover: bool) -> Content:
    """What the parts hold, taken together."""
    held = [kept(part.id, held_in, part) for part in book.parts]
    return Content(
        cover=cover,
        images=tuple(image for each in held for image in each.images),
        marks=tuple(mark for each in held for mark in each.marks) if page_map.starts else (),
        ruby=any(each.ruby for each in held),
        descriptions=any(each.descriptions for each in held),
        math=any(each.math for each in held),
    )


def held_in(part: Part) -> Content:
    nodes = tuple(walk(part))
    return Content(
        cover=False,
        images=tuple(node for node in nodes if isinstance(node, Image | Chart)),
        marks=tuple(node for node in nodes if isinstance(node, PageBreak)),
        ruby=any(isinstance(node, Ruby) for node in nodes),
        descriptions=any(isinstance(node, Figure) and bool(node.description) for node in nodes),
        math=any(isinstance(node, Math) for node in nodes),
    )
