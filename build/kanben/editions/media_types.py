"""The media types of the files that editions hold."""

from pathlib import PurePosixPath

BY_ENDING = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
    ".css": "text/css",
    ".txt": "text/plain",
}


def media_type(name: str) -> str:
    """The media type of a file, by the end of its name."""
    return BY_ENDING[PurePosixPath(name).suffix]
