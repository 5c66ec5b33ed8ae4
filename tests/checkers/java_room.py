"""Ask EPUBCheck and the Nu Html Checker again and again in one Java: a line of JSON in, a line of JSON out.

Most of what they do about a small book is to compile their schemas: 4 s of a processor, the book itself takes 0.1.
`python java_room.py EPUBCHECK.jar VNU.jar JAVA_OPTION…`
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jpype
from jpype import JClass

SCHEMAS = "http://s.validator.nu/"
Find = Callable[[str], Any]
"""Gives a class by its name."""


def epubcheck(find: Find, epub: str) -> dict[str, Any]:
    """Give its report, and the code that it would end with."""
    with tempfile.TemporaryDirectory() as room:
        told = Path(room) / "told.json"
        code = find("tool.EpubChecker")().run([epub, "-q", "--json", str(told)])
        return {"code": int(code), **(json.loads(told.read_text("utf-8")) if told.exists() else {"messages": []})}


def nu(find: Find, xml: bool, *pages: str) -> list[dict[str, Any]]:
    """Give its messages about pages, which its own program sets up so as well."""
    validator = find("validation.SimpleDocumentValidator")()
    validator.setUpMainSchema(f"{SCHEMAS}{'x' if xml else ''}html5-rdfalite.rnc", find("xml.SystemErrErrorHandler")())
    source, told = validator.getSourceCode(), JClass("java.io.ByteArrayOutputStream")()
    images = find("servlet.imagereview.ImageCollector")(source)
    as_json = find("messages.JsonMessageEmitter")(find("json.Serializer")(told), None, False, "")
    messages = find("messages.MessageEmitterAdapter")(None, source, False, images, 0, True, as_json)
    messages.setHtml(True)
    messages.start(None)
    validator.setUpValidatorAndParsers(messages, False, False)
    for page in map(JClass("java.io.File"), pages):
        validator.checkXmlFile(page) if xml else validator.checkHtmlFile(page, True)
    messages.end("", "", "")
    found: list[dict[str, Any]] = json.loads(str(told.toString("UTF-8")))["messages"]
    return found


@dataclass(frozen=True)
class Checker:
    """A question, and where the classes are that answer it: each jar brings libraries of its own, of other versions."""

    ask: Callable[..., Any]
    package: str
    loader: Any

    def find(self, name: str) -> Any:
        return JClass(self.loader.loadClass(self.package + name))

    def answer(self, arguments: list[Any]) -> Any:
        JClass("java.lang.Thread").currentThread().setContextClassLoader(self.loader)
        return self.ask(self.find, *arguments)


def loader(jar: str) -> Any:
    address = JClass("java.io.File")(jar).toURI().toURL()
    return JClass("java.net.URLClassLoader")([address], JClass("java.lang.ClassLoader").getPlatformClassLoader())


def main(epubcheck_jar: str, nu_jar: str, *options: str) -> None:
    with os.fdopen(os.dup(1), "w") as answers:
        os.dup2(2, 1)  # what Java prints is no answer
        jpype.startJVM(*options)
        checkers = {
            "epubcheck": Checker(epubcheck, "com.adobe.epubcheck.", loader(epubcheck_jar)),
            "nu": Checker(nu, "nu.validator.", loader(nu_jar)),
        }
        for line in sys.stdin:
            name, *arguments = json.loads(line)
            print(json.dumps(checkers[name].answer(arguments)), file=answers, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
