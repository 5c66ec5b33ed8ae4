"""Say what kanben needs of a machine, what is there, and what to type for the rest."""

from kanben.doctor.examine import Answer, examine
from kanben.doctor.look import look
from kanben.doctor.machine import Machine, System
from kanben.doctor.needs import NEEDS, Need

__all__ = ["NEEDS", "Answer", "Machine", "Need", "System", "examine", "look"]
