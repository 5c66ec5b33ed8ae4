"""Say what was made: the editions' files, their digests, and the printed page of every id."""

import json
from hashlib import sha256

from kanben.book.book import Book
from kanben.book.page_map import PageMap


def manifest(book: Book, files: dict[str, bytes], page_map: PageMap) -> bytes:
    """manifest.json: {"title", "editions": {name: {"file", "sha256", …}}, "pages": {id: label}}."""
    editions: dict[str, dict[str, object]] = {}
    for edition, file in (("print", f"{book.name}.pdf"), ("epub", f"{book.name}.epub"), ("web", "web/index.html")):
        if file in files:
            editions[edition] = {"file": file, "sha256": digest(files, edition, file)}
    if "print" in editions:
        editions["print"]["pages"] = page_map.count
    facts = {"title": book.full_title, "editions": editions, "pages": dict(sorted(page_map.labels.items()))}
    return json.dumps(facts, ensure_ascii=False, indent=2).encode() + b"\n"


def digest(files: dict[str, bytes], edition: str, file: str) -> str:
    """The file's SHA-256; for the web edition that of all its files' names and digests."""
    if edition != "web":
        return sha256(files[file]).hexdigest()
    lines = [f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()) if name.startswith("web/")]
    return sha256("".join(lines).encode()).hexdigest()
