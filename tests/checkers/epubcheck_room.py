"""Ask EPUBCheck about one file after the other, in one Java: a line with a file in, a line with the report in JSON out.

Most of what EPUBCheck does for a small book is to compile its schemas: 4 s of a processor, the book itself 0.1.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import jpype


def report(checker: "jpype.JClass", epub: str, told: Path) -> object:
    """Say how it ended, and what it told."""
    told.unlink(missing_ok=True)
    code = checker().run([epub, "-q", "--json", str(told)])
    return {"code": int(code), **(json.loads(told.read_text("utf-8")) if told.exists() else {"messages": []})}


def main(jar: str, *options: str) -> None:
    with os.fdopen(os.dup(1), "w") as answers, tempfile.TemporaryDirectory() as room:
        os.dup2(2, 1)  # what Java prints is no answer
        jpype.startJVM(*options, classpath=[jar])
        checker = jpype.JClass("com.adobe.epubcheck.tool.EpubChecker")
        for line in sys.stdin:
            print(json.dumps(report(checker, json.loads(line), Path(room) / "told.json")), file=answers, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
