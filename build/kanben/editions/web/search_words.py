"""Write a page's words apart for the index: each Chinese character is a word, so that every run of them is found.

A dictionary would join 新质 with 生产力 in one place and not in another, and a reader's words would be missed. What the
page really says can be read from the index again: a real space is kept as a mark, and so is the end of a block.
"""

import re
from html import escape, unescape

HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SPACE, BLOCK = "␠", "␞"
HAN_RUN = re.compile(rf"[{HAN}]+")
WORD = re.compile(rf"\W*(?:[{HAN}]|(?:(?![{HAN}])\w)+)")  # marks go with the word after them
NODE = re.compile(r"<[^>]*>|[^<]+")
BLOCKS = re.compile(r"</?(?:p|h[1-6]|li|d[tdl]|t[dh]|figcaption|pre|blockquote|div|section|main|br)\b")
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)  # its words stand in its description as well
CALL = re.compile(r'<sup[^>]*><a (?:[^>]*?(id="[^"]*"))?.*?</a></sup>', re.DOTALL)  # only its place is kept
HEAD, FOOT = '<!DOCTYPE html><html lang="zh"><body><main', "</main></body></html>"


def indexed_page(page: str) -> str:
    """Give the text proper of a page, its words apart."""
    main = page.partition("<main")[2].partition("</main>")[0].replace("<wbr>", "")
    main = DRAWING.sub("", main)
    before, held = BLOCK, ""  # the last character that was written; marks that wait for a word
    written = []
    for node in NODE.findall(f"{HEAD}{CALL.sub(place_of_call, main)}{FOOT}"):
        if not node.startswith("<"):
            words, held = apart(held, unescape(node), before)
            before = words[-1:] or before
            written.append(escape(words, quote=False))
        elif BLOCKS.match(node):
            written.append(escape(held, quote=False) + (f" {BLOCK}" if held or before != BLOCK else "") + node)
            before, held = BLOCK, ""
        else:
            written.append(node)
    return "".join(written)


def place_of_call(call: re.Match[str]) -> str:
    return f"<a {call[1]}></a>" if call[1] else ""


def apart(held: str, text: str, before: str) -> tuple[str, str]:
    """Set a space before each word; give the marks behind the last one apart, for they go with what follows."""
    marked = held + re.sub(r"\s+", SPACE, text.lstrip() if before == BLOCK and not held else text)
    words = WORD.findall(marked)
    end = sum(map(len, words))
    spaced = "".join(f" {word}" for word in words)
    return spaced[1:] if is_letter(before) and is_letter(marked[:1]) else spaced, marked[end:]


def is_letter(char: str) -> bool:
    """Tell whether a word goes on over the edge of an element: Open<em>AI</em>."""
    return char.isalnum() and not HAN_RUN.match(char)
