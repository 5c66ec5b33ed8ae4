"""Read a finished edition from its file, or from its folder."""

from pathlib import Path

from kanben.proof.agreement.editions import epub_says, web_says
from kanben.proof.agreement.printed import pdf_says
from kanben.proof.agreement.said import Said
from kanben.proof.epub.archive import open_archive
from kanben.proof.epub.publication import read_publication
from kanben.proof.outside.order import Kind
from kanben.proof.web.site import read_site


def said_by(kind: Kind, file: Path) -> Said:
    """Give what an edition says, in its order of reading."""
    if kind == "pdf":
        return pdf_says(file.read_bytes(), file.name)
    if kind == "web":
        return web_says(read_site(file))
    with open_archive(file, file.name) as archive:
        return epub_says(read_publication(archive, file.name))
