"""kanben 刊本: one structured source, three editions (print PDF, EPUB, web)."""

__version__ = "0.1.0"
