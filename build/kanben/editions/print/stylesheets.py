"""The stylesheets of a book: their words, and what WeasyPrint reads in them, once for all that set it.

Reading them looks for no font, so hands are hired after it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from weasyprint import CSS

from kanben.editions.print.families import with_rare_fonts
from kanben.editions.print.fetcher import BASE, TitleFetcher


@dataclass(eq=False)
class Stylesheets:
    """Their words by name. WeasyPrint takes them for its fonts while it reads: faces that they bring are remembered."""

    words: Mapping[str, str]
    faces: list[tuple[Any, Any]] = field(default_factory=list)
    known: dict[str, Any] = field(default_factory=dict)

    def read(self) -> Mapping[str, Any]:
        """WeasyPrint's own form of each."""
        fetcher = TitleFetcher()
        if not self.known:
            for name, words in self.words.items():
                sheet = with_rare_fonts(words)
                self.known[name] = CSS(string=sheet, font_config=self, url_fetcher=fetcher, base_url=BASE)
        return self.known

    def add_font_face(self, descriptors: Any, fetcher: Any) -> None:
        self.faces.append((descriptors, fetcher))

    def give_faces(self, fonts: Any) -> None:
        """Give the faces that they bring to WeasyPrint's fonts."""
        for face in self.faces:
            fonts.add_font_face(*face)
