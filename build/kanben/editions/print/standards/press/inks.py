"""Turn RGB into the four inks of the press: black and greys into black ink alone, colours by the press's profile."""

import io
from functools import lru_cache

from PIL import Image, ImageCms

Ink = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""
FULL = 255
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION


class Inks:
    """One press: `profile` is its ICC profile, N = 4."""

    def __init__(self, profile: bytes) -> None:
        press = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        screen = ImageCms.createProfile("sRGB")
        self.transform = ImageCms.buildTransform(screen, press, "RGB", "CMYK", intent, FLAGS)
        self.of = lru_cache(None)(self._of)

    def _of(self, red: float, green: float, blue: float) -> Ink:
        """The inks of one colour of sRGB, its parts from 0 to 1."""
        parts = tuple(round(min(max(part, 0), 1) * FULL) for part in (red, green, blue))
        if len(set(parts)) == 1:
            return 0, 0, 0, round(1 - parts[0] / FULL, 4)
        spot = self.converted(Image.new("RGB", (1, 1), parts)).tobytes()
        cyan, magenta, yellow, black = (round(part / FULL, 4) for part in spot)
        return cyan, magenta, yellow, black

    def picture(self, picture: Image.Image) -> Image.Image:
        """A picture in RGB as one in grey, where it has no colour, else in CMYK."""
        red, green, blue = picture.split()
        return red if red.tobytes() == green.tobytes() == blue.tobytes() else self.converted(picture)

    def converted(self, picture: Image.Image) -> Image.Image:
        converted = ImageCms.applyTransform(picture, self.transform)
        assert converted is not None
        return converted
