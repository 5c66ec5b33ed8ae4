"""Read one Markdown file: text in, blocks out."""

import json
from dataclasses import dataclass

from kanben.book.node import Blocks
from kanben.keep import Ask, kept_asking, last_kept, was_asked
from kanben.pandoc.program import run_pandoc
from kanben.place import Place
from kanben.reading.markdown.amounts import amounts
from kanben.reading.markdown.blocks import blocks
from kanben.reading.markdown.context import Context, TakePicture
from kanben.reading.markdown.lint import lint
from kanben.reading.markdown.locate import mark_lines
from kanben.reading.markdown.near import Said, answer_near, uncounted
from kanben.reading.markdown.source import Source
from kanben.trouble import Stop, Tell, Trouble, trouble

FORMAT = "-".join(
    (
        "markdown",
        "smart",  # quotes and dashes are typed, never guessed
        "raw_html",
        "raw_tex",
        "raw_attribute",
        "native_divs",
        "native_spans",
        "markdown_in_html_blocks",
        "latex_macros",
        "auto_identifiers",  # ids are made by a pass; only what an author names is kept
        "yaml_metadata_block",  # a chapter's own metadata is not obeyed
        "pandoc_title_block",
        "example_lists",
    )
)

MARKS = "[]()*_`~^$&<{@|"


def read_markdown(source: Source, pictures: TakePicture, tell: Tell) -> Blocks:
    """The blocks of a text; nothing, having told why, when pandoc may not read it or cannot.

    Equal texts that draw in equal files give the same blocks.
    """

    def ask(question: tuple[str, str, Place]) -> str | bytes | None:
        kind, target, place = question
        return pictures.take(target, place) if kind == "picture" else pictures.data(target, place)

    try:
        read = kept_asking(source.file, ask, read_text, source.file, source.text)
    except Stop as stop:  # pandoc may do better the next time
        read = Read((), stop.troubles)
    for fault in read.troubles:
        tell(fault)
    return read.blocks


def was_read(source: Source) -> bool:
    """Whether a text was read for the last build, so that it takes no time to read it again."""
    return was_asked(source.file, read_text, source.file, source.text)


@dataclass(frozen=True, slots=True)
class Asked:
    """The pictures and files of data of a title, asked for by name and place."""

    ask: Ask

    def take(self, target: str, place: Place) -> str:
        return str(self.ask(("picture", target, place)))

    def data(self, target: str, place: Place) -> bytes | None:
        data: bytes | None = self.ask(("data", target, place))
        return data


@dataclass(frozen=True, slots=True)
class Read:
    """The blocks of a text, what is wrong with it, and what pandoc said of it."""

    blocks: Blocks
    troubles: tuple[Trouble, ...]
    said: Said | None = None


def read_text(file: str, text: str, ask: Ask) -> Read:
    """Read a text; a failure of pandoc is a Stop with all that is wrong with it."""
    source, troubles = Source(file, text), list[Trouble]()
    if not lint(source, troubles.append):
        return Read((), tuple(troubles))
    try:
        said = Said(text, answer_of(source))
        return Read(parse(source, said.answer, Asked(ask), troubles.append), tuple(troubles), said)
    except Stop as stop:
        raise Stop((*troubles, *stop.troubles)) from stop
    except RecursionError:  # emphasis within emphasis, without end
        return Read((), (*troubles, trouble("pandoc-output", Place(file))))


def answer_of(source: Source) -> bytes:
    """What pandoc says of a text, of all of it or of what was edited since it was read last."""

    def ask(text: str) -> bytes:
        return run_pandoc(("-f", FORMAT, "-t", "json"), text.encode(), place_of_most_marks(source))

    last = last_kept(source.file, read_text)
    near = answer_near(last.answer.said, source.text, ask) if last and last.answer.said else None
    return near or uncounted(ask(source.text))


def parse(source: Source, answer: bytes, pictures: TakePicture, tell: Tell) -> Blocks:
    tree = json.loads(answer)
    mark_lines(tree, source)
    found = blocks(tree["blocks"], Context(source, pictures, tell, blocks))
    too_many = tuple(amounts(found))
    for fault in too_many:
        tell(fault)
    return () if too_many else found  # the passes would take as long as an editor may have to wait, to no purpose


def place_of_most_marks(source: Source) -> Place:
    """Where pandoc most likely fails, if it does: the line that gives it the most to think about."""
    lines = source.text.split("\n")
    counts = [sum(map(line.count, MARKS)) for line in lines]
    return Place(source.file, counts.index(max(counts)) + 1)
