"""The words and marks that mean something in an editor's files, for a fuzzer to put together."""

import tempfile
from pathlib import Path

WORDS = (
    *(
        "# ",
        "## ",
        ":::",
        "::: epigraph\n",
        "::: source\n",
        "{.figures}",
        "{.index entry=桥}",
        "{lang=en}",
        "[^a]",
        "[^a]: ",
    ),
    *(
        "^[",
        "[@mao, 12]",
        "@mao",
        "[](#a)",
        "![桥](images/a.svg)",
        "{.chart kind=line}",
        "{.table}",
        "$x$",
        "$$",
        "—— ",
    ),
    *(
        "| a | b |\n|---|---|\n",
        "\n: ",
        "```",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\n\n",
        "&amp;",
        "{#a .landscape}",
        "**",
        "`",
    ),
    *(
        "title: ",
        "parts: ",
        "body: ",
        "- term: ",
        "definition: |\n  ",
        "also: [",
        "see: ",
        "rule: ",
        "reason: ",
        "&a ",
        "*a",
    ),
    *(
        "!!int ",
        "<<: ",
        "---\n",
        "\\0",
        "1e999",
        "2026-99-99",
        "references:\n",
        "issued: ",
        "author: [{literal: ",
        "id: ",
    ),
    *("@book{", "@article{a,", "@string{", "author = {", " # ", "year = 2001", "},\n", "@comment", '= "'),
    *(
        "<svg xmlns='http://www.w3.org/2000/svg'",
        "viewBox='0 0 9 9'",
        "<!DOCTYPE",
        "<!ENTITY",
        "<text>",
        "url(#",
        "href='",
    ),
    *(
        "IHDR",
        "IDAT",
        "iCCP",
        "eXIf",
        "\\x89PNG\\x0d\\x0a\\x1a\\x0a",
        "\\xff\\xd8\\xff",
        "Exif\\x00\\x00",
        "ICC_PROFILE\\x00",
    ),
    *(
        "%PDF-1.7",
        " 0 obj\n",
        "endobj",
        "stream\n",
        "/Type/Page",
        "/Length ",
        "xref",
        "trailer",
        "PK\\x03\\x04",
        "PK\\x01\\x02",
    ),
    *("mimetype", "META-INF/container.xml", "<rootfile full-path='", "<spine>", "<itemref idref='", "epub:type='toc'"),
    *(
        "第一章",
        "（一）",
        "一、",
        "1.1 ",
        "目录",
        "参考文献",
        "名词解释",
        "注释",
        "①",
        "[1]",
        "^①",
        "——",
        "　　",
        "\\x0c",
        "\\xfe\\xff",
    ),
    *(
        "{% macro paragraph(node) %}",
        "{% endmacro %}",
        "{{ ",
        " }}",
        "{% extends 'theme/part.html' %}",
        "{% block ",
        "render(",
    ),
    *('"files": {', '"sha256": "', '"title": "', '"identifiers": [', '"source": {', '"version": "'),
)


def write_words() -> Path:
    """A file of them as libFuzzer reads it; it lies in the system's folder for what nobody keeps."""
    file = Path(tempfile.gettempdir()) / "kanben-fuzz-words.dict"
    file.write_text("".join(f'"{escaped(word)}"\n' for word in WORDS), encoding="utf-8")
    return file


def escaped(word: str) -> str:
    """Words are given in ASCII, what is none as \\xNN; a word may say so itself."""
    plain = word.replace("\\x", "\0").replace("\\", "\\\\").replace('"', '\\"').replace("\0", "\\x")
    return "".join(c if " " <= c <= "~" else "".join(f"\\x{byte:02x}" for byte in c.encode()) for c in plain)
