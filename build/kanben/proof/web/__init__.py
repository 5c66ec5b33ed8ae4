"""Proof a web edition: a folder of pages, ours or another's."""
