"""Say troubles to a browser."""

from collections.abc import Iterable
from typing import Any

from kanben.messages import Language
from kanben.trouble import Trouble


def facts_of(troubles: Iterable[Trouble], language: Language) -> list[dict[str, Any]]:
    return [
        {
            "place": str(fault.place),
            "code": fault.code,
            "severity": fault.severity,
            "what": fault.what(language),
            "mend": fault.mend(language),
        }
        for fault in troubles
    ]
