"""Proofread a galley: every rule, in the order of the text."""

from kanben.proof.text.galley import Galley
from kanben.proof.text.order import RULES
from kanben.trouble import Trouble, in_order


def proofread(galley: Galley) -> tuple[Trouble, ...]:
    return in_order(fault for rule in RULES for fault in rule(galley))
