"""Set a text in boxes one em wide, as a font of the simplest kind would."""

from kanben.composition import Atoms, Line, Paragraph, Plans
from kanben.composition.characters import CLOSE, OPEN

EM = 10.0


def atoms_of(text: str, *, justify: bool = True, calls: str = "①②③") -> Atoms:
    """Give every Han and mark one em, all else half an em; lines may end between any two Han."""
    wide = [ord(character) > 0x2000 for character in text]
    return Atoms(
        em=EM,
        justify=justify,
        text=list(text),
        width=[EM if full else EM / 2 for full in wide],
        half=[EM / 2 if character in OPEN + CLOSE else 0 for character in text],
        calls={i for i, character in enumerate(text) if character in calls},
        unicode_breaks={i for i in range(1, len(text)) if wide[i - 1] or wide[i] or text[i - 1] == " "},
    )


def set_lines(atoms: Atoms, measure: float, indent: float = 0) -> list[Line]:
    """Set a paragraph in a measure (em)."""
    plans, lines = Plans(Paragraph(atoms)), list[Line]()
    while (start := lines[-1].end if lines else 0) < len(atoms.text):
        lines.append(plans.line(start, (measure - (0 if start else indent)) * EM, measure * EM))
    return lines


def words(line: Line) -> str:
    return "".join(line.par.atoms.text[line.start : line.end])


def width(line: Line) -> float:
    """Give the width of a line as it is drawn, in em; an opening mark at its start has lost a half."""
    lost = line.par.atoms.half[line.start] if line.par.classes[line.start] == "open" else 0
    drawn = sum(line.par.atoms.width[line.start : line.stop]) + sum(line.spaces.values()) - lost
    return (drawn + line.par.atoms.hyphens.get(line.end, 0)) / EM
