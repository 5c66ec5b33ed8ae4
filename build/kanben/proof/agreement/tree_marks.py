"""Say of what a PDF's page is built, from its structure tree, in the names that screens have for it."""

import re

from kanben.proof.agreement.said import LEAD, bare

LEVEL = re.compile("H[1-6]")
LIST_MARK = re.compile(r"[•◦▪·–—]?|[（(]?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5})[.)）．、]")
BUILT = {"BlockQuote": "blockquote", "TH": "th", "TD": "td", "L": "ul", "Code": "code", "RT": "rt"}
"""The names of elements on screens; lists are told apart by the labels of their items."""


class TreeMarks:
    """Gathers what is built while a tree is walked: each mark in its place, with the first letters within it."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []
        self.open: list[int] = []
        self.lists: list[int] = []
        self.begins_table = False

    def begin(self, element: str, language: str) -> int:
        """Open a mark for an element that has one; give how many were open before."""
        before = len(self.open)
        if LEVEL.fullmatch(element):
            self.add(element.lower())
        elif element == "L":
            self.lists.append(len(self.found))
            self.add("ul")
        elif element == "LBody":
            self.add("dd" if self.is_defined() else "li")
        elif element in BUILT:
            self.add(BUILT[element])
        elif element == "Table":
            self.begins_table = True
        elif element == "TR" and self.begins_table:
            self.begins_table = False
            self.add("table")
        if language and element != "Document":
            self.add(f"lang={language}")
        return before

    def add(self, name: str) -> None:
        self.open.append(len(self.found))
        self.found.append((name, ""))

    def is_defined(self) -> bool:
        """Whether the list is one of terms."""
        return bool(self.lists) and self.found[self.lists[-1]][0] == "dl"

    def label(self, words: str) -> bool:
        """Take the label of an item: a number, a bullet, or a term; give whether it is a mark that nobody typed."""
        is_mark = bool(LIST_MARK.fullmatch(words))
        if self.lists and words:
            kind = "dl" if not is_mark else "ol" if words[-1] in ".)）．、" else "ul"
            self.found[self.lists[-1]] = (kind, self.found[self.lists[-1]][1])
            self.found += [] if is_mark else [("dt", bare(words)[:LEAD])]
        return is_mark

    def hear(self, words: str, first: int = 0) -> None:
        """Add words to the marks that are open, from one on."""
        for at in self.open[first:]:
            name, letters = self.found[at]
            if len(letters) < LEAD:
                self.found[at] = (name, (letters + bare(words))[:LEAD])

    def end(self, element: str, before: int) -> None:
        del self.open[before:]
        if element == "L":
            self.lists.pop()
        elif element == "Table":
            self.begins_table = False
