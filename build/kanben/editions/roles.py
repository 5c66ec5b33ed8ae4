"""What a creator did: the role of title.yaml, its MARC relator code, and the word on a Chinese title page."""

from collections.abc import Callable
from typing import NamedTuple

from kanben.script.made import in_script


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


def roles_in(language: str) -> Callable[[str], Role]:
    """`role_of` with its words in the script of a language."""

    def find(name: str) -> Role:
        role = role_of(name)
        return role._replace(word=in_script(role.word, language))

    return find


def role_of(name: str) -> Role:
    """Give a role by its name in title.yaml; an unknown one is a plain contribution."""
    return ROLES.get(name, UNKNOWN)
