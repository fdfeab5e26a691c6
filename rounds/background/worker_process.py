"""The worker as the program sees it: a child process with a pipe to it and one from it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from rounds.background.requests import Answer, Request

START = (
    "import sys; sys.path.append(sys.argv[1]); from rounds.background.worker import main; main()"
)
"""A fresh interpreter, not a fork: this one has threads. It finds the package where ours is."""


class WorkerProcess:
    """A worker that has been started; raises OSError where no process can be."""

    def __init__(self) -> None:
        root = str(Path(__file__).parents[2])
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", START, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # away from the terminal and its signals
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def listen(self, heard: Callable[[Answer], None], ended: Callable[[], None]) -> None:
        """Call `heard` with each answer and `ended` after the last one, in a thread."""
        Thread(target=self._listen, args=(heard, ended), name="worker", daemon=True).start()

    def send(self, request: Request) -> None:
        """Send a request; raises OSError if the worker has ended."""
        assert self._process.stdin is not None
        pickle.dump(request, self._process.stdin)
        self._process.stdin.flush()

    def kill(self) -> None:
        """End the worker; `ended` will be called."""
        self._process.kill()

    def _listen(self, heard: Callable[[Answer], None], ended: Callable[[], None]) -> None:
        assert self._process.stdout is not None
        try:
            while True:
                heard(pickle.load(self._process.stdout))
        except Exception:
            # It has ended, in the middle of an answer or not, or another version of Rounds was
            # installed under it and answers what we cannot read. No such worker is of use.
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:
                pass  # what was still to be sent goes with the worker
        ended()
