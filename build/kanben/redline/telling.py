"""Tell machines what was changed, part by part."""

from kanben.redline.front import Marked


def told(marked: Marked) -> dict[str, object]:
    return {
        "changes": marked.count,
        "facts": [{"fact": each.label, "old": each.old, "new": each.new} for each in marked.facts],
        "parts": [
            {
                "part": each.part.id,
                "fate": each.fate,
                "added": each.amounts.added,
                "deleted": each.amounts.deleted,
                "moved": each.amounts.moved,
                "changes": [{"sign": one.sign, "id": one.target, "words": one.words} for one in each.listed],
            }
            for each in marked.changed
        ],
    }
