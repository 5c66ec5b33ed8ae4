"""Proofread the words of a title: marks, spaces, numbers, and how words are written."""
