"""Put the print edition's documents into one HTML file, for plain WeasyPrint to set."""

import re
from pathlib import Path

from kanben.book.book import Book
from kanben.editions.print.pages import PrintPages
from kanben.passes.contents import make_contents
from tests.titles import write_files

BODY = re.compile(r"<body(.*?)>(.*)</body>", re.S)
PRINT = "print.html"
LEAVES = "section.leaf { break-before: right; string-set: book attr(data-book), head attr(data-head) }"


def write_print_html(book: Book, folder: Path) -> Path:
    """One file with the same words, notes, pictures and styles; folios are not known to it, so contents show none."""
    pages = PrintPages(make_contents(book, lambda _: None), None, {})
    documents = [pages.leaf("title"), pages.leaf("contents"), *(pages.part(part) for part in book.parts)]
    leaves = [leaf(document) for document in documents]
    head = (
        documents[0]
        .partition("<body")[0]
        .replace("</head>", f"<style>{pages.stylesheet('style.css')}{LEAVES}</style></head>")
    )
    write_files(folder, book.pictures)
    file = folder / PRINT
    file.write_text(head + "<body>" + "".join(leaves) + "</body></html>", encoding="utf-8")
    return file


def leaf(document: str) -> str:
    body = BODY.search(document)
    assert body is not None
    attributes = re.sub(r'class="(.*?)"', r'class="\1 leaf"', body[1])
    return f"<section{attributes}>{body[2]}</section>"
