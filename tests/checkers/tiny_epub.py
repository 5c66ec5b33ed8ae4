"""Make the smallest EPUB that EPUBCheck finds nothing wrong with, or one with another chapter in its place."""

import zipfile
from pathlib import Path

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""

PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh-Hans">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c8</dc:identifier>
<dc:title>小书</dc:title><dc:language>zh-Hans</dc:language>
<meta property="dcterms:modified">2000-01-01T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="c1" href="c1.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine><itemref idref="c1"/></spine>
</package>"""

PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh-Hans" xml:lang="zh-Hans">
<head><title>小书</title></head><body>{body}</body></html>"""

NAV = '<nav epub:type="toc"><ol><li><a href="{}">第一章</a></li></ol></nav>'


def tiny_epub(path: Path, chapter: str = "<h1>第一章</h1><p>正文。</p>", target: str = "c1.xhtml") -> Path:
    """Write the EPUB with that body in its one chapter, and a line of the contents to that target."""
    with zipfile.ZipFile(path, "w") as epub:
        epub.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        epub.writestr("META-INF/container.xml", CONTAINER)
        epub.writestr("book.opf", PACKAGE)
        epub.writestr("nav.xhtml", PAGE.format(body=NAV.format(target)))
        epub.writestr("c1.xhtml", PAGE.format(body=chapter))
    return path
