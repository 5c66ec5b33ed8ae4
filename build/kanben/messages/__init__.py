"""The one table of everything kanben says about a fault: a code, a severity, and the words in two languages."""

from kanben.messages.blocks import BLOCKS
from kanben.messages.charts import CHARTS
from kanben.messages.citations import CITATIONS
from kanben.messages.composition import COMPOSITION
from kanben.messages.doctor import DOCTOR
from kanben.messages.editions import EDITIONS
from kanben.messages.epub_book import EPUB_BOOK
from kanben.messages.epub_files import EPUB_FILES
from kanben.messages.formulas import FORMULAS
from kanben.messages.glyphs import GLYPHS
from kanben.messages.index import INDEX
from kanben.messages.limits import LIMITS
from kanben.messages.manuscript import MANUSCRIPT
from kanben.messages.message import Language, Message, Severity, error, warning
from kanben.messages.pandoc import PANDOC
from kanben.messages.passes import PASSES
from kanben.messages.pictures import PICTURES
from kanben.messages.proof import PROOF
from kanben.messages.proof_agreement import PROOF_AGREEMENT
from kanben.messages.proof_outside import PROOF_OUTSIDE
from kanben.messages.proof_text import PROOF_TEXT
from kanben.messages.proof_web import PROOF_WEB
from kanben.messages.reading import READING
from kanben.messages.redline import REDLINE
from kanben.messages.release import RELEASE
from kanben.messages.script import SCRIPT
from kanben.messages.search import SEARCH
from kanben.messages.standards import STANDARDS

TABLES = (
    BLOCKS,
    CHARTS,
    CITATIONS,
    COMPOSITION,
    DOCTOR,
    EDITIONS,
    FORMULAS,
    EPUB_BOOK,
    EPUB_FILES,
    GLYPHS,
    INDEX,
    LIMITS,
    MANUSCRIPT,
    PANDOC,
    PASSES,
    PICTURES,
    PROOF,
    PROOF_AGREEMENT,
    PROOF_OUTSIDE,
    PROOF_TEXT,
    PROOF_WEB,
    READING,
    REDLINE,
    RELEASE,
    SCRIPT,
    SEARCH,
    STANDARDS,
)
MESSAGES: dict[str, Message] = {code: message for table in TABLES for code, message in table.items()}
if len(MESSAGES) != sum(map(len, TABLES)):  # a code that stands in two tables would lose one of its meanings
    raise AssertionError("two messages share a code")

__all__ = ["MESSAGES", "Language", "Message", "Severity", "error", "warning"]
