"""Bound the processor time that a process takes for an answer: the system ends it with SIGXCPU, however busy it is."""

import resource
import time
from math import ceil


class Work:
    """What a process may still do: `seconds` for each answer, `pace` more for each step of it that it tells."""

    def __init__(self, seconds: float, pace: float) -> None:
        self.seconds, self.pace, self.until = seconds, pace, 0.0

    def begin(self) -> None:
        """Another answer is asked for."""
        self.bound(time.process_time() + self.seconds)

    def go_on(self) -> None:
        self.bound(self.until + self.pace)

    def bound(self, until: float) -> None:
        """Whole seconds, which the system counts in; no more than who started kanben allows."""
        self.until = until
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = ceil(until)
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
