"""The rules in the order in which they are told."""

from collections.abc import Callable

from kanben.proof.pdf.finding import Finding
from kanben.proof.pdf.measured import Measured
from kanben.proof.pdf.rules.contents import contents_folios
from kanben.proof.pdf.rules.edges import indents, last_lines, marks_at_left_edge, marks_at_right_edge, right_edge
from kanben.proof.pdf.rules.fonts import fonts
from kanben.proof.pdf.rules.gaps import han_and_latin, long_marks, loose_lines, mark_runs
from kanben.proof.pdf.rules.heads import running_heads
from kanben.proof.pdf.rules.line_ends import cut_runs, line_ends, line_starts, long_dash_starts
from kanben.proof.pdf.rules.notes import note_rule, notes_by_page
from kanben.proof.pdf.rules.pages import line_grid, page_ends, ruby_pitch

RULES: tuple[Callable[[Measured], Finding], ...] = (
    line_starts,
    line_ends,
    long_dash_starts,
    loose_lines,
    long_marks,
    cut_runs,
    mark_runs,
    marks_at_right_edge,
    marks_at_left_edge,
    han_and_latin,
    indents,
    right_edge,
    last_lines,
    page_ends,
    line_grid,
    ruby_pitch,
    notes_by_page,
    note_rule,
    running_heads,
    contents_folios,
    fonts,
)
