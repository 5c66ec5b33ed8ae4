"""The web edition: a page per part and a start page, that need no server, no script and nothing from outside."""

from kanben.editions.web.site import web_site

__all__ = ["web_site"]
