"""The worker: a process that plans what it is told to, and answers with each better plan.

A newer request takes the place of the one it works on. It ends as soon as its input does, which
is when the program ends, however that happens. It has a session of its own (see
`worker_process`), so no key of the terminal reaches it, and it writes nothing but answers.
"""

from __future__ import annotations

import _thread
import gc
import os
import pickle
import signal
import sys
import time
from threading import Condition, Lock, Thread
from types import FrameType
from typing import BinaryIO

from rounds.background.requests import Answer, Request
from rounds.domain.planner.plan import plans

SIGN_OF_LIFE = 1.0
"""Seconds between two signs of life while a request is worked on."""


class Superseded(BaseException):
    """A newer request has come; nothing between the search and the worker may catch this."""


class Worker:
    """Works on the newest request in the main thread, while one thread listens for newer ones
    and another one gives signs of life.
    """

    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        self._requests = requests
        self._answers = answers
        self._writing = Lock()
        self._arrived = Condition()
        self._newest: Request | None = None
        self._answered: Request | None = None
        self._searching = False

    def work(self) -> None:
        """Answer requests until the input ends, and the process with it."""
        signal.signal(signal.SIGINT, self._interrupt)
        Thread(target=self._listen, daemon=True).start()
        Thread(target=self._live, daemon=True).start()
        while True:
            request = self._to_answer()
            if self._search(request):
                self._answered = request

    def _listen(self) -> None:
        try:
            while True:
                request: Request = pickle.load(self._requests)
                with self._arrived:
                    self._newest = request
                    self._arrived.notify_all()
                _thread.interrupt_main()
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)  # the main thread may be deep in a search

    def _live(self) -> None:
        """Show that this process is neither stopped nor stuck, as long as there is work."""
        while True:
            self._answer(Answer(self._to_answer().number))
            time.sleep(SIGN_OF_LIFE)

    def _to_answer(self) -> Request:
        """Return the newest request; wait until there is one that was not answered."""
        with self._arrived:
            self._arrived.wait_for(lambda: self._newest is not self._answered)
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


def rarely_collect() -> None:
    """Look for garbage less often: a search makes millions of short-lived lists, and no circles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def main() -> None:
    """Work on what comes from the standard input; answers go to the standard output."""
    rarely_collect()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a stray `print` is no answer
    Worker(sys.stdin.buffer, answers).work()
