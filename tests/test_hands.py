"""Hands give what they make in its order, and are gone when nobody wants them any more."""

import os
import subprocess
import sys
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from kanben.hands import hire


def count(words: str, pipe: Connection) -> None:
    for word in words:
        pipe.send(word)
    while True:
        pipe.send(pipe.recv() * 2)


def fall(pipe: Connection) -> None:
    pipe.send("one")
    raise ValueError("a fault of its own")


def test_hands_give_what_they_make_and_what_they_are_asked_for() -> None:
    hands = hire(partial(count, words) for words in ("ab", "cd"))
    try:
        for hand in hands:
            hand.send(21)

        assert [[hand.next() for _ in range(3)] for hand in hands] == [["a", "b", 42], ["c", "d", 42]]
    finally:
        for hand in hands:
            hand.dismiss()


def test_a_hand_that_fails_falls_silent(capfd: pytest.CaptureFixture[str]) -> None:
    (hand,) = hire([fall])

    assert [hand.next(), hand.next(), hand.next()] == ["one", None, None]
    hand.send("more")  # nobody hears it
    hand.dismiss()
    assert capfd.readouterr() == ("", "")


def test_a_hand_that_nobody_can_listen_to_counts_as_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Thread, "start", refused)
    (hand,) = hire([partial(count, "ab")])
    assert hand.next() is None
    hand.dismiss()


def test_where_the_system_gives_no_more_hands_there_are_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    forks = [os.fork]

    def fork() -> int:
        if not forks:
            raise BlockingIOError("no more processes")
        return forks.pop()()

    monkeypatch.setattr(os, "fork", fork)
    hands = hire(partial(count, words) for words in ("a", "b", "c"))
    try:
        assert [hand.next() for hand in hands] == ["a"]
    finally:
        for hand in hands:
            hand.dismiss()


MORE = """
import resource
from kanben.hands import hire
resource.setrlimit(resource.RLIMIT_DATA, (900 << 20, resource.RLIM_INFINITY))
hand, = hire([lambda pipe: (pipe.send("begun"), bytearray(300 << 20), pipe.send("had"))])
print(hand.next(), hand.next(), len(bytearray(300 << 20)))
"""


def test_a_hand_has_less_memory_than_who_hired_it() -> None:
    ran = subprocess.run([sys.executable, "-c", MORE], capture_output=True, text=True, check=False)

    assert (ran.stdout, ran.stderr) == (f"begun None {300 << 20}\n", "")


def test_a_dismissed_hand_is_gone_whatever_it_was_doing() -> None:
    (hand,) = hire([lambda pipe: sleep(60)])
    hand.dismiss()

    with pytest.raises(ChildProcessError):
        os.waitpid(hand.pid, 0)


ORPHAN = """
import os, time
from kanben.hands import hire
hand, = hire([lambda pipe: time.sleep(60)])
print(hand.pid, flush=True)
os._exit(1)
"""


def test_a_hand_ends_with_the_process_that_hired_it() -> None:
    pid = subprocess.run([sys.executable, "-c", ORPHAN], capture_output=True, text=True, check=False).stdout.strip()

    for _ in range(500):
        status = Path(f"/proc/{pid}/status")
        if not status.exists() or "(zombie)" in status.read_text():
            return
        sleep(0.01)
    pytest.fail("it lives on")
