"""What a creator did: the role of title.yaml, its MARC relator code, and the word on a Chinese title page."""

from typing import NamedTuple


class Role(NamedTuple):
    relator: str
    word: str
    leading: bool = True
    """Whether the work is this person's: a dc:creator, not a dc:contributor."""
    helping: bool = False
    """Whether the publisher's record names this person, and the title page does not."""


ROLES = {
    "author": Role("aut", "著"),
    "chief-editor": Role("edt", "主编"),
    "compiler": Role("com", "编写"),
    "editor": Role("edt", "编"),
    "translator": Role("trl", "译", leading=False),
    "illustrator": Role("ill", "绘", leading=False),
    "photographer": Role("pht", "摄", leading=False),
    "responsible-editor": Role("edt", "责任编辑", leading=False, helping=True),
    "reviewer": Role("rev", "审校", leading=False, helping=True),
    "proofreader": Role("pfr", "校对", leading=False, helping=True),
    "designer": Role("bkd", "设计", leading=False, helping=True),
}
UNKNOWN = Role("ctb", "", leading=False)


def role_of(name: str) -> Role:
    """Give a role by its name in title.yaml; an unknown one is a plain contribution."""
    return ROLES.get(name, UNKNOWN)
