"""A reader that is slow with each page; a worker imports it by its name."""

from collections.abc import Callable, Iterator
from time import sleep


def pages(count: int, tell: Callable[[int], None]) -> Iterator[int]:
    for number in range(count):
        sleep(1)
        tell(number)
    yield count
