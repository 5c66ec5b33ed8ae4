"""The layout process: it answers in order, and its death or its sloth is told, not suffered."""

import os
import resource
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from kanben.press.title import finished_book
from kanben.press.worker import COVER, LAYING_OUT, PRINT, SERVING, Worker, worker
from kanben.progress import Progress
from kanben.trouble import Stop
from tests.real_titles import ROOT
from tests.sample_book import sample_book
from tests.titles import write_title


def codes(stop: pytest.ExceptionInfo[Stop]) -> list[str]:
    return [fault.code for fault in stop.value.troubles]


def test_a_call_gives_what_the_function_yields() -> None:
    with worker() as layout:
        cover = next(layout.call(COVER, "draw_cover", "<p>封面</p>", {}))
        assert cover.startswith(b"\xff\xd8\xff")


def test_no_file_of_the_folder_that_kanben_runs_in_is_taken_for_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_title(tmp_path, **{"pickle.py": "raise SystemExit(1)", "kanben/__init__.py": ""}))
    with worker() as layout:
        assert list(layout.call("itertools", "repeat", "甲", 1)) == ["甲"]


def test_an_unfinished_call_does_not_get_among_the_answers_of_the_next() -> None:
    with worker() as layout:
        layout.call("itertools", "repeat", "甲", 3)
        assert list(layout.call("itertools", "repeat", "乙", 2)) == ["乙", "乙"]


def test_what_a_function_raises_is_a_fault_of_our_own() -> None:
    with worker() as layout, pytest.raises(RuntimeError, match="ZeroDivisionError"):
        list(layout.call("operator", "floordiv", 1, 0))


def test_a_killed_worker_is_told_and_replaced() -> None:
    with worker() as layout:
        answers = layout.call("itertools", "count")
        next(answers)
        os.kill(layout.process.pid, signal.SIGKILL)
        with pytest.raises(Stop) as stop:
            list(answers)
        assert codes(stop) == ["layout-died"]
        assert list(layout.call("itertools", "repeat", "甲", 1)) == ["甲"]


def test_ctrl_c_is_left_to_the_asking_process() -> None:
    with worker() as layout:
        answers = layout.call("itertools", "repeat", "甲", 2)
        assert next(answers) == "甲"
        os.kill(layout.process.pid, signal.SIGINT)
        assert list(answers) == ["甲"]
        assert list(layout.call("itertools", "repeat", "乙", 1)) == ["乙"]


def test_two_threads_may_end_a_worker_at_once() -> None:
    for _ in range(8):
        helper, both = Worker(), Barrier(8)

        def end(helper: Worker = helper, both: Barrier = both) -> None:
            both.wait()
            helper.end()

        with ThreadPoolExecutor(8) as threads:
            for ended in [threads.submit(end) for _ in range(8)]:
                ended.result()


def test_whatever_ends_a_worker_its_memory_is_left_in_no_file() -> None:
    """It would hold the title, and lie where kanben was called."""
    limits = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (limits[1], limits[1]))
    try:
        with worker() as layout:
            soft, _ = layout.call("resource", "getrlimit", resource.RLIMIT_CORE)
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, limits)
    assert soft == 0


def test_a_worker_that_does_not_answer_is_ended_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanben.press.worker.PATIENCE", 1)
    layout = Worker(seconds=0.5)
    try:
        with pytest.raises(Stop) as stop:
            list(layout.call("time", "sleep", 60))
        assert codes(stop) == ["layout-timeout"]
    finally:
        layout.end()


def test_it_is_its_work_that_is_bounded_not_the_time_that_a_busy_machine_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr("kanben.press.worker.PATIENCE", 1000)
    reader = Worker(seconds=0.5, errand=replace(LAYING_OUT, room="time"))
    try:
        assert list(reader.call("tests.press.slow_reader", "pages", 1, tell=lambda page: None)) == [1]
        with pytest.raises(Stop) as stop:
            list(reader.call("builtins", "map", max, [range(10**15)]))
        assert codes(stop) == ["layout-timeout"]
    finally:
        reader.end()


def test_who_waits_for_an_answer_hears_what_is_told_before_it(tmp_path: Path) -> None:
    book = finished_book(write_title(tmp_path), lambda fault: None)
    told: list[Progress] = []
    with worker() as layout:
        answers = layout.call(PRINT, "print_edition", book, None, "", tell=told.append)
        while not layout.ready(60, told.append):
            assert told
        assert [progress.stage for progress in told] == ["layout"] * len(told)
        assert next(answers).page_map.count == told[-1].done
        layout.process.kill()
        while not layout.ready(60):
            pass
        with pytest.raises(Stop) as stop:
            list(answers)
    assert codes(stop) == ["layout-died"]


def test_each_page_that_was_read_gives_time_for_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr("kanben.press.worker.PATIENCE", 1)
    reader = Worker(errand=replace(LAYING_OUT, room="time", pace=60))
    told: list[int] = []
    try:
        list(reader.call("tests.press.slow_reader", "pages", 0, tell=told.append))  # it starts as slowly as it may
        reader.seconds = 3
        assert list(reader.call("tests.press.slow_reader", "pages", 4, tell=told.append)) == [4]
    finally:
        reader.end()
    assert told == [0, 1, 2, 3]


def test_what_a_listener_raises_is_not_taken_for_the_death_of_the_worker(tmp_path: Path) -> None:
    def closed(progress: Progress) -> None:
        raise BrokenPipeError

    book = finished_book(write_title(tmp_path), lambda _: None)
    with worker() as layout, pytest.raises(BrokenPipeError):
        list(layout.call(PRINT, "print_edition", book, None, "", tell=closed))


def test_what_a_library_prints_does_not_spoil_an_answer() -> None:
    with worker() as layout:
        assert list(layout.call("builtins", "map", print, ["甲", "乙"])) == [None, None]


def test_the_worker_forgets_the_parts_that_no_message_has_any_more() -> None:
    parts_of = "__import__('kanben.press.serve').press.serve.Parts"
    with worker() as layout:
        for n in range(4):
            parts = tuple(replace(part, id=f"{part.id}{n}") for part in sample_book().parts)
            list(layout.call("builtins", "map", id, parts))
        held = f"len({parts_of}.now) + len({parts_of}.before)"
        assert list(layout.call("builtins", "map", eval, (held,))) == [len(sample_book().parts)]


def test_the_asking_process_never_loads_weasyprint() -> None:
    check = "import sys, kanben.cli.build, kanben.press.title; sys.exit('weasyprint' in sys.modules)"
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "build")}
    assert subprocess.run([sys.executable, "-c", check], env=surroundings, check=False).returncode == 0


def test_a_layout_that_wants_more_memory_than_it_may_have_is_told_and_the_next_one_is_laid_out() -> None:
    layout = Worker(memory=400_000_000)
    try:
        with pytest.raises(Stop) as stop:
            list(layout.call("operator", "mul", b"0", 1_000_000_000))
        assert codes(stop) == ["layout-memory"]
        assert "than the 0.4 GB of memory" in str(stop.value)
        assert list(layout.call("itertools", "repeat", "甲", 1)) == ["甲"]
    finally:
        layout.end()


HEEDLESS = "import kanben.press.memory; kanben.press.memory.HEEDED = False; "
"""As on a system that gives whatever is asked for."""


def peak() -> int:
    """The most bytes that this process had: on Linux the peak of who starts a process counts as its own."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def test_where_the_system_heeds_no_limit_a_layout_looks_to_its_memory_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanben.press.worker.SERVING", HEEDLESS + SERVING)
    layout = Worker(memory=peak() + 300_000_000)
    try:
        with pytest.raises(Stop) as stop:
            wish = f"[b'0' * {peak() + 500_000_000}, __import__('time').sleep(60)]"
            list(layout.call("builtins", "map", eval, (wish,)))
        assert codes(stop) == ["layout-memory"]
        assert list(layout.call("itertools", "repeat", "甲", 1)) == ["甲"]
    finally:
        layout.end()


def test_where_the_system_heeds_no_limit_a_command_that_wants_too_much_ends_with_a_word(tmp_path: Path) -> None:
    greedy = f"""{HEEDLESS}
import sys, time, kanben.cli
cli = sys.modules["kanben.cli.main"]
cli.most_memory = lambda: {peak() + 300_000_000}
class Greedy:
    def main(self, prog_name):
        held = b"0" * {peak() + 400_000_000}
        time.sleep(60)
cli.spoken = lambda _: Greedy()
cli.main()
"""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "build"), "LC_ALL": "C.UTF-8"}
    ran = subprocess.run([sys.executable, "-c", greedy], cwd=tmp_path, env=surroundings, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (
        1,
        "kanben: the machine's memory is used up [out-of-memory]\n"
        "    mend: close other programs, or make pictures smaller\n",
    )


ENDED = """
import os, signal
from threading import Timer
from kanben.cli.ending import Ended, ending_in_order
from kanben.press.worker import worker
begin = Timer.start
def start(timer):
    begin(timer)
    os.kill(os.getpid(), signal.SIGTERM)
Timer.start = start
try:
    with worker() as layout, ending_in_order():
        next(layout.call("itertools", "count"))
except Ended:
    print("ended")
"""


def test_a_run_that_is_asked_to_end_as_it_begins_to_wait_waits_for_nothing() -> None:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "build")}
    ran = subprocess.run([sys.executable, "-c", ENDED], env=surroundings, capture_output=True, timeout=120, check=True)
    assert ran.stdout == b"ended\n"


ASKER = """
import sys
from kanben.press.worker import Worker
layout = Worker()
layout.call("time", "sleep", 600)
print(layout.process.pid, flush=True)
sys.stdin.read()
"""


def test_a_worker_ends_with_a_killed_asker_whatever_it_is_doing() -> None:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "build"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", ASKER]
    with subprocess.Popen(command, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asker:
        assert asker.stdout
        pid = int(asker.stdout.readline())
        asker.kill()
    for _ in range(1000):
        if not Path(f"/proc/{pid}").exists() or "Z" in Path(f"/proc/{pid}/stat").read_text("utf-8").split():
            return
        time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)
    pytest.fail("it goes on alone")
