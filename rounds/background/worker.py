"""The worker: a process that plans what it is told to, and answers with each better plan.

A newer request takes the place of the one it works on. It ends as soon as its input does, which
is when the program ends, however that happens. It has a session of its own (see
`worker_process`), so no key of the terminal reaches it, and it writes nothing but answers.
"""

from __future__ import annotations

import _thread
import os
import pickle
import signal
import sys
from threading import Condition, Lock, Thread
from types import FrameType
from typing import BinaryIO

from rounds.background.requests import Answer, Request
from rounds.domain.planner.plan import plans


class Superseded(BaseException):
    """A newer request has come; nothing between the search and the worker may catch this."""


class Worker:
    """Works on the newest request in the main thread; another thread listens for newer ones."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        self._requests = requests
        self._answers = answers
        self._writing = Lock()
        self._arrived = Condition()
        self._newest: Request | None = None
        self._searching = False

    def work(self) -> None:
        """Answer requests until the input ends, and the process with it."""
        signal.signal(signal.SIGINT, self._interrupt)
        Thread(target=self._listen, daemon=True).start()
        answered: Request | None = None
        while True:
            request = self._newer_than(answered)
            if self._search(request):
                answered = request

    def _listen(self) -> None:
        try:
            while True:
                request: Request = pickle.load(self._requests)
                self._answer(Answer(request.number))
                with self._arrived:
                    self._newest = request
                    self._arrived.notify()
                _thread.interrupt_main()
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)  # the main thread may be deep in a search

    def _newer_than(self, answered: Request | None) -> Request:
        with self._arrived:
            self._arrived.wait_for(lambda: self._newest is not answered)
            assert self._newest is not None
            return self._newest

    def _search(self, request: Request) -> bool:
        """Answer with plans, each better than the one before; return whether all were found."""
        try:
            self._searching = True
            for plan in plans(request.event, settled=request.settled):
                self._searching = False
                self._answer(Answer(request.number, plan))
                if self._newest is not request:
                    return False
                self._searching = True
            self._searching = False
        except Superseded:
            return False
        return True

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        """Leave a search, never an answer that is half written."""
        if self._searching:
            self._searching = False
            raise Superseded

    def _answer(self, answer: Answer) -> None:
        with self._writing:
            pickle.dump(answer, self._answers)
            self._answers.flush()


def main() -> None:
    """Work on what comes from the standard input; answers go to the standard output."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a stray `print` is no answer
    Worker(sys.stdin.buffer, answers).work()
