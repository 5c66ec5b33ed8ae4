"""Compare two books and mark in one what was changed: plain functions on the values of `book`."""
