"""The order of the passes."""

from kanben.passes.citations import resolve_citations
from kanben.passes.code import highlight_code
from kanben.passes.contents import make_contents
from kanben.passes.cross_references import resolve_cross_references
from kanben.passes.equations import number_equations, write_formulas
from kanben.passes.figures import number_figures
from kanben.passes.glossary import link_glossary
from kanben.passes.headings import number_headings
from kanben.passes.index import make_index
from kanben.passes.listings import list_figures
from kanben.passes.notes import number_notes, share_notes
from kanben.passes.own_words import gather_own_words
from kanben.passes.readings import propose_readings
from kanben.passes.spots import count_spots
from kanben.passes.tables import name_cells

ORDER = (
    number_headings,
    number_figures,
    number_equations,
    write_formulas,
    propose_readings,
    share_notes,
    resolve_citations,
    number_notes,
    make_index,
    link_glossary,
    resolve_cross_references,
    highlight_code,
    name_cells,
    list_figures,
    count_spots,
    make_contents,
    gather_own_words,
)
