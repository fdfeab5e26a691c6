"""What can be read of a document although some of its values are wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from rounds.domain.event import Event, Participant, Settings, WalkIn
from rounds.store.errors.finding import KeyPath

Readable = TypeVar("Readable", Settings, Participant, WalkIn)


class ReadableParts(NamedTuple):
    """The settings (None if they cannot be read), and people with their places in the document."""

    settings: Settings | None
    people: Sequence[tuple[KeyPath, Participant]]
    walk_ins: Sequence[WalkIn] = ()

    @property
    def keys(self) -> set[str]:
        """The names and ids by which the record and other people may refer to somebody."""
        return {person.key for _, person in self.people} | {
            walk_in.key for walk_in in self.walk_ins
        }


def parts_of(event: Event, walk_ins: Sequence[WalkIn]) -> ReadableParts:
    """Return the parts of an event in which every value is right."""
    people = [(("participants", n), person) for n, person in enumerate(event.participants)]
    return ReadableParts(event.settings, people, (*event.walk_ins, *walk_ins))


def readable_parts(doc: Mapping[str, Any]) -> ReadableParts:
    """Return whatever is right in a document that has wrong values."""
    people: list[tuple[KeyPath, Participant]] = []
    for number, fields in enumerate(_listed(doc.get("participants"))):
        person = _without_wrong_fields(Participant, fields, {"name": f"?{number}"})
        if person is not None:
            people.append((("participants", number), person))
    walk_ins = [
        walk_in
        for fields in _listed(doc.get("walk_ins"))
        if (walk_in := _without_wrong_fields(WalkIn, fields, {})) is not None
    ]
    settings = _without_wrong_fields(Settings, doc.get("event"), {"title": "?"})
    return ReadableParts(settings, people or _somebody(), walk_ins)


def _without_wrong_fields(
    kind: type[Readable], fields: Any, defaults: dict[str, Any]
) -> Readable | None:
    """Return a value of the fields that are right; None where these are too few."""
    if not isinstance(fields, Mapping):
        return None
    try:
        return kind.checked(fields)
    except ValidationError as fault:
        errors = fault.errors(include_url=False, include_context=False, include_input=False)
        wrong = {error["loc"][0] for error in errors if error["loc"]}
    right = {name: value for name, value in fields.items() if name not in wrong}
    try:
        return kind.checked({**defaults, **right})
    except ValidationError:
        return None


def _somebody() -> list[tuple[KeyPath, Participant]]:
    """Return what stands for people that cannot be read: none is to be reported missing as well."""
    return [(("participants", number), Participant(name=f"?{number}")) for number in range(2)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
