"""Whatever becomes of the worker, the plan that is wanted now arrives, and never another one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rounds.background import background_planner
from rounds.background.background_planner import BackgroundPlanner
from rounds.background.worker_process import WorkerProcess
from rounds.domain.event import Event
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.result import Plan
from tests.domain.planner.tight_room import tight_room
from tests.evenings import an_event

SOON = 20.0
"""Seconds after which a test gives up waiting."""

Start = Callable[[], WorkerProcess]


class Started:
    """Starts workers and remembers them."""

    def __init__(self) -> None:
        self.workers: list[WorkerProcess] = []

    def __call__(self) -> WorkerProcess:
        worker = WorkerProcess()
        self.workers.append(worker)
        return worker


@pytest.fixture
def started() -> Started:
    return Started()


@pytest.fixture
def planner(started: Started) -> Iterator[BackgroundPlanner]:
    planner = BackgroundPlanner(started)
    yield planner
    planner.close()
    for worker in started.workers:
        until(lambda worker=worker: has_ended(worker.pid))  # type: ignore[misc]


def until(said: Callable[[], Any]) -> None:
    """Wait until something is true."""
    end = time.monotonic() + SOON
    while not said():
        assert time.monotonic() < end
        time.sleep(0.005)


def has_ended(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def final_plan(planner: BackgroundPlanner) -> Plan:
    found: list[Plan | None] = [None]

    def is_final() -> bool:
        found[0] = planner.best()
        return found[0] is not None and found[0].final

    until(is_final)
    assert found[0] is not None
    return found[0]


def a_long_search() -> Event:
    """Return an evening whose first plan is found at once, and the last one after a while."""
    return tight_room(0, largest=15)


def no_process() -> WorkerProcess:
    raise PermissionError("no process can be started here")


def test_the_worker_finds_the_plan_that_the_program_would_have_found(
    planner: BackgroundPlanner,
) -> None:
    event = an_event(9, rounds=4)

    planner.want(event, settled=True)

    assert final_plan(planner) == make_plan(event)


def test_a_plan_is_there_before_the_search_is_over(planner: BackgroundPlanner) -> None:
    event = a_long_search()

    planner.want(event, settled=True)
    planner.wait(SOON)

    first = planner.best()
    assert first is not None
    assert first == make_plan(event, level=first.level)
    assert not first.final


def test_a_thousand_changes_in_a_second_end_with_the_plan_of_the_last_one(
    planner: BackgroundPlanner,
) -> None:
    events = [an_event(20 + turn % 7, rounds=4, seed=turn) for turn in range(1000)]
    planner.want(a_long_search(), settled=True)

    for event in events:
        planner.want(event, settled=True)
        assert planner.best() is None

    assert final_plan(planner) == make_plan(events[-1])


def test_a_worker_that_is_killed_while_it_searches_loses_nothing(
    planner: BackgroundPlanner, started: Started
) -> None:
    event = a_long_search()
    planner.want(event, settled=True)
    planner.wait(SOON)
    first = planner.best()

    os.kill(started.workers[0].pid, signal.SIGKILL)

    assert planner.best() == first
    assert final_plan(planner) == make_plan(event)
    assert len(started.workers) == 2


def test_a_worker_that_was_killed_while_it_had_nothing_to_do_is_replaced(
    planner: BackgroundPlanner, started: Started
) -> None:
    planner.want(an_event(6), settled=True)
    final_plan(planner)
    os.kill(started.workers[0].pid, signal.SIGKILL)
    until(lambda: has_ended(started.workers[0].pid))

    planner.want(an_event(8), settled=True)

    assert final_plan(planner) == make_plan(an_event(8))


def test_a_worker_that_is_stopped_is_replaced(
    planner: BackgroundPlanner, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    planner.want(an_event(6), settled=True)
    final_plan(planner)
    monkeypatch.setattr(background_planner, "SILENCE", 0.05)
    os.kill(started.workers[0].pid, signal.SIGSTOP)

    planner.want(an_event(200), settled=True)
    until(lambda: planner.best() is not None or has_ended(started.workers[0].pid))
    monkeypatch.setattr(background_planner, "SILENCE", SOON)

    assert final_plan(planner) == make_plan(an_event(200))


def test_where_no_process_can_be_a_thread_of_the_program_plans() -> None:
    planner = BackgroundPlanner(no_process)

    planner.want(a_long_search(), settled=True)
    planner.want(an_event(9), settled=True)

    assert final_plan(planner) == make_plan(an_event(9))
    planner.close()


def test_workers_that_end_again_and_again_make_room_for_a_thread() -> None:
    class Dying(WorkerProcess):
        def __init__(self) -> None:
            super().__init__()
            self.kill()

    planner = BackgroundPlanner(Dying)

    planner.want(an_event(9), settled=True)

    assert final_plan(planner) == make_plan(an_event(9))
    planner.close()


def test_a_fault_of_the_planner_comes_to_light_where_the_program_can_end_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def faulty(event: Event, *, settled: bool) -> Iterator[Plan]:
        raise ZeroDivisionError
        yield

    monkeypatch.setattr("rounds.domain.planner.plan.plans", faulty)
    planner = BackgroundPlanner(no_process)
    planner.want(an_event(6), settled=True)
    planner.wait(SOON)

    with pytest.raises(ZeroDivisionError):
        planner.best()
    planner.close()


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="asks Linux")
def test_the_worker_is_out_of_reach_of_the_terminal(
    planner: BackgroundPlanner, started: Started
) -> None:
    planner.want(an_event(6), settled=True)
    final_plan(planner)
    pid = started.workers[0].pid

    assert os.getsid(pid) == os.getpgid(pid) == pid
    for stream in (0, 1, 2):
        assert not os.readlink(f"/proc/{pid}/fd/{stream}").startswith(("/dev/pts", "/dev/tty"))


def test_the_worker_loads_nothing_of_the_screens_and_of_the_disk() -> None:
    heavy = ("textual", "rich", "rounds.ui", "rounds.session", "rounds.store", "rounds.i18n")
    program = (
        "import sys\n"
        "import rounds.background.worker\n"
        f"print('loaded:', sorted({set(heavy)!r} & set(sys.modules)))\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "loaded: []" in done.stdout


def test_the_worker_ends_with_a_program_that_is_killed_in_the_middle_of_a_search() -> None:
    program = (
        "import signal, time, os\n"
        "from rounds.background.background_planner import BackgroundPlanner\n"
        "from rounds.background.worker_process import WorkerProcess\n"
        "from tests.domain.planner.tight_room import tight_room\n"
        "workers = []\n"
        "def start():\n"
        "    workers.append(WorkerProcess())\n"
        "    return workers[0]\n"
        "planner = BackgroundPlanner(start)\n"
        "planner.want(tight_room(0, largest=15), settled=True)\n"
        "planner.wait(20)\n"
        "print(workers[0].pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=False
    )

    assert done.returncode == -signal.SIGKILL
    until(lambda: has_ended(int(done.stdout)))
