"""Refuse what a title's own templates would let a page run or fetch: it asks nothing of anybody, whoever opens it.

What is looked at is the page as it was made, for a template can put an address together where nobody sees it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from kanben.fetched import fetched, is_too_deep
from kanben.live_markup import ATTRIBUTES, FETCHING, LIVE, RUNNING, moves
from kanben.place import Place
from kanben.raster.embedded import embedded
from kanben.trouble import Stop, trouble

HEAD = re.compile(
    r'\s*<!DOCTYPE html>\s*<html lang="[\w-]+">\s*<head>\s*<meta charset="utf-8">\s*'
    r'<meta http-equiv="Content-Security-Policy" content="'
    r"default-src 'none'; img-src 'self' file:; style-src 'self' file:;(?: font-src 'self' file:;)? "
    r"script-src 'self' file: 'wasm-unsafe-eval' 'sha256-[\w+/=]+'; connect-src 'self'; base-uri 'none'; "
    r"form-action 'none'\">"
)
"""How a page of the web edition begins: nothing stands before its policy, which a browser obeys from there on."""
POLICY = ("http-equiv", "content-security-policy")
SCRIPTS, REDLINE_SCRIPT = ("kanben.js", "search.js"), "redline.js"
"""The files of the web edition that run."""
DATA = {"application/ld+json", "application/json"}
"""Kinds of script that no browser runs."""
ELSEWHERE = re.compile(r"(?:^|[\s,])(?:[a-z][a-z0-9+.-]*:|[/\\]{2}|[^\s,()/.]+\()", re.I)
READERS_OWN = re.compile(r"(?:https?://|mailto:)", re.I)
"""Addresses to which a reader goes."""
NAMED = {"next", "prev", "canonical", "license", "alternate", "author", "help", "up", "index"}
"""Of what such a link names nothing is loaded."""
SHOWN = 60


def refuse_live(own: Path, file: str, text: str) -> None:
    """Stop at the first thing in a made page or style that could run or fetch.

    `file` is the template that it was made by, `own` is the title's folder of templates.
    """
    problem = next(live_faults(file, text), "")
    if problem:
        raise Stop((trouble("live-template", place_of(own, file, problem), problem=problem[:SHOWN]),))


def live_faults(file: str, text: str) -> Iterator[str]:
    if file.endswith(".css"):
        yield from style_faults(text)
        return
    web = file.startswith("web/")
    if web and not HEAD.match(text):
        yield "Content-Security-Policy"
        return
    root = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8") if file.endswith(".html") else None)
    for element in root.iter(etree.Element) if root is not None else ():
        yield from element_faults(element, web)


def element_faults(element: etree._Element, web: bool) -> Iterator[str]:
    name = etree.QName(element).localname.lower()
    if name in LIVE or (name in RUNNING and is_live(element, web)):
        yield f"<{name}"
    if name == "style":
        yield from style_faults("".join(element.itertext()))
    for attribute, value in element.attrib.items():
        plain = etree.QName(attribute).localname.lower()
        if ATTRIBUTES.fullmatch(plain) and (plain, value.lower()) != POLICY:
            yield f"{plain}="
        if moves(plain, value):
            yield value
        if plain == "style":
            yield from style_faults(value)
        if plain in FETCHING and is_elsewhere(element, name, plain, value):
            yield value


def is_live(script: etree._Element, web: bool) -> bool:
    """Whether what runs is neither data nor a script of kanben's own in the web edition; other editions have none."""
    named = etree.QName(script).localname.lower() == "script"
    return not named or (
        script.get("type", "") not in DATA and not (web and script.get("src") in (*SCRIPTS, REDLINE_SCRIPT))
    )


def is_elsewhere(element: etree._Element, name: str, attribute: str, value: str) -> bool:
    if not ELSEWHERE.search(value) or embedded(value):
        return False
    if name in ("a", "area") and attribute == "href":
        return not READERS_OWN.match(value)
    return not (name == "link" and set(element.get("rel", "").split()) <= NAMED)


def style_faults(css: str) -> Iterator[str]:
    if is_too_deep(css):
        yield "((("
    else:
        yield from (address for address, _ in fetched(css) if ELSEWHERE.search(address) and not embedded(address))


def place_of(own: Path, file: str, words: str) -> Place:
    """The line of the title's own templates that says it; else the file that it most likely is."""
    edition, _, _ = file.partition("/")
    files = sorted(path for path in own.rglob("*") if path.is_file() and path.suffix in (".css", ".html", ".xhtml"))
    for path in files:
        text = path.read_text(encoding="utf-8")
        if words in text:
            return Place(f"{own.name}/{path.relative_to(own).as_posix()}", text[: text.index(words)].count("\n") + 1)
    likely = (file, f"{edition}/base.html", f"{edition}/layout.xhtml")
    return Place(f"{own.name}/{next((name for name in likely if (own / name).is_file()), f'{edition}/nodes.xhtml')}", 1)
