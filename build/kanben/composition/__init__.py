"""Compose Chinese paragraphs with no engine: what marks may do, where lines may end, the best lines, their spaces.

An engine fills Atoms (visible glyph clusters and inline boxes) with their widths, makes a Paragraph of them, and asks
its Plans for each Line: where it ends, and the space after each atom. Widths are px; tables are in em.
Sources: CLREQ (W3C, Requirements for Chinese Text Layout), GB/T 15834-2011.
"""

from kanben.composition.atoms import Atoms
from kanben.composition.line import Line
from kanben.composition.paragraph import Paragraph
from kanben.composition.plan import Plans

__all__ = ["Atoms", "Line", "Paragraph", "Plans"]
