"""Put a PNG into the PDF as it was packed.

images.RasterImage._get_png_data    a PNG's rows: decoded and packed anew only where a PDF cannot have them as they are
"""

from typing import Any

from weasyprint.images import RasterImage

from kanben.editions.print.composer.guard import Layer, Replacement
from kanben.raster.rows import packed_rows

CHECKED = {"70.0": "dd63ab6794de21b9"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""

_get_png_data = RasterImage._get_png_data


def png_data(picture: Any) -> bytes:
    """The rows of a picture, packed: those of its file, where it was only opened."""
    file = getattr(picture, "fp", None)
    rows: bytes = (file and packed_rows(file.getvalue())) or _get_png_data(picture)
    return rows


REPLACEMENTS = (Replacement(RasterImage, "_get_png_data", staticmethod(png_data), staticmethod(_get_png_data)),)
RELIED_ON = (RasterImage,)
LAYER = Layer(CHECKED, REPLACEMENTS, RELIED_ON)
whole_pictures = LAYER.installed
