"""The typed, frozen model of a book and its walk; no files, no formats."""
