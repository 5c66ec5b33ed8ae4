"""Tell in one way of what goes beyond a limit: how much there is, and the most that is taken."""

from kanben.limits import Limit
from kanben.place import Place
from kanben.trouble import Trouble, trouble


def too_much(limit: Limit, count: int, place: Place, **facts: str) -> Trouble:
    """The trouble of a limit, with what else its words say."""
    return trouble(limit.code, place, count=count, most=limit.most, **facts)
