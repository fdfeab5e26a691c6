"""A question that is answered by pressing the same key again."""

from __future__ import annotations

from collections.abc import Callable

from rounds.ui.questions.key_timing import ANSWER_WITHIN


class SecondPress:
    """Remembers the question that is open; `now` gives the time in seconds.

    There is one open question at a time: asking another one replaces it.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._asked: object = None
        self._asked_at = float("-inf")

    @property
    def asked(self) -> object:
        """The question that has not been answered yet, None if there is none."""
        return self._asked

    def confirms(
        self, what: object, *, within: float = ANSWER_WITHIN, at_least: float = 0.0
    ) -> bool:
        """Return whether this press answers the open question; if not, it opens one.

        It answers it if `what` is the same and `at_least` to `within` seconds have passed. A
        press that comes sooner was not meant as an answer: the question is asked again.
        """
        now = self._now()
        if self._asked == what and at_least <= now - self._asked_at <= within:
            self.forget()
            return True
        self._asked, self._asked_at = what, now
        return False

    def forget(self) -> None:
        """Close the question without an answer: the next press asks it again."""
        self._asked, self._asked_at = None, float("-inf")
