"""Read what title.yaml says of the Traditional edition."""

from kanben.book.book import ScriptWord, Traditional
from kanben.reading.base_address import base_address
from kanben.reading.record import is_isbn
from kanben.reading.schema import TitleFile
from kanben.reading.yaml_marks import Marked
from kanben.trouble import Tell, trouble

NO_FACTS = {"standard", "words", "identifiers"}


def traditional_of(title: TitleFile, marked: Marked, tell: Tell) -> Traditional:
    """Its standard, its words, and the facts that differ from those of the Simplified edition."""
    plan = title.traditional
    facts = {name: value for name, value in plan.model_dump(exclude=NO_FACTS).items() if value is not None}
    if facts.get("url") and not base_address(facts["url"]):
        tell(trouble("bad-url", marked.place("traditional", "url"), value=facts["url"]))
    isbns = {"print-isbn": plan.identifiers.print_isbn, "epub-isbn": plan.identifiers.epub_isbn}
    for key, value in isbns.items():
        if value and not is_isbn(value):
            tell(trouble("bad-isbn", marked.place("traditional", "identifiers", key), value=value))
    return Traditional(
        standard=plan.standard,
        words=tuple(
            ScriptWord(word, written, marked.place("traditional", "words", word))
            for word, written in plan.words.items()
        ),
        facts=tuple((facts | {"url": base_address(facts["url"])} if facts.get("url") else facts).items()),
        identifiers=tuple((key, value) for key, value in isbns.items() if value),
    )
