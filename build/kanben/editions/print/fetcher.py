"""Give WeasyPrint the title's pictures, and nothing else: no file and no address is ever opened."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from kanben.editions.media_types import media_type
from kanben.raster.embedded import embedded

BASE = "https://title.invalid/"  # an address that urljoin understands and that exists nowhere


class TitleFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the pictures of one book from memory."""

    def __init__(self, pictures: Mapping[str, bytes] = MappingProxyType({})) -> None:
        super().__init__(allowed_protocols=())
        self.pictures = pictures
        self.seen: dict[str, bytes | None] = {}
        """What was asked for; None for what is not there."""

    def shows(self, seen: Mapping[str, bytes | None]) -> bool:
        """Whether what was looked at once is the same now."""
        return all(self.pictures.get(name) == data for name, data in seen.items())

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if held := embedded(url):  # a photograph in a drawing, which was looked at as it was read
            data, facts = held
            return URLFetcherResponse(url, data, {"Content-Type": f"image/{facts.kind.lower()}"})
        name = unquote(url.removeprefix(BASE))
        self.seen[name] = self.pictures.get(name)
        if not url.startswith(BASE) or name not in self.pictures:
            raise ValueError(f"not a picture of this title: {url}")
        return URLFetcherResponse(url, self.pictures[name], {"Content-Type": media_type(name)})
