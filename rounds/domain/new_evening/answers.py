"""What a host has said so far about a new evening; all of it can still be changed."""

from __future__ import annotations

from typing import Any

from rounds.domain.language import Language
from rounds.domain.values import Value

COLUMNS = (
    *("name", "kana", "company", "industry", "purpose", "offers", "seeks", "pitch", "contact"),
    *("remark", "side", "avoid", "wishes", "table", "from_round", "until_round", "staff"),
    "id",
)
"""The fields of a person that can be corrected in the table, in its order."""

LISTS = ("avoid", "wishes")
"""The fields that hold names of other people."""

NUMBERS = ("from_round", "until_round")


class Row(Value):
    """One line of the list of people: its values by field, and whether this person comes.

    `remark` says why the person was left out, or what is doubtful.
    """

    values: dict[str, Any]
    left_out: bool = False
    remark: str = ""

    @property
    def name(self) -> str:
        """The name, empty where there is none."""
        return str(self.values.get("name", ""))

    @property
    def comes(self) -> bool:
        """Whether this person comes."""
        return not self.left_out and bool(self.name)

    def cell(self, field: str) -> str:
        """Return a value as the table shows it."""
        value = self.values.get(field, "")
        if isinstance(value, bool):
            return "x" if value else ""
        return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


class Answers(Value):
    """Everything that was typed or chosen, as it was typed; empty is what was not said yet.

    `source` is the name of the list that was read, `remarks` what is doubtful about it as a whole.
    `rounds` is None as long as the number that fits best is meant. `break_after` is 0 for no
    break, None for the middle of a long evening. `introductions` are the seconds for each person.
    """

    title: str = ""
    day: str = ""
    place: str = ""
    starts: str = ""
    ends: str = ""
    language: Language = "en"
    file: str = ""
    source: str = ""
    people: tuple[Row, ...] = ()
    remarks: tuple[str, ...] = ()
    rounds: int | None = None
    round_minutes: int = 8
    break_after: int | None = None
    break_minutes: int = 10
    introductions: int = 0

    @property
    def coming(self) -> tuple[Row, ...]:
        """The rows of everybody who comes."""
        return tuple(row for row in self.people if row.comes)


def participants(answers: Answers) -> int:
    """Return how many people take part; staff do not count."""
    return sum(1 for row in answers.coming if not row.values.get("staff"))


def corrected(answers: Answers, index: int, field: str, text: str) -> Answers:
    """Return the answers with one cell of the table corrected; an empty text removes the value.

    Whoever is renamed keeps the new name in the lists of the others.
    """
    row = answers.people[index]
    values = {name: value for name, value in row.values.items() if name != field}
    value = _value(field, text)
    if value not in ("", []):
        values[field] = value
        values = {name: values[name] for name in _in_order(values)}
    people = list(answers.people)
    people[index] = row.with_(values=values)
    if field == "name" and row.name and value and "id" not in values:
        people = [_naming(each, row.name, str(value)) for each in people]
    return answers.with_(people=tuple(people))


def toggled(answers: Answers, index: int) -> Answers:
    """Return the answers with one person left out, or taken back."""
    people = list(answers.people)
    people[index] = people[index].with_(left_out=not people[index].left_out)
    return answers.with_(people=tuple(people))


def written_people(answers: Answers) -> list[dict[str, Any]]:
    """Return everybody who comes as the event file writes them.

    Namesakes get ids, and nobody is named in a list who does not come.
    """
    coming = [dict(row.values) for row in answers.coming]
    taken: set[str] = set()
    for person in coming:
        key = str(person.get("id") or person["name"])
        if key in taken:
            own = _free_id(person, taken)
            person["id"] = key = own
        taken.add(key)
    away = {str(row.values.get("id") or row.name) for row in answers.people} - taken
    for person in coming:
        for field in LISTS:
            if field in person:
                gone = away | {person["name"], person.get("id")}
                person[field] = [key for key in person[field] if key not in gone]
                if not person[field]:
                    del person[field]
    return [{name: person[name] for name in _in_order(person)} for person in coming]


def _free_id(person: dict[str, Any], taken: set[str]) -> str:
    name, company = person["name"], person.get("company")
    tries = [f"{name} ({company})"] if company else []
    tries += [f"{name} ({number})" for number in range(2, len(taken) + 3)]
    return next(each for each in tries if each not in taken)


def _value(field: str, text: str) -> Any:
    text = text.strip()
    if field in LISTS:
        parts = text.replace("、", ",").replace("，", ",").split(",")
        return [part.strip() for part in parts if part.strip()]
    if field == "staff":
        return bool(text) or ""
    if (field in NUMBERS or field == "table") and text.isdecimal() and int(text) > 0:
        return int(text)
    return text


def _naming(row: Row, before: str, now: str) -> Row:
    changed = {
        field: [now if key == before else key for key in row.values[field]]
        for field in LISTS
        if before in row.values.get(field, ())
    }
    return row.with_(values={**row.values, **changed}) if changed else row


def _in_order(values: dict[str, Any]) -> list[str]:
    order = {name: place for place, name in enumerate(("name", "id", *COLUMNS[1:-1]))}
    return sorted(values, key=lambda name: order.get(name, len(order)))
