"""Answer a browser on this machine: the desk's page, its news, the editions' files, pictures of pages.

Everything comes from memory by exact name, so no path leads anywhere else; and only pages of this very server are
answered, whatever other pages the browser has open.
"""

import json
from mimetypes import guess_type
from pathlib import PurePosixPath

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kanben.desk.faults import Faults
from kanben.desk.hub import Hub
from kanben.desk.words import WORDS
from kanben.messages import Language
from kanben.template_home import template_home

HERE = "127.0.0.1"
OWN = {
    "desk.css": ("desk", "text/css"),
    "desk.js": ("desk", "text/javascript"),
    "icon.svg": ("web", "image/svg+xml"),
}
"""The desk's own files, each with its folder of templates and its type."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FRAMED = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""What a page of the web edition may do within the desk; its own policy is stricter still."""
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
TYPES = {".epub": "application/epub+zip", ".pf_meta": "application/octet-stream", ".wasm": "application/wasm"}


class OnlyHere:
    """Refuses what was not asked of this server by its own pages: another Host (a rebound name), another Origin.

    A fault while something is answered is told on the desk.
    """

    def __init__(self, app: ASGIApp, port: int, faults: Faults) -> None:
        self.app, self.faults = app, faults
        self.hosts = {f"{HERE}:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self.may(Request(scope)):
            await PlainTextResponse("refused", 403, SAFE)(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        except Exception as fault:  # the answer, where there is none yet, is Starlette's: 500
            self.faults.tell(fault)

    def may(self, request: Request) -> bool:
        headers = request.headers
        own = {f"http://{host}" for host in self.hosts}
        from_here = headers.get("sec-fetch-site", "none") in ("none", "same-origin")
        return headers.get("host") in self.hosts and headers.get("origin") in (None, *own) and from_here


def application(hub: Hub, port: int, faults: Faults) -> ASGIApp:
    """The server's answers."""
    language = faults.language

    async def desk(request: Request) -> Response:
        return Response(desk_page(language), headers=SAFE | {"Content-Security-Policy": POLICY}, media_type="text/html")

    async def own(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in OWN:
            return missing()
        folder, kind = OWN[name]
        return Response((template_home() / folder / name).read_bytes(), headers=SAFE, media_type=kind)

    async def news(request: Request) -> Response:
        return StreamingResponse(hub.events(), headers=SAFE, media_type="text/event-stream")

    async def page(request: Request) -> Response:
        number, name = request.path_params["number"], request.path_params["name"]
        data = await run_in_threadpool(hub.pictures.bmp, name, number)
        return Response(data, headers=SAFE, media_type="image/bmp") if data else missing()

    async def edition(request: Request) -> Response:
        name = request.path_params["name"]
        data = hub.files.get(name)
        headers = SAFE | {"Content-Security-Policy": FRAMED}
        return Response(data, headers=headers, media_type=type_of(name)) if data is not None else missing()

    routes = [
        Route("/", desk),
        Route("/desk/{name}", own),
        Route("/news", news),
        Route("/page/{name}/{number:int}.bmp", page),
        Route("/edition/{name:path}", edition),
    ]
    return OnlyHere(Starlette(routes=routes), port, faults)


def missing() -> Response:
    return PlainTextResponse("there is no such file", 404, SAFE)


def desk_page(language: Language) -> str:
    """The page with its words in the editor's language."""
    page = (template_home() / "desk" / "desk.html").read_text(encoding="utf-8")
    words = WORDS[language]
    for name, said in words.items():
        page = page.replace(f"[[{name}]]", said)
    told = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    return page.replace("[[lang]]", {"zh": "zh-Hans", "en": "en"}[language]).replace("[[all words]]", told)


def type_of(name: str) -> str:
    return TYPES.get(PurePosixPath(name).suffix) or guess_type(name)[0] or "application/octet-stream"
