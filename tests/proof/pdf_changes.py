"""Change where the links of a finished PDF lead, and leave all else as it was."""

from ctypes import POINTER, byref, c_int, c_ushort, cast, create_string_buffer
from io import BytesIO
from typing import Any

import pypdfium2
from pypdfium2 import raw


def relinked(pdf: bytes, old: str, new: str) -> bytes:
    """Let all links to a name, or to an address, lead to another."""
    with pypdfium2.PdfDocument(pdf) as document:
        changed = sum(relink(document, page, old, new) for page in document)
        assert changed, f"nothing leads to {old}"
        room = BytesIO()
        document.save(room)
    return room.getvalue()


def relink(document: Any, page: Any, old: str, new: str) -> int:
    position, link, changed = c_int(), raw.FPDF_LINK(), 0
    while raw.FPDFLink_Enumerate(page, byref(position), byref(link)):
        annotation = raw.FPDFLink_GetAnnot(page, link)
        if name_in(annotation) == old:
            raw.FPDFAnnot_SetStringValue(
                annotation, b"Dest", wide(create_string_buffer(f"{new}\0".encode("utf-16-le")))
            )
            changed += 1
        elif address_in(document, link) == old:
            raw.FPDFAnnot_SetURI(annotation, new.encode())
            changed += 1
        raw.FPDFPage_CloseAnnot(annotation)
    return changed


def name_in(annotation: Any) -> str:
    buffer = create_string_buffer(400)
    length = raw.FPDFAnnot_GetStringValue(annotation, b"Dest", wide(buffer), len(buffer))
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le")


def address_in(document: Any, link: Any) -> str:
    buffer = create_string_buffer(400)
    action = raw.FPDFLink_GetAction(link)
    raw.FPDFAction_GetURIPath(document, action, buffer, len(buffer))
    return buffer.value.decode()


def wide(buffer: Any) -> Any:
    return cast(buffer, POINTER(c_ushort))
