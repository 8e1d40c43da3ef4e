"""A function mapped over items gives the same whatever the number of processes, and leaves none behind."""

from __future__ import annotations

import math
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.working import Lost, cores, mapped
from communique.working.batches import MOST_ENDED, mapped_by_workers
from communique.working.start import start_method
from support import worked_items
from support.worked_items import in_a_fork, results

pytestmark = pytest.mark.usefixtures("forks")
forks_only = pytest.mark.skipif(sys.platform != "linux", reason="only there are processes forked")


@pytest.mark.parametrize(("jobs", "batch"), [(1, 16), (2, 1), (2, 7), (2, 1000), (3, 4)])
def test_results_are_in_the_order_of_the_items(jobs: int, batch: int) -> None:
    found = in_a_fork(results, worked_items.square, range(100), jobs, batch)
    assert found == ([number * number for number in range(100)], False)


def test_there_may_be_no_items() -> None:
    assert list(mapped(worked_items.square, [], 2, patience=0.0)) == []


@forks_only
def test_two_workers_work_at_the_same_time() -> None:
    assert in_a_fork(worked_items.meeting) == [1, 1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_is_handed_to_the_caller_for_its_item(jobs: int) -> None:
    found, _ = in_a_fork(results, worked_items.refuse_sevens, range(1, 20), jobs, 4)
    lost = [each for each in found if isinstance(each, Lost)]
    assert [each.item for each in lost] == [7, 14]
    assert lost[0].reason.startswith("ValueError at worked_items.py:") and lost[0].reason.endswith(": 7 is a seven")
    assert [each for each in found if each not in lost] == [n for n in range(1, 20) if n % 7]


def test_a_result_that_cannot_be_sent_loses_its_item_only() -> None:
    found, _ = in_a_fork(results, worked_items.unsendable, range(6), 2, 4)
    assert [each.item for each in found if isinstance(each, Lost)] == [3]
    assert "its result cannot be sent" in found[3].reason and found[4:] == [4, 5]


@pytest.mark.parametrize(
    ("function", "how"),
    [
        (worked_items.end_at_five, "ended with exit code 3"),
        (worked_items.be_killed_at_five, "was ended by SIGKILL"),
    ],
)
@pytest.mark.parametrize("batch", [1, 4, 100])
def test_a_worker_that_ends_loses_the_item_that_it_worked_on(
    function: Callable[[int], int], how: str, batch: int
) -> None:
    expected = [Lost(5, f"its worker process {how}") if number == 5 else number for number in range(40)]
    assert in_a_fork(results, function, range(40), 2, batch) == (expected, False)


def test_a_worker_that_is_ended_once_loses_nothing(tmp_path: Path) -> None:
    names = [str(tmp_path / name) for name in "abc"]
    assert in_a_fork(results, worked_items.end_once, names, 2, 1) == (names, False)


def test_workers_that_always_end_are_not_started_for_ever(tmp_path: Path) -> None:
    log = tmp_path / "log"
    found, is_left = in_a_fork(results, worked_items.end_always, [str(log)] * 200, 2, 4)
    assert all(isinstance(each, Lost) for each in found) and len(found) == 200 and not is_left
    assert MOST_ENDED <= log.stat().st_size <= MOST_ENDED + 2
    assert found[-1].reason == f"not done, because {MOST_ENDED} worker processes ended unexpectedly"


@pytest.mark.parametrize(("jobs", "batch"), [(2, 1), (2, 8), (3, 5)])
def test_few_items_are_taken_ahead(jobs: int, batch: int) -> None:
    assert in_a_fork(worked_items.most_taken, jobs, batch) <= (4 * jobs + 1) * batch


def test_no_process_is_left_when_the_results_are_left() -> None:
    assert in_a_fork(worked_items.left_early) == (True, False)
    assert in_a_fork(worked_items.interrupted) == (KeyboardInterrupt, False)


def test_a_daemonic_process_does_the_work_itself() -> None:
    found, is_left = in_a_fork(results, worked_items.process_id, range(3), 2, 1, daemon=True)
    assert len(set(found)) == 1 and not is_left


def test_spawned_processes_give_the_same() -> None:
    found = mapped_by_workers(worked_items.refuse_sevens, iter(range(20)), 2, 4, "spawn")
    expected = list(mapped(worked_items.refuse_sevens, range(20), 1))
    assert list(found) == expected and isinstance(expected[7], Lost)


@forks_only
def test_processes_are_forked_only_where_there_are_no_threads() -> None:
    assert in_a_fork(start_method) == "fork"
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        assert start_method() == "spawn"
    finally:
        release.set()
        thread.join()


@pytest.mark.parametrize(("jobs", "patience"), [(1, 0.0), (2, math.inf)])
def test_little_work_loads_nothing_for_processes(jobs: int, patience: float) -> None:
    code = (
        "import sys; from communique.working import mapped; "
        f"assert len(list(mapped(str, range(1000), {jobs}, patience=float('{patience}')))) == 1000; "
        "assert 'multiprocessing' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).stderr == b""


@pytest.mark.parametrize(
    ("limit", "most"), [("100000 100000\n", 1), ("50000 100000\n", 1), ("max 100000\n", None), ("nonsense\n", None)]
)
def test_a_container_may_limit_the_cores(limit: str, most: Any, tmp_path: Path) -> None:
    path = tmp_path / "cpu.max"
    path.write_text(limit)
    assert cores(path) == (most or cores(tmp_path / "none"))
    assert cores() >= 1
