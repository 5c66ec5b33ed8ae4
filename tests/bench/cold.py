"""Measure whole processes that begin with nothing: all makers in turns, on the book and on a far longer one."""

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from statistics import median

from tests.bench.makers import Case, Maker, makers
from tests.bench.timing import Cost, Failed, run

Costs = dict[Maker, list[Cost]]
KINDS = ("wall", "cpu", "memory")


def costs(case: Case, rounds: int, without: Collection[str] = ()) -> Costs:
    """What each maker took in each round; nothing for one that is not installed, or failed, which is told at once."""
    found: Costs = {maker: [] for maker in makers(case) if maker.name not in without}
    able = [maker for maker in found if maker.command]
    for _ in range(rounds):
        for maker in tuple(able):
            try:
                found[maker].append(run(maker.command, case.room))
            except Failed as failure:
                print(failure, file=sys.stderr)
                able.remove(maker)
                found[maker].clear()
    return found


def middle(taken: Iterable[Cost], kind: str) -> float:
    return median(getattr(cost, kind) for cost in taken)


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost], kind: str) -> float:
    """How many times theirs ours is, round by round."""
    return median(getattr(a, kind) / getattr(b, kind) for a, b in zip(ours, theirs, strict=True))


def cold_table(found: Costs) -> Iterator[str]:
    """A line for each maker, and how many times its processor time kanben's three editions take."""
    ours = next(iter(found.values()))
    yield "| | makes | wall, s | CPU, s | memory, MB | kanben takes (CPU) | (wall) |"
    yield "|---|---|---|---|---|---|---|"
    for maker, taken in found.items():
        if not taken:
            why = "failed" if maker.command else "not installed"
            yield f"| {maker.name} | {maker.makes} | {why} | | | | |"
            continue
        wall, cpu, memory = (middle(taken, kind) for kind in KINDS)
        times = (f"{ratio(ours, taken, kind):.2f} ×" for kind in ("cpu", "wall"))
        yield f"| {maker.name} | {maker.makes} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {' | '.join(times)} |"


def growth_table(short: Costs, long: Costs, times: int) -> Iterator[str]:
    """What becomes of time and memory in a book of so many times the length."""
    yield f"| {times} times the book | wall, s | CPU, s | memory, MB | CPU grows | memory grows |"
    yield "|---|---|---|---|---|---|"
    known = {(maker.name, maker.makes): taken for maker, taken in short.items()}
    for maker, taken in long.items():
        if taken and (before := known[maker.name, maker.makes]):
            wall, cpu, memory = (middle(taken, kind) for kind in KINDS)
            grows = [middle(taken, kind) / middle(before, kind) for kind in ("cpu", "memory")]
            name = f"{maker.name}, {maker.makes}"
            yield f"| {name} | {wall:.1f} | {cpu:.1f} | {memory:.0f} | {grows[0]:.1f} × | {grows[1]:.1f} × |"
