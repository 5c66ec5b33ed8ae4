"""Render a Book's nodes and pages by Jinja: the only room that knows Jinja.

Every node type has a macro of its name in snake case. The sets are merged default | edition | theme | title, so an
edition, a theme or a title says only what it does otherwise. A theme's template may extend the one that it shadows by
the prefix `default/`, and a title's by `theme/`, which is the edition's own where the theme says nothing.
"""

import re
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from kanben.book.book import Book
from kanben.book.node import Node
from kanben.book.text import text_of
from kanben.editions.compiled import Compiled
from kanben.editions.live_faults import refuse_live
from kanben.editions.phrases import in_phrases
from kanben.editions.sandbox import Sandbox
from kanben.editions.template_faults import check_document, template_faults
from kanben.place import Place
from kanben.script.made import in_script
from kanben.template_home import template_home
from kanben.trouble import Stop, trouble

Macros = Mapping[str, Callable[[Node], Markup]]


class Pages:
    """The templates of one edition, ready for one book; `render` gives XHTML text."""

    def __init__(self, edition: str, book: Book, own: Path | None = None, theme: str = "", **names: object) -> None:
        """Load the templates. `own` is the title's folder of templates; `names` are globals of the edition."""
        self.edition, self.own, self.layers = edition, own, [layer for layer in LAYERS if theme or layer != "theme"]
        self.environment = environment(own, theme, book.record.language)
        self.environment.globals.update(
            names,
            book=book,
            record=book.record,
            render=self.nodes,
            in_phrases=lambda words: in_phrases(words, book.record.language, book.own_words),
            text_of=text_of,
        )

    @cached_property
    def macros(self) -> Macros:
        """The macro of each node type; later sets win. A page without nodes, such as a cover, needs none."""
        names = ["default/shared/nodes.xhtml", *(f"{layer}/{self.edition}/nodes.xhtml" for layer in self.layers)]
        merged: dict[str, Callable[[Node], Markup]] = {}
        for name in names:
            try:
                module = self.environment.get_template(name).module
            except TemplateNotFound:
                continue
            found = {key: value for key, value in vars(module).items() if callable(value)}
            if name.startswith("title/"):
                self.check_macros(found, merged)
            merged |= found
        return merged

    def check_macros(self, found: Macros, known: Macros) -> None:
        """A macro of a title's own stands for one of kanben's, so it takes what that takes: a node."""
        for name in found.keys() & known.keys():
            if len(getattr(found[name], "arguments", ())) != 1:
                place = Place(f"templates/{self.edition}/nodes.xhtml", 1)
                raise Stop((trouble("broken-template", place, problem=f"{{% macro {name}(node) %}}"),))

    def nodes(self, value: Any) -> Markup:
        """Render one node, or a tuple of them one after the other."""
        if isinstance(value, tuple):
            return Markup("").join([self.nodes(item) for item in value])
        return self.macros[macro_name(type(value))](value)

    def render(self, name: str, **context: object) -> str:
        """Render a page of the edition, such as `page.xhtml`."""
        file = f"{self.edition}/{name}"
        if isinstance(self.environment, Sandbox):
            self.environment.spent = 0
        with template_faults(self.own):
            text = self.environment.get_template(file).render(context)
        if self.own and name.endswith(".xhtml"):
            check_document(self.own, file, text)
        if self.own:
            refuse_live(self.own, file, text)
        return text


LAYERS = ("default", "theme", "title")
"""Whose templates they are; the later shadow the earlier."""


class InScript(BaseLoader):
    """Loads templates in the script of the book: 目錄 for 目录, and the fonts of Traditional Chinese."""

    def __init__(self, loader: BaseLoader, language: str) -> None:
        self.loader, self.language = loader, language

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, name, is_current = self.loader.get_source(environment, template)
        return in_script(source, self.language), name, is_current


COMPILED = Compiled(Path(__file__))


def environment(own: Path | None, theme: str, language: str) -> Environment:
    """A strict, escaping Jinja that looks for a template in the title, in the theme, then in kanben's own."""
    home = template_home()
    default = FileSystemLoader(home)
    themed = ChoiceLoader([FileSystemLoader(home / "themes" / theme), default]) if theme else default
    title = FileSystemLoader(own) if own else DictLoader({})
    layers = PrefixLoader(dict(zip(LAYERS, (default, themed, title), strict=True)))
    return (partial(Sandbox, own) if own else ImmutableSandboxedEnvironment)(
        loader=InScript(ChoiceLoader([layers, title, themed]), language),
        undefined=StrictUndefined,
        autoescape=is_markup,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=COMPILED,
    )


def is_markup(name: str | None) -> bool:
    """Whether a template's values are escaped: a stylesheet's lengths and font names are no markup."""
    return not (name or "").endswith(".css")


NAMES: dict[type, str] = {}


def macro_name(kind: type) -> str:
    """CrossReference -> cross_reference."""
    if kind not in NAMES:
        NAMES[kind] = re.sub("(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    return NAMES[kind]
