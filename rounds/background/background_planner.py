"""Plans while the evening goes on: nobody who asks for a plan waits for a search.

A worker process plans for the event that is wanted now. If it is killed or hangs, another one
takes over; where no process can be, a thread of the program plans. Either way the same plans are
found in the same order, and those for another event than the one wanted now are dropped.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from threading import Condition, Thread

from rounds.background.requests import Answer, Request
from rounds.background.worker_process import WorkerProcess
from rounds.domain.event import Event
from rounds.domain.planner.result import Plan

SILENCE = 8.0
"""Seconds after which a worker that has work and gives no sign of life is replaced."""

TRIES = 3
"""How many workers may end without a final plan before the program plans in a thread."""

TURN = 0.001
"""Seconds after which a thread that plans lets the screen have its turn."""


class BackgroundPlanner:
    """Hands out the best plan so far of the event wanted last.

    `start` starts a worker; nothing is started before a plan is wanted.
    """

    def __init__(self, start: Callable[[], WorkerProcess] = WorkerProcess) -> None:
        self._start = start
        self._changed = Condition()
        self._wanted: Request | None = None
        self._served: Request | None = None
        self._best: Plan | None = None
        self._fault: Exception | None = None
        self._worker: WorkerProcess | None = None
        self._sign_at: float | None = None
        self._failures = 0
        self._closed = False
        self._found: Callable[[], None] = lambda: None
        self._thread: Thread | None = None

    # -- for the session -------------------------------------------------------------------

    def listen(self, found: Callable[[], None]) -> None:
        """Call `found` (from a thread of its own) whenever a better plan is there."""
        self._found = found

    def want(self, event: Event, *, settled: bool) -> None:
        """Plan for this event from now on, and for none before it."""
        with self._changed:
            number = self._wanted.number + 1 if self._wanted is not None else 1
            # What guests wrote is nothing that a plan depends on, so it stays in this process.
            request = Request(number, event.with_(notes=()), settled)
            self._wanted, self._best = request, None
            self._changed.notify_all()
        if self._thread is None:
            self._thread = Thread(target=self._serve, name="planner", daemon=True)
            self._thread.start()

    def best(self) -> Plan | None:
        """Return the best plan so far of the event wanted last, None if there is none yet."""
        with self._changed:
            if self._fault is not None:
                raise self._fault
            self._replace_if_silent()
            return self._best

    def wait(self, seconds: float) -> None:
        """Wait for a first plan of the event wanted last, but no longer than `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: self._best or self._fault or self._closed, seconds)

    @property
    def worker(self) -> WorkerProcess | None:
        """The worker, None if there is none."""
        return self._worker

    def close(self) -> None:
        """End the worker."""
        with self._changed:
            self._closed = True
            worker = self._worker
            self._changed.notify_all()
        if worker is not None:
            worker.kill()

    # -- in threads of its own -------------------------------------------------------------

    def _serve(self) -> None:
        while (request := self._next()) is not None:
            if not self._sent(request):
                self._plan_here(request)

    def _next(self) -> Request | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._wanted is not self._served)
            self._served = self._wanted
            return None if self._closed else self._served

    def _sent(self, request: Request) -> bool:
        """Return whether there is a worker to which the request was sent."""
        if self._failures >= TRIES:
            return False
        worker = self._worker
        if worker is None:
            try:
                worker = self._start()
            except OSError:
                self._failures = TRIES
                return False
            with self._changed:
                self._worker = worker
            worker.listen(self._heard, lambda: self._ended(worker))
        with self._changed:
            self._sign_at = time.monotonic()
            if self._closed:
                worker.kill()
        try:
            worker.send(request)
        except (OSError, ValueError):  # it has ended: `_ended` sees to the rest
            worker.kill()
        return True

    def _heard(self, answer: Answer) -> None:
        with self._changed:
            if self._sign_at is not None:
                self._sign_at = time.monotonic()
        if answer.plan is not None:
            self._take(answer.number, answer.plan)

    def _take(self, number: int, plan: Plan) -> bool:
        """Keep a plan if it is wanted and better; return whether more of them are wanted."""
        with self._changed:
            if self._closed or self._wanted is None or number != self._wanted.number:
                return False
            # A worker that took over finds the plans again that the one before it found.
            if self._best is not None and plan.level <= self._best.level and not plan.final:
                return True
            self._best = plan
            if plan.final:
                self._failures, self._sign_at = 0, None
            self._changed.notify_all()
        self._found()
        return True

    def _ended(self, worker: WorkerProcess) -> None:
        """Let another worker take over what this one has not finished."""
        with self._changed:
            if worker is not self._worker:
                return
            self._worker, self._sign_at = None, None
            self._failures += 1
            if self._best is None or not self._best.final:
                self._served = None
            self._changed.notify_all()

    def _replace_if_silent(self) -> None:
        """End a worker that has not been heard of for too long; another one will take over."""
        if self._sign_at is None or time.monotonic() - self._sign_at < SILENCE:
            return
        self._sign_at = None
        if self._worker is not None:
            self._worker.kill()

    def _plan_here(self, request: Request) -> None:
        """Plan in this thread, in short turns with that of the screen."""
        from rounds.domain.planner.plan import plans

        sys.setswitchinterval(TURN)
        try:
            for plan in plans(request.event, settled=request.settled):
                if not self._take(request.number, plan):
                    return
        except Exception as fault:  # raised again where the program can end in order
            with self._changed:
                self._fault = fault
                self._changed.notify_all()
