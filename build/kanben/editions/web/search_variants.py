"""Tell how a reader may type what the book prints, 軟體 for 软件."""

import json

from kanben.script import conversion
from kanben.script.standards import is_traditional
from kanben.script.taiwan_words import TAIWAN_WORDS

IDEOGRAPHS = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]


def variants_of(text: str, language: str) -> bytes:
    """Give what may be typed and the book's own of it, as JSON: characters in two strings, words by word."""
    traditional = is_traditional(language)
    pairs = characters("s2t" if traditional else "t2s", set(text))
    table = {
        "typed": "".join(pairs),
        "meant": "".join(pairs.values()),
        "words": {} if traditional else words(text),
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def characters(conversion: str, book: set[str]) -> dict[str, str]:
    """The characters that become one of the book's."""
    pairs = zip(IDEOGRAPHS, converted(conversion, IDEOGRAPHS), strict=True)
    return {typed: meant for typed, meant in pairs if typed != meant and meant in book}


def words(text: str) -> dict[str, str]:
    """The words of Taiwan, each with the book's own."""
    book = set(text)
    found = [word for word in TAIWAN_WORDS if book.issuperset(word) and word in text]
    return {TAIWAN_WORDS[word]: word for word in sorted(shortest(found), key=lambda word: (len(word), word))}


def shortest(words: list[str]) -> list[str]:
    """Words without those that hold another one."""
    return [word for word in words if not any(inner in word for inner in words if inner != word)]


def converted(name: str, texts: list[str]) -> list[str]:
    return conversion.converted(name, "\n".join(texts), rare=True).split("\n")
