"""Turn a manuscript that PDF tools left behind into a title folder; no files are touched, only values."""

from kanben.manuscript.importing import Imported, import_manuscript
from kanben.manuscript.proposals import KINDS, Proposal

__all__ = ["KINDS", "Imported", "Proposal", "import_manuscript"]
