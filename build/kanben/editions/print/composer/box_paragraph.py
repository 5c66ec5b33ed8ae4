"""Read the paragraph in one of WeasyPrint's line boxes."""

from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, percent

from kanben.composition import Atoms, Line, Paragraph, Plans
from kanben.composition.amounts import AUTOSPACE, SPARED
from kanben.composition.characters import ATOMIC, FORMULA, class_of
from kanben.editions.print.composer.line_ends import hyphens, unicode_breaks
from kanben.editions.print.composer.text_atoms import Face, TextAtoms, read_text

AUTOSPACE_PROPERTY = "__autospace"
"""A stylesheet's `--autospace: .25` sets the space between Han and Latin, in em."""
SPARING_PROPERTY = "__spare_lines"
"""A stylesheet's `--spare-lines: 1` makes paragraphs a line shorter that can be."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NO_FACE = Face(0, 0)
COLLAPSING = ("normal", "nowrap", "pre-line")


class NotComposableError(Exception):
    """The paragraph holds something that only WeasyPrint's own line breaking understands."""


def walk(box: Any) -> Iterator[Any]:
    """Give the boxes of a line box that hold its text, children first."""
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from walk(child)
    yield box


class BoxParagraph:
    """The atoms of a line box, and where each stands in its boxes; true of all copies of the line box."""

    def __init__(self, context: Any, linebox: Any, container: Any) -> None:
        """Read and prepare the paragraph, or raise NotComposableError."""
        style = linebox.style
        if container.style["text_overflow"] != "clip" or style["block_ellipsis"] != "none":
            raise NotComposableError
        self.atoms = Atoms(
            em=style["font_size"],
            justify=style["text_align_all"] == "justify",
            heading=style["text_align_all"] == "center" or container.element_tag in HEADINGS,
            language=style["lang"] or "",
            autospace=number_of(style[AUTOSPACE_PROPERTY], AUTOSPACE),
            line_cost=SPARED * number_of(style[SPARING_PROPERTY], 0),
            breaks_anywhere=style["overflow_wrap"] in ("anywhere", "break-word"),
        )
        self.boxes: list[Any] = []  # of each atom
        self.firsts: list[int] = []  # of each atom: its first byte in its box
        self.widths: list[float] = []  # of each atom's glyphs, px
        self.faces: dict[int, Face] = {}  # by style, kept by the boxes
        self.spans: list[tuple[int, int]] = []  # of each box of walk(): first atom, one after its last
        self._read(context, linebox, container)
        if not any(class_of(text[0]) == "han" for text in self.atoms.text):
            raise NotComposableError
        self.atoms.unicode_breaks = unicode_breaks(self.atoms.text, self.boxes[0].style["lang"])
        self.atoms.hyphens = hyphens(self.atoms.text, [box.style for box in self.boxes])
        self.plans = Plans(Paragraph(self.atoms))
        self.pieces: dict[tuple[int, Line], Any] = {}  # laid out text boxes, by their first atom and line

    def _read(self, context: Any, box: Any, container: Any) -> None:
        start = len(self.atoms.text)
        if isinstance(box, boxes.TextBox):
            self._add(box, _read_box(box))
        elif isinstance(box, boxes.AtomicInlineLevelBox):
            percent.resolve_percentages(box, container)
            laid = inline.atomic_box(context, box, 0, None, container, [], [])
            self._add(box, TextAtoms(NO_FACE, [stand_in(box)], [0], [laid.margin_width()], [0]))
        elif isinstance(box, boxes.LineBox | boxes.InlineBox) and not box.is_leader and box.style["direction"] == "ltr":
            self._read_children(context, box, container)
            if isinstance(box, boxes.InlineBox) and start < len(self.atoms.text):
                self._close_inline(box, start, container)
        else:
            raise NotComposableError
        self.spans.append((start, len(self.atoms.text)))

    def _read_children(self, context: Any, box: Any, container: Any) -> None:
        for child in box.children:
            if child.is_in_normal_flow():
                self._read(context, child, container)

    def _add(self, box: Any, atoms: TextAtoms) -> None:
        self.atoms.text.extend(atoms.text)
        self.atoms.width.extend(atoms.widths)
        self.widths.extend(atoms.widths)
        if atoms.face is not NO_FACE:
            self.faces[id(box.style)] = atoms.face
        self.atoms.half.extend(atoms.halves)
        self.firsts.extend(atoms.firsts)
        self.boxes.extend([box] * len(atoms.text))

    def _close_inline(self, box: Any, start: int, container: Any) -> None:
        """Give an inline box's own room to its outer atoms, and keep note calls and unbroken words together."""
        percent.resolve_percentages(box, container)
        for side, i in (("left", start), ("right", -1)):
            parts = (getattr(box, name) for name in (f"margin_{side}", f"padding_{side}", f"border_{side}_width"))
            self.atoms.width[i] += sum(part for part in parts if part != "auto")
        if (box.element_tag or "").endswith("-call"):
            self.atoms.calls.update(range(start, len(self.atoms.text)))
        if box.style["white_space"] == "nowrap":
            self.atoms.joined.update(range(start + 1, len(self.atoms.text)))


def number_of(tokens: Iterable[Any], default: float) -> float:
    """What a custom property says, or what holds where it says nothing."""
    return next((token.value for token in tokens if token.type == "number"), default)


def stand_in(box: Any) -> str:
    """The character that an inline box stands for."""
    return FORMULA if box.element is not None and box.element.get("class") == "math" else ATOMIC


def _read_box(box: Any) -> TextAtoms:
    style = box.style
    if box.text == "\n":
        return TextAtoms(NO_FACE, ["\n"], [0], [0], [0])
    if style["white_space"] not in COLLAPSING or {"\n", "\t"} & set(box.text) or not style["font_size"]:
        raise NotComposableError
    atoms = read_text(box.text, style)
    if not all(atoms.text):  # the glyphs of right-to-left words come backwards
        raise NotComposableError
    return atoms
