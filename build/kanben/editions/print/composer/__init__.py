"""Chinese composition inside WeasyPrint: the only room that replaces its private functions.

Rules and choices are in kanben.composition; here its lines are given to WeasyPrint's boxes, and notes stay with calls.
"""

from kanben.editions.print.composer import lines, note_lines, note_slices, table_parts
from kanben.editions.print.composer.guard import Layer

CHECKED = {"70.0": "bf8ecdeaa769ccce"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""
REPLACEMENTS = (*lines.REPLACEMENTS, *note_lines.REPLACEMENTS, *note_slices.REPLACEMENTS, *table_parts.REPLACEMENTS)
RELIED_ON = (*lines.RELIED_ON, *note_lines.RELIED_ON, *note_slices.RELIED_ON, *table_parts.RELIED_ON)
LAYER = Layer(CHECKED, REPLACEMENTS, RELIED_ON)
install, remove, composed = LAYER.install, LAYER.remove, LAYER.installed
