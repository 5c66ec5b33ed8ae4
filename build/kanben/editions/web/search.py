"""Make the search of the web edition: an index of its pages, and what is typed otherwise than it is printed."""

import re
from collections.abc import Mapping

from kanben.editions.web.search_program import index_of
from kanben.editions.web.search_variants import variants_of
from kanben.editions.web.search_words import indexed_page
from kanben.keep import kept

Files = dict[str, bytes]
FOLDER = "search"


def search_files(pages: Mapping[str, bytes], language: str) -> Files:
    """Give the files that answer a search in these pages, by name relative to `web/`."""
    texts = {name: kept(name, indexed_page, page.decode()) for name, page in pages.items()}
    words = re.sub("<[^>]*>| ", "", "\n".join(texts.values()))
    files = index_of(texts) | {"variants.json": variants_of(words, language)}
    return {f"{FOLDER}/{name}": data for name, data in sorted(files.items())}
