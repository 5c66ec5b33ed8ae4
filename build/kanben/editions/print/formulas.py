"""Have a book's formulas drawn for print, and place them: on the baseline of a line, or between lines of the grid."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from warnings import catch_warnings, simplefilter

from kanben.book.blocks import Equation
from kanben.book.book import Book
from kanben.book.inlines import Math
from kanben.book.node import Node
from kanben.book.walk import walk
from kanben.editions.fonts import called
from kanben.editions.print.part_facts import facts_of
from kanben.editions.print.trims import Trim
from kanben.script.made import in_script
from kanben.trouble import Trouble, trouble

FACE = "Noto Serif CJK SC"
"""Of Chinese words in a formula."""
FREE_ABOVE, FREE_BELOW = 1.15, 0.58  # em from the baseline that a formula in a line may take without parting lines
LINE_ABOVE, LINE_BELOW = 0.7, 0.2  # em that layout is told of
AIR = 0.6  # lines at least above and below a displayed formula together
LETTER = 0.55  # em: the width of a figure of a label
MOST = 2000
"""So many drawn formulas are kept while the process lives."""
GAP = 1.0  # em between a displayed formula and its label


@dataclass(frozen=True, slots=True)
class Drawn:
    """A formula as SVG; its width, and its height above and below the baseline in em; characters that no face has."""

    svg: bytes
    width: float
    above: float
    below: float
    strange: tuple[str, ...] = ()
    number: int = 0

    @property
    def height(self) -> float:
        return self.above + self.below

    @property
    def source(self) -> str:
        """Its name beside those of the title's pictures."""
        return f"made/formula-{self.number}.svg"

    @property
    def is_tall(self) -> bool:
        return self.above > FREE_ABOVE or self.below > FREE_BELOW


class Formulas:
    """The drawn formulas of a book, and what the templates ask about them. A book without any loads no library."""

    def __init__(self, book: Book, trim: Trim) -> None:
        self.trim = trim
        self.nodes = [node for part in book.parts for node in facts_of(part).formulas]
        face = in_script(FACE, book.record.language)
        self.drawn: Mapping[tuple[str, bool], Drawn] = dict(drawings(self.nodes, face)) if self.nodes else {}

    def of(self, node: Math) -> Drawn:
        return self.drawn[node.tex, node.display]

    @property
    def pictures(self) -> dict[str, bytes]:
        return {drawn.source: drawn.svg for drawn in self.drawn.values()}

    def in_line(self, node: Math) -> str:
        """The style of a formula in a line: layout sees no more of it than parts no lines, unless it is tall."""
        drawn = self.of(node)
        up, down = unseen(drawn.above, FREE_ABOVE, LINE_ABOVE), unseen(drawn.below, FREE_BELOW, LINE_BELOW)
        return (
            f"width:{drawn.width:.3f}em;height:{drawn.height:.3f}em;"
            f"vertical-align:{down - drawn.below:.3f}em;margin:{-up:.3f}em 0 {-down:.3f}em"
        )

    def parts_lines(self, node: Node) -> bool:
        """Whether a paragraph holds a formula that no line has room for."""
        return bool(self.drawn) and any(isinstance(inner, Math) and self.of(inner).is_tall for inner in walk(node))

    def block(self, node: Equation) -> dict[str, str]:
        """Styles of a displayed formula: the block of whole lines, the drawing in it, the room for its label."""
        drawn, share = self.of(node.math), self.share(node)
        height = drawn.height * self.trim.body * share
        lines = max(2, -int(-(height / self.trim.pitch + AIR) // 1))
        above = (lines * self.trim.pitch - height) / 2
        side = label_width(node)
        free = self.trim.measure / self.trim.body - drawn.width * share
        return {
            "block": f"height:{lines * self.trim.pitch - above:.2f}pt;padding-top:{above:.2f}pt",
            "drawing": (
                f"width:{drawn.width * share:.3f}em;height:{drawn.height * share:.3f}em;"
                f"vertical-align:{-drawn.below * share:.3f}em"
            ),
            "side": f"width:{side if free >= 2 * side else 0:.3f}em",
            "label": f"width:{side:.3f}em",
        }

    def share(self, node: Equation) -> float:
        """The share of its size at which a formula fits the measure, beside its label."""
        return min(1.0, (self.trim.measure / self.trim.body - label_width(node)) / max(self.of(node.math).width, 0.01))

    def faults(self) -> Iterator[Trouble]:
        for node in self.nodes:
            if isinstance(node, Equation):
                if (share := self.share(node)) < 1:
                    yield trouble("wide-formula", node.place, percent=f"{share:.0%}".rstrip("%"))
                continue
            for character in self.of(node).strange:
                yield trouble("formula-character", node.place, character=character, called=called(character))


def unseen(reach: float, free: float, told: float) -> float:
    """How much of a formula's reach from the baseline layout is not told of."""
    return max(0.0, min(reach, free) - told)


def label_width(node: Equation) -> float:
    return len(node.label) * LETTER + GAP if node.label else 0.0


@cache
def drawing() -> Callable[[str, bool, str], Drawn]:
    """Load ziamath, where a book needs it."""
    with catch_warnings():
        simplefilter("ignore", DeprecationWarning)  # it finds its font in a way that Python 3.11 frowned upon
        from kanben.editions.print.formula_drawing import draw
    return lru_cache(MOST)(draw)


def drawings(nodes: Iterable[Math | Equation], face: str) -> Iterator[tuple[tuple[str, bool], Drawn]]:
    """Each formula among a book's nodes, drawn once; `face` draws its Chinese words."""
    draw = drawing()
    found = dict.fromkeys((node.tex, node.display, node.mathml) for node in nodes if isinstance(node, Math))
    for number, (tex, display, mathml) in enumerate(found, 1):
        yield (tex, display), replace(draw(mathml, display, face), number=number)
