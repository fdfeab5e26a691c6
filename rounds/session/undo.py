"""What can be taken back: what an action did to the event, entry by entry.

Only the entries that an action wrote are put back as they were. What came in by other ways
since (the host's own typing in the file, a language, the bell) stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rounds.domain.clock import Run
from rounds.domain.event import Attendance, Correction, Event, Round
from rounds.domain.sentence import Sentence

ROUNDS = ("rounds", "plan")
"""The fields that hold the rounds; the steps of the evening move them."""


@dataclass(frozen=True)
class Undo:
    """One action: the fields it changed before and after, the clock if it moved that.

    `message` is what the room read before, where the action said something else to it.
    """

    label: Sentence
    before: dict[str, tuple[Any, ...]]
    after: dict[str, tuple[Any, ...]]
    run: Run | None = None
    left: float | None = None
    planned_for: tuple[object, ...] | None = None
    message: str | None = None

    @property
    def numbers(self) -> set[object]:
        """The rounds it changed, by number."""
        return {
            number
            for name in ROUNDS
            if name in self.before
            for number in _touched(self.before[name], self.after[name])
        }

    def taken_back(self, event: Event) -> Event:
        """Return a later event without what this action did."""
        return event.with_(
            **{
                name: _restored(name, getattr(event, name), before, self.after[name])
                for name, before in self.before.items()
            }
        )


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
    """Return an action and those that changed the same rounds after it, the last one first.

    A wish to keep two apart stays: the seats follow it, whatever they are.
    """
    numbers = actions[index].numbers
    found = [index]
    for later in range(index + 1, len(actions)):
        if "kept_apart" not in actions[later].before and numbers & actions[later].numbers:
            numbers |= actions[later].numbers
            found.append(later)
    return found[::-1]


def _restored(
    name: str, now: tuple[Any, ...], before: tuple[Any, ...], after: tuple[Any, ...]
) -> tuple[Any, ...]:
    if now is after:
        return before
    touched = _touched(before, after)
    if name == "plan" and after and after[-1].number in touched:
        # It planned to the end: rounds planned behind that since stand on what goes now.
        touched |= {each.number for each in now if each.number > after[-1].number}
    kept = [entry for entry in now if _place(entry) not in touched]
    back = [entry for entry in before if _place(entry) in touched]
    if name in ROUNDS:
        return tuple(sorted((*kept, *back), key=lambda each: int(each.number)))
    return (*kept, *back)


def _touched(before: tuple[Any, ...], after: tuple[Any, ...]) -> set[object]:
    was = {_place(entry): entry for entry in before}
    became = {_place(entry): entry for entry in after}
    return {place for place in {*was, *became} if was.get(place) != became.get(place)}


def _place(entry: object) -> object:
    """Return what an entry shares with the one that takes its place; most only come and go."""
    match entry:
        case Attendance() | Correction():
            return entry.person
        case Round():
            return entry.number
    return id(entry)
