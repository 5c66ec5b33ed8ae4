"""Read one Markdown file: text in, blocks out."""

import json

from kanben.book.node import Blocks
from kanben.pandoc.program import run_pandoc
from kanben.place import Place
from kanben.reading.markdown.blocks import blocks
from kanben.reading.markdown.context import Context, TakePicture
from kanben.reading.markdown.lint import lint
from kanben.reading.markdown.locate import mark_lines
from kanben.reading.markdown.source import Source
from kanben.trouble import Stop, Tell, trouble

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


def read_markdown(source: Source, pictures: TakePicture, tell: Tell) -> Blocks:
    """The blocks of a text; nothing, having told why, when pandoc may not read it or cannot."""
    if not lint(source, tell):
        return ()
    try:
        return parse(source, pictures, tell)
    except Stop as stop:
        for fault in stop.troubles:
            tell(fault)
    except RecursionError:  # emphasis within emphasis, without end
        tell(trouble("pandoc-output", Place(source.file)))
    return ()


def parse(source: Source, pictures: TakePicture, tell: Tell) -> Blocks:
    tree = json.loads(run_pandoc(("-f", FORMAT, "-t", "json"), source.text.encode(), Place(source.file)))
    mark_lines(tree, source)
    return blocks(tree["blocks"], Context(source, pictures, tell, blocks))
