"""The undo log: what each action did to the event, entry by entry.

Only the entries that an action wrote are restored. Changes that came in other ways since then
(the host's own edits of the file, a language, the bell) stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from rounds.domain.evening import clock
from rounds.domain.evening.clock import Run
from rounds.domain.event import Event
from rounds.domain.identity import Identity, identified, identity
from rounds.domain.language import Language
from rounds.domain.sentence import Sentence

ROUNDS = ("rounds", "plan")
"""The fields that hold the rounds; the steps of the evening move them."""

MOST_UNDONE = 200
"""The greatest number of actions that can be taken back."""


class Undo(NamedTuple):
    """One action: the fields that it changed, before and after, and the clock before a step.

    `left` are the seconds that the clock had left, `planned_for` the inputs of the plan then.
    `message` is the earlier message to the room, and `language` the earlier language, if the
    action changed that; `seconds` is the time that it gave to the phase.
    """

    label: Sentence
    before: dict[str, tuple[Any, ...]]
    after: dict[str, tuple[Any, ...]]
    run: Run | None = None
    left: float | None = None
    planned_for: tuple[object, ...] | None = None
    message: str | None = None
    language: Language | None = None
    seconds: float = 0.0

    @property
    def numbers(self) -> set[object]:
        """The numbers of the rounds that it changed."""
        return {
            number
            for name in ROUNDS
            if name in self.before
            for _kind, number, *_twin in _touched(name, self.before[name], self.after[name])
        }

    def taken_back(self, event: Event) -> Event:
        """Return a later event without the effect of this action."""
        return event.with_(
            **{
                name: _restored(name, getattr(event, name), before, self.after[name])
                for name, before in self.before.items()
            }
        )

    def clock_before(self, run: Run, now: float) -> Run:
        """Return the clock before this action, with the time that was left then.

        If the clock has been paused since in the same phase, it stays paused.
        """
        if self.run is None:
            return run
        before = self.run
        if self.left is not None and before.ends_at is not None:
            before = before._replace(ends_at=now + self.left)
        same = (run.phase, run.round) == (before.phase, before.round)
        if run.paused and same and clock.remaining(before, now) > 0:
            before = clock.pause(before, now)
        return before


class UndoLog:
    """The last actions of the host, the newest at the end."""

    def __init__(self) -> None:
        self._entries: list[Undo] = []

    def push(self, entry: Undo) -> None:
        """Add an action; the oldest is forgotten once there are too many."""
        self._entries.append(entry)
        del self._entries[:-MOST_UNDONE]

    @property
    def latest(self) -> Undo | None:
        """The last action."""
        return self._entries[-1] if self._entries else None

    @property
    def step(self) -> Undo | None:
        """The last action that was a step of the evening."""
        return self._entries[self._step_at] if self._step_at >= 0 else None

    @property
    def last_action(self) -> Sentence | None:
        """The name of the last action."""
        return self.latest.label if self.latest else None

    @property
    def last_step(self) -> Sentence | None:
        """The name of the last step of the evening."""
        return self.step.label if self.step else None

    @property
    def moves_clock(self) -> bool:
        """Whether the last action was a step of the evening."""
        return self.latest is not None and self.latest.run is not None

    @property
    def _step_at(self) -> int:
        """The position of the last step among the actions, -1 without one."""
        steps = (at for at, entry in enumerate(self._entries) if entry.run is not None)
        return max(steps, default=-1)

    def take_latest(self) -> list[tuple[Undo, bool]]:
        """Remove the last action; see `take_step` for what is returned."""
        return [(self._entries.pop(), True)] if self._entries else []

    def take_step(self) -> list[tuple[Undo, bool]]:
        """Remove the last step of the evening and later actions on the rounds that it moved.

        Return the actions, the last one first, each with whether nothing was done after it.
        """
        if self._step_at < 0:
            return []
        indices = with_dependents(self._entries, self._step_at)
        return [(self._entries.pop(index), index == len(self._entries)) for index in indices]


def changes(event: Event, changed: Event) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields in which two events differ, before and after."""
    names = [
        name for name in Event.model_fields if getattr(event, name) is not getattr(changed, name)
    ]
    return (
        {name: getattr(event, name) for name in names},
        {name: getattr(changed, name) for name in names},
    )


def with_dependents(actions: Sequence[Undo], index: int) -> list[int]:
    """Return the positions of an action and of later ones on the same rounds, the last one first.

    A wish to keep two people apart stays: any seats follow it. Time given to a phase goes with
    the step to it.
    """
    numbers = actions[index].numbers
    dependents = [index]
    for later in range(index + 1, len(actions)):
        action = actions[later]
        if action.seconds or ("kept_apart" not in action.before and numbers & action.numbers):
            numbers |= actions[later].numbers
            dependents.append(later)
    return dependents[::-1]


def _restored(
    name: str, now: tuple[Any, ...], before: tuple[Any, ...], after: tuple[Any, ...]
) -> tuple[Any, ...]:
    if now is after:
        return before
    touched = _touched(name, before, after)
    if name == "plan" and after and identity(name, after[-1]) in touched:
        # It planned to the end, so rounds that were planned after those since then go with them.
        last = after[-1].number
        touched |= {identity(name, round_) for round_ in now if round_.number > last}
    kept = [entry for key, entry in identified(name, now).items() if key not in touched]
    back = [entry for key, entry in identified(name, before).items() if key in touched]
    if name in ROUNDS:
        return tuple(sorted((*kept, *back), key=lambda round_: int(round_.number)))
    return (*kept, *back)


def _touched(name: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> set[Identity]:
    was, became = identified(name, before), identified(name, after)
    return {key for key in {*was, *became} if was.get(key) != became.get(key)}
