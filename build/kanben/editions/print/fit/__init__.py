"""Fit figures, tables and lines to their pages: what WeasyPrint leaves too wide, off the grid, or a hole behind."""
