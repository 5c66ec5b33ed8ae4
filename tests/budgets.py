"""How many examples a property test tries: few and always the same in `make test`, many new ones in `make soak`."""

import os

from hypothesis import HealthCheck, settings

SOAK = bool(os.environ.get("KANBEN_SOAK"))
TIMES = 30
"""With what atheris is given, so that all of `make soak` takes an hour on two cores that have nothing else to do."""


def examples(count: int) -> settings:
    """The settings of a property test; `count` examples, thirty times as many when it soaks."""
    return settings(
        max_examples=count * TIMES if SOAK else count,
        derandomize=not SOAK,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
