"""Tell how a reader may type what the book prints, 軟體 for 软件."""

import json

from kanben.editions.web.search_words import HAN_RUN
from kanben.script import conversion
from kanben.script.standards import is_traditional

IDEOGRAPHS = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
LONGEST = 4  # characters of a word that Taiwan says otherwise


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
    runs = different(sorted(set(HAN_RUN.findall(text))))
    pieces = sorted({piece for run in runs for piece in pieces_of(run)}, key=lambda piece: (len(piece), piece))
    return {other: piece for piece, other in shortest(different(pieces)).items()}


def different(texts: list[str]) -> dict[str, str]:
    """The texts of which Taiwan says more otherwise than the characters, each as it is said there.

    Hong Kong shares most of its words.
    """
    written, said = (conversion.for_search(worded).convert("\n".join(texts)).split("\n") for worded in (False, True))
    rows = zip(texts, written, said, strict=True) if texts else ()
    return {text: other for text, plain, other in rows if plain != other}


def pieces_of(run: str) -> list[str]:
    return [run[at : at + size] for size in range(2, LONGEST + 1) for at in range(len(run) - size + 1)]


def shortest(pieces: dict[str, str]) -> dict[str, str]:
    """The words themselves, without the longer pieces that hold one of them."""
    return {
        piece: other
        for piece, other in pieces.items()
        if not any(inner in pieces for inner in pieces_of(piece) if inner != piece)
    }


def converted(name: str, texts: list[str]) -> list[str]:
    return conversion.converted(name, "\n".join(texts), rare=True).split("\n")
