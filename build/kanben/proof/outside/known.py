"""What a checker is known to say without cause: it is counted and passed over, with the reason."""

import re
from dataclasses import dataclass

from kanben.proof.outside.remark import Remark


@dataclass(frozen=True, slots=True)
class Known:
    """Remarks of one code whose spot or words fit; `reason` is a row of REASONS in the messages."""

    checker: str
    code: str
    fits: re.Pattern[str]
    reason: str


KNOWN = (
    Known("page-validation", "METADATA-FILTER", re.compile("^PDF_A_[23]"), "metadata-filter"),
    Known(
        "Nu",
        "warning",
        re.compile("^Resource violates Content Security Policy .*“(?!\\w+:|//)[^”]*” blocked"),
        "self-on-disk",
    ),
    Known("outloud", "PAG-001", re.compile(r"^(?:[①-⑳㉑-㉟㊱-㊿]|\[\d+\])\s"), "notes-are-no-footers"),
)


def reason(checker: str, remark: Remark) -> str:
    """Why a remark is passed over; nothing where it is not."""
    fitting = (known for known in KNOWN if (known.checker, known.code) == (checker, remark.code))
    return next((known.reason for known in fitting if known.fits.search(remark.spot or remark.what)), "")
