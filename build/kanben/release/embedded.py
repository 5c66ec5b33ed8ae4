"""Say which fonts are embedded in finished editions, and of which file of this machine those of the PDF were cut."""

import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

import pypdfium2.raw as raw
from fontTools.ttLib import TTFont

from kanben.editions.font_cutting import COPYRIGHT, LICENCE, LICENCE_URL, rights_of
from kanben.editions.fonts import FORMATS, PATIENCE
from kanben.proof.epub.archive import open_archive
from kanben.proof.pdf.glyphs import SUBSET, base_name, open_pdf
from kanben.refusal import raise_want

FAMILY, FULL_NAME, VERSION = 1, 4, 5
INSTANCE = 16
"""Of fontconfig's index the lower bits count the fonts in a file, the upper ones the instances of a variable font."""
WEIGHTS = {"0": "Thin", "40": "Ultra-Light", "50": "Light", "55": "Semi-Light", "75": "Book", "100": "Medium"}
WEIGHTS |= {"180": "Semi-Bold", "200": "Bold", "205": "Ultra-Bold", "210": "Heavy"}
SLANTS = {"100": "Italic", "110": "Oblique"}
"""What Pango calls fontconfig's numbers; the others are not said."""
OPEN_FONT = ("scripts.sil.org/OFL", "openfontlicense.org")
FORMS = 5


@dataclass(frozen=True, slots=True)
class Face:
    """A font in an edition; without a digest nothing more than its name is known."""

    edition: str
    name: str
    version: str = ""
    copyright: str = ""
    licence: str = ""
    sha256: str = ""

    @property
    def is_open(self) -> bool:
        return any(address in self.licence for address in OPEN_FONT)


def faces_of_pdf(name: str, pdf: bytes) -> Iterator[Face]:
    """Each font that draws a word, by the file that it was cut of."""
    files = font_files()
    for called in sorted(names_in(pdf)):
        if called in files:
            path, number = files[called]
            yield face(name, path.read_bytes(), number, called)
        else:
            yield Face(name, called)


def faces_of_epub(name: str, epub: bytes) -> Iterator[Face]:
    """The fonts that lie in it; the web edition has the same ones."""
    with open_archive(epub, name) as archive:
        for each in sorted(archive.names):
            if PurePosixPath(each).suffix in FORMATS and (data := archive.read(each)):
                yield face(name, data, 0, each)


def face(edition: str, data: bytes, number: int, called: str) -> Face:
    """What a font file says of itself."""
    with TTFont(io.BytesIO(data), fontNumber=number, lazy=True) as font:
        said = font["name"].getDebugName
        name = said(FULL_NAME) or called
        version = (said(VERSION) or "").removeprefix("Version ").partition(";")[0]
        return Face(edition, name, version, said(COPYRIGHT) or "", licence_of(font), sha256(data).hexdigest())


def licence_of(font: TTFont) -> str:
    """Its licence and the address of that; for a font that says none, what is known of it."""
    said = font["name"].getDebugName
    words = " ".join(filter(None, (said(LICENCE), said(LICENCE_URL))))
    return words or list(rights_of(font, said(FAMILY) or ""))[-1]


def names_in(pdf: bytes) -> set[str]:
    """Noto-Serif-CJK-SC-Bold and the like: as Pango calls a font, without the sign of a subset."""
    document = open_pdf(pdf)
    found: set[str] = set()
    try:
        for page in document:
            drawn = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=FORMS)
            found |= {base_name(raw.FPDFTextObj_GetFont(each.raw)) for each in drawn}
            page.close()
    finally:
        document.close()
    return {SUBSET.sub("", name) for name in found if name}


def font_files() -> dict[str, tuple[Path, int]]:
    """The fonts of this machine by such names: file, and number within it."""
    command = ["fc-list", "--format", "%{family}\t%{weight}\t%{slant}\t%{index}\t%{file}\n"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError) as fault:
        raise_want(fault)
        return {}
    lines = [line.split("\t") for line in sorted(done.stdout.splitlines(), reverse=True)]
    return {
        "-".join(f"{family} {WEIGHTS.get(weight, '')} {SLANTS.get(slant, '')}".split()): (Path(file), number_of(index))
        for families, weight, slant, index, file in lines
        for family in families.split(",")
    }


def number_of(index: str) -> int:
    return int(index) % (1 << INSTANCE)
