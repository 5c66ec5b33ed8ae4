"""Read the fields of a reference as Chinese reports word it: 作者，《题名》，报刊，2023年第3期."""

import re

PATTERN = re.compile(
    r"(?P<authors>[^《》，,]+?)[，,：:\s]+《(?P<title>.+?)》[，,\s]+《?(?P<container>[^《》，,\d]+?)》?[，,\s]+"
    r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?(?:第?\s*(?P<issue>\d{1,3})期)?[。.]?"
)
BOOK = re.compile(r"(?:出版社|书局|书店|印书馆)$")
KINDS = (
    (re.compile(r"(?:日|晚|早|周|时|快|晨)报$|报$"), "article-newspaper"),
    (re.compile(r"网$|网站$|客户端$|公众号$"), "webpage"),
    (BOOK, "book"),
)
LIMIT = 400
"""No reference is longer; a longer line is no reference."""
Work = dict[str, object]


def kind_of(container: str, issue: str | None) -> str:
    """The CSL type that a container's name suggests."""
    if issue:
        return "article-journal"
    return next((kind for pattern, kind in KINDS if pattern.search(container)), "article-magazine")


def fields_of(verbatim: str) -> Work:
    """The fields as CSL names them, or none where the wording fits no known order."""
    match = PATTERN.fullmatch(verbatim) if len(verbatim) <= LIMIT else None
    if not match:
        return {}
    container, kind = match["container"], kind_of(match["container"], match["issue"])
    date = [int(part) for part in match.group("year", "month", "day") if part]
    return {
        "type": kind,
        "title": match["title"],
        "author": [{"literal": name} for name in re.split(r"[、；;]", match["authors"])],
        ("publisher" if kind == "book" else "container-title"): container,
        "issued": {"date-parts": [date]},
        **({"issue": match["issue"]} if match["issue"] else {}),
    }
