"""A question that is answered by pressing the same key again."""

from __future__ import annotations

from collections.abc import Callable

from rounds.ui.pace import ANSWER


class SecondPress:
    """Remembers what was asked last; `now` gives the time in seconds.

    There is one open question at a time: asking another one replaces it.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._asked: object = None
        self._asked_at = float("-inf")

    @property
    def asked(self) -> object:
        """What was asked last and has not been answered; None where nothing was."""
        return self._asked

    def confirms(self, what: object, *, within: float = ANSWER, at_least: float = 0.0) -> bool:
        """Return whether this press repeats the one before; if not, it becomes the question.

        It repeats it if `what` is the same and `at_least` to `within` seconds have passed. A
        press that comes sooner was not meant as an answer, and the question is asked again.
        """
        now = self._now()
        if self._asked == what and at_least <= now - self._asked_at <= within:
            self.forget()
            return True
        self._asked, self._asked_at = what, now
        return False

    def forget(self) -> None:
        """Take the question back: the next press asks it again."""
        self._asked, self._asked_at = None, float("-inf")
