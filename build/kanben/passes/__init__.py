"""Passes make a read Book complete: numbers, ids, notes, terms, citations, contents. Each is Book -> Book."""
