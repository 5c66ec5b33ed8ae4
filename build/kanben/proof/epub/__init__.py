"""Proof a finished EPUB, ours or another's: rules that are asked of its package, its pages and its styles."""
