"""Set ruby on its base's baseline.

inline.inline_block_baseline   an inline block stands on its last line, which is the reading; ruby stands on its first
"""

from typing import Any

from weasyprint.layout import inline
from weasyprint.layout.table import find_in_flow_baseline

from kanben.editions.print.composer.guard import Replacement

_inline_block_baseline = inline.inline_block_baseline


def inline_block_baseline(box: Any) -> float:
    """Give the y position of an inline block's baseline."""
    if box.element_tag == "ruby" and (baseline := find_in_flow_baseline(box)) is not None:
        return float(baseline)
    return float(_inline_block_baseline(box))


REPLACEMENTS = (Replacement(inline, "inline_block_baseline", inline_block_baseline, _inline_block_baseline),)
RELIED_ON = (_inline_block_baseline, find_in_flow_baseline)
