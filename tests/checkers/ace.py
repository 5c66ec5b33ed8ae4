"""DAISY Ace, as `kanben check` asks it."""

from kanben.proof.outside.ace import ace

__all__ = ["ace"]
