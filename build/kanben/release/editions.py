"""Pick what is handed out: the PDF, the EPUB, and the web edition as one zip."""

from collections.abc import Mapping

from kanben.editions.epub.archive import StillArchive

WEB = "web/"


def handed_out(name: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a release by name. The zip unpacks to web/, whose pages look for PDF and EPUB beside it."""
    pages = {page: data for page, data in sorted(files.items()) if page.startswith(WEB)}
    return {
        f"{name}.pdf": files[f"{name}.pdf"],
        f"{name}.epub": files[f"{name}.epub"],
        f"{name}-web.zip": zipped(pages),
    }


def zipped(files: Mapping[str, bytes]) -> bytes:
    archive = StillArchive()
    for name, data in files.items():
        archive.writestr(name, data)
    return archive.whole()
