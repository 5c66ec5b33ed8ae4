"""Give pages their heads and folios: those made near an edit, and those that stand but have another number now."""

from collections.abc import Collection, Sequence
from typing import Any

from weasyprint import layout
from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_box_backgrounds

from kanben.editions.print.kept.seen import look_again, seen_on
from kanben.editions.print.pieces.painting import PAINTING


def count_from(context: Any, pages: Sequence[Any], before: int, first: int) -> bool:
    """Number the pages of a layout from another number on than `before`.

    False where a stylesheet of the title's numbers them itself.
    """
    later = [entry[3][1]["page"] for entry in context.page_maker[1:]]
    if later[0][-1] != before:
        return False
    for numbers in later:
        numbers[-1] += first - before
    pages[0].style["counter_reset"] = (("page", first),)
    for n, page in enumerate(pages):
        margins = give_margins(context, page, n + 1)
        for box in margins:
            layout_box_backgrounds(page, box, context.get_image_from_uri)
        page.__dict__.pop(PAINTING, None)
        look_again(page)
    return True


def finish(context: Any, pages: Sequence[Any], new: Collection[int]) -> None:
    """Do to new pages what layout_document does to all at its end: bookmarks, strings, margin boxes, backgrounds."""
    for entry in context.page_maker:
        entry[3][1]["pages"] = [len(pages)]
    gather_names(context, pages, new)
    for n in new:
        give_margins(context, pages[n], n + 1)
        layout.layout_backgrounds(pages[n], context.get_image_from_uri)


def gather_names(context: Any, pages: Sequence[Any], new: Collection[int]) -> None:
    """The strings of new pages; a bookmark stays where its element begins."""
    seen = set[tuple[Any, str]]()
    for known in context.string_set.values():
        for n in [n for n in known if n - 1 in new or n > len(pages)]:
            del known[n]
    for n, page in enumerate(pages):
        for box in page.descendants() if n in new else seen_on(page).bookmarks:
            if box.bookmark_label:
                label = box.element, box.element_tag.partition("::")[2]
                if label in seen:
                    box.bookmark_label = ""
                    look_again(page)
                seen.add(label)
            if n in new and box.string_set and box.string_set != "none":
                for name, text in box.string_set:
                    context.string_set[name][n + 1].append(text)


def give_margins(context: Any, page: Any, number: int) -> list[Any]:
    """Give a page, the so many-eth of its layout, the head and the folio that it has now."""
    context.current_page = number
    root, *areas = page.children
    areas = [area for area in areas if area.children and not isinstance(area, boxes.MarginBox)]
    margins = list(layout.make_margin_boxes(context, page, context.page_maker[number][3]))
    page.children = (root, *areas, *margins)
    return margins
