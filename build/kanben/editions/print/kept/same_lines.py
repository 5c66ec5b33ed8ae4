"""Put an edited paragraph among the lines of its page, where its own stand as the older ones did: no page is made anew.

How a page ends depends on how many lines its paragraphs have, and how high they are, never on what is in them. So a
paragraph of text alone, whose lines are as many and as high as before, is exchanged line by line. One that brings along
a note, a picture, a float or a name for the running head is none of that kind, nor is one whose style is another now.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.layout.background import layout_box_backgrounds

from kanben.editions.print.fit.turned_pages import NAME as TURNED
from kanben.editions.print.kept.seen import look_again, seen_on
from kanben.editions.print.pieces.painting import PAINTING

INLINE = (boxes.LineBox, boxes.InlineBox, boxes.TextBox)
BOUND = ("bookmark_label", "string_set", "footnote", "note", "missing_link")
"""Attributes of boxes that reach beyond their lines."""
NOTHING: tuple[object, ...] = (None, "", "none", [], ())


@dataclass(eq=False, slots=True)
class Stretch:
    """What of a paragraph stands on one page, and the lines that take its place."""

    number: int
    page: Any
    box: Any
    start: dict[int, Any] | None = None
    """Where the page goes on within the paragraph, as WeasyPrint has it: the value of the line box."""
    lines: tuple[Any, ...] = ()


def exchanged_lines(standing: Any, root: Any, changed: Sequence[tuple[Any, Any]]) -> dict[Any, list[Stretch]]:
    """The new lines of changed blocks, of which `root` holds the boxes; without those that want new pages."""
    body = next(box for box in root.children if box.element_tag == "body")
    if [box.element for box in body.children] != [after for _, after in changed] or styles_beginnings(root, body):
        return {}
    found = {}
    for box, (before, after) in zip(body.children, changed, strict=True):
        stretches = list(stretches_of(standing.pages, before))
        if is_text_alone(box) and set_lines(standing.context, stretches, box):
            found[after] = stretches
    return found


def put_in(context: Any, lines: Mapping[Any, Sequence[Stretch]]) -> None:
    """Exchange the lines of blocks on their pages, which are to be painted anew."""
    for element, stretches in lines.items():
        for each in stretches:
            each.box.children, each.box.element = each.lines, element
            layout_box_backgrounds(each.page, each.box, context.get_image_from_uri)
            each.page.__dict__.pop(PAINTING, None)
            look_again(each.page)
            if each.start is not None:
                start, *rest = context.page_maker[each.number]
                ((body, begun),) = start.items()
                context.page_maker[each.number] = {body: {block: {0: each.start} for block in begun}}, *rest


def styles_beginnings(*found: Any) -> bool:
    """Whether first letters or first lines have a style of their own."""
    return any(box.first_letter_style is not None or box.first_line_style is not None for box in found)


def is_text_alone(box: Any) -> bool:
    """Whether a block that is not laid out holds nothing but text in the flow."""
    is_paragraph = type(box) is boxes.BlockBox and [type(child) for child in box.children] == [boxes.LineBox]
    return is_paragraph and not styles_beginnings(box) and holds_text_alone(box)


def holds_text_alone(box: Any) -> bool:
    return not is_bound(box) and all(map(is_plain, box.children[0].descendants()))


def is_plain(box: Any) -> bool:
    in_flow = type(box) in INLINE and box.is_in_normal_flow() and box.style["position"] == "static"
    return in_flow and not box.is_leader and not is_bound(box)


def is_bound(box: Any) -> bool:
    return any(getattr(box, name) not in NOTHING for name in BOUND)


def stretches_of(pages: Sequence[Any], element: Any) -> Iterator[Stretch]:
    """The boxes of a block of the body, page by page."""
    for number, page in enumerate(pages):
        for body in page.children[0].children:
            yield from (Stretch(number, page, box) for box in body.children if box.element is element)


def set_lines(context: Any, stretches: Sequence[Stretch], box: Any) -> bool:
    """Set a paragraph's lines for each of its stretches; false where any would not stand as the older one."""
    if not stretches or not all(is_alike(each, box) for each in stretches):
        return False
    start, linebox = None, box.children[0]
    context.create_block_formatting_context()
    for stretch in stretches:
        stretch.start, old = start, stretch.box.children
        linebox.position_x, y = stretch.box.content_box_x(), old[0].position_y
        made = inline.iter_line_boxes(context, linebox, y, 0, start, stretch.box, [], [], None, None)
        stretch.lines = tuple(line for line, start in following(made, old))
        start = stretch.lines[-1].resume_at if stretch.lines else None
        if len(stretch.lines) < len(old) or (start is None) is not (stretch is stretches[-1]):
            break
    context.finish_block_formatting_context()
    return all(len(each.lines) == len(each.box.children) for each in stretches) and start is None


def following(made: Iterator[tuple[Any, Any]], old: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Lines as long as they stand as the older ones, each with the place where it ends."""
    for before, (line, resume) in zip(old, made, strict=False):
        if (line.position_y, line.height) != (before.position_y, before.height):
            return
        line.resume_at, line.block_ellipsis = resume, before.block_ellipsis
        yield line, resume


def is_alike(stretch: Stretch, box: Any) -> bool:
    """Whether lines stand alone on their page, in a box of the same style, among no floats."""
    old, page = stretch.box, stretch.page
    if type(old) is not boxes.BlockBox or not old.children or page.page_type.name == TURNED:
        return False
    lines = all(type(line) is boxes.LineBox and all(map(is_plain, line.descendants())) for line in old.children)
    return lines and not is_bound(old) and old.style.cascaded == box.style.cascaded and not seen_on(page).has_floats
