"""Say for which press a PDF was made, and give its metadata the title's own identity instead of a chance one."""

import io
import re
from typing import Any

import pydyf
from PIL import ImageCms

CHANCE = re.compile(rb"xmp\.did:[0-9a-f-]{36}")


def state_intent(pdf: Any, profile: bytes) -> None:
    """Embed the profile as the output intent of PDF/X (ISO 15930-7, 6.2.2)."""
    stream = pydyf.Stream([profile], {"N": 4}, compress=True)
    pdf.add_object(stream)
    name = pydyf.String(describe(profile))
    facts = {"Type": "/OutputIntent", "S": "/GTS_PDFX", "OutputConditionIdentifier": pydyf.String("Custom")}
    facts |= {"OutputCondition": name, "Info": name, "DestOutputProfile": stream.reference}
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(facts)])


def name_document(pdf: Any, uuid: str) -> None:
    """Let the XMP's DocumentID be the title's uuid: the same in every build."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and thing.extra.get("Type") == "/Metadata":
            thing.stream[:] = [CHANCE.sub(f"xmp.did:{uuid}".encode(), part) for part in thing.stream]


def describe(profile: bytes) -> str:
    """The profile's name, as it says itself."""
    return str(ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile)))).strip()
