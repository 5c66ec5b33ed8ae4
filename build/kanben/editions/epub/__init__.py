"""The EPUB edition: a finished Book becomes one EPUB 3.3 file, and an HTML page from which its cover is drawn."""

from kanben.editions.epub.cover import cover_page
from kanben.editions.epub.edition import epub_file

__all__ = ["cover_page", "epub_file"]
