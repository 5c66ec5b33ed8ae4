"""House styles: what each leaves out or sets otherwise; how it looks is said by its templates in themes/."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """`leaves`: it has covers, a title leaf and contents. `runs_on`: parts follow one another on a page."""

    leaves: bool = True
    runs_on: bool = False


HOUSES = {"book": House(), "report": House(), "gongwen": House(leaves=False, runs_on=True)}
