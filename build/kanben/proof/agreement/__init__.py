"""Lay a title's finished editions beside each other: the same words, headings, notes, pictures and links in each."""
