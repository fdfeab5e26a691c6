"""What is impossible with a plan, told to the host once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from rounds.domain.planner.result import Plan
from rounds.domain.sentence import Sentence, sentence
from rounds.domain.views import host_view
from rounds.session.state import State


class Limits:
    """Tells the host what is impossible (too few rounds or tables), and why."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._told: list[Sentence] = []

    def tell(self, plan: Plan) -> None:
        """Tell what is impossible with a plan, instead of what was with the one before."""
        short = limits(plan) if plan.rounds else None
        said = [*host_view.discreet(plan.warnings), *([short] if short else [])]
        for old in self._told:
            if old in self._state.news and old not in said:
                self._state.news.remove(old)
        self._told = said
        self.tell_once(said)

    def tell_once(self, said: Iterable[Sentence]) -> None:
        """Tell what has not been told."""
        news = self._state.news
        news.extend(message for message in said if message not in news)


def limits(plan: Plan) -> Sentence | None:
    """Return why not all rounds are possible, in words that the room may read."""
    if plan.infeasible is None:
        return None
    said = host_view.discreet(plan.infeasible.why[:2])
    return reduce(lambda one, more: sentence("{one} {more}", one=one, more=more), said)
