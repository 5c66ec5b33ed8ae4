"""Measure kanben against plain WeasyPrint, in turns, in one run: python -m tests.bench."""
