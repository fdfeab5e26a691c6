"""Wrong values in an event file: the errors that pydantic finds, in plain words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rounds.domain.event import RECORD, FollowUp, Participant, Settings
from rounds.domain.sentence import Sentence, sentence
from rounds.store.errors.finding import HINTED, LOOKED_AT, Finding, KeyPath, did_you_mean
from rounds.store.errors.other_words import meant_by

_TABLE = sentence("must be a table")
_TEXT = sentence('must be text in quotes: "..."')

_TYPE_ERRORS = {
    "bool_parsing": sentence("must be true or false"),
    "bool_type": sentence("must be true or false"),
    "date_type": sentence("must be a date, for example 2026-05-14"),
    "datetime_type": sentence("must be a time with its offset, for example +09:00"),
    "dict_type": _TABLE,
    "finite_number": sentence("must be a number"),
    "float_type": sentence("must be a number"),
    "int_type": sentence("must be a whole number"),
    "model_type": _TABLE,
    "string_type": _TEXT,
    "string_unicode": _TEXT,
    "tuple_type": sentence('must be a list: ["...", "..."]'),
}
"""The messages for data of a wrong type, by pydantic's name for the error."""

_VALUE_ERRORS = {
    "extra_forbidden": sentence("not a setting"),
    "greater_than_equal": sentence("must be {ge} or more"),
    "less_than_equal": sentence("must be {le} or less"),
    "literal_error": sentence("must be one of {words}"),
    "missing": sentence("missing"),
    "string_too_long": sentence("is too long: at most {max_length} characters"),
    "string_too_short": sentence("must not be empty"),
}
"""The messages for values out of range; pydantic's context of the error fills the places."""

UNFORESEEN = sentence("cannot be used")
"""The message for an error that is in none of the tables."""

_TIME = sentence('must be a time in quotes, for example "18:30"')

_OF_FIELDS: dict[KeyPath, Sentence] = {
    ("event", "starts_at"): _TIME,
    ("event", "ends_at"): _TIME,
    ("event", "break_after"): sentence("must be a list of rounds, for example [3]"),
    **{
        ("event", "follow_up", stage): sentence(
            'must be a next step and a day, for example "mail in 1 day"'
        )
        for stage in FollowUp.model_fields
    },
    ("gains",): sentence("must be two texts: what each of the two may gain"),
    ("participants",): sentence("must be a list of people"),
    ("people",): sentence("must be two people"),
    ("pairings", 0, "people"): sentence("must be two people, or three"),
    ("reason",): sentence(
        'must be "price", "deadline", "fit", or "other" with a word: "other: ..."'
    ),
    ("sides",): sentence('must be two names, for example ["mentor", "mentee"]'),
    ("table",): sentence("must be a number or a label"),
    ("tables",): sentence("must be a number, or a list of labels"),
    ("tables", 0): sentence("must be a number or a label"),
}
"""The messages for a wrong type, length or form of certain fields, by the end of their place.

A 0 stands for any entry of a list.
"""

_AFTER_MIDNIGHT = r"(2[4-9]):([0-5]\d)"
_FORM_ERRORS = {"string_pattern_mismatch", "too_long", "too_short"}

_HINTS: dict[tuple[KeyPath, str], Sentence] = {
    (("event",), "missing"): sentence("add a block [event] with a title"),
    (("event", "round_minutes"), "greater_than_equal"): sentence(
        "in less than 5 minutes nobody remembers anybody: plan fewer, longer rounds"
    ),
    (("event", "round_minutes"), "less_than_equal"): sentence(
        "after 10 minutes a talk loses its focus: plan more, shorter rounds"
    ),
    (("event", "introductions"), "greater_than_equal"): sentence("0 means no introductions"),
    (("participants",), "tuple_type"): sentence(
        "each person needs double brackets: [[participants]]"
    ),
}
"""The hints for errors at certain places."""


class _Placed(NamedTuple):
    """An error and its place in the document.

    `branches` are the branches of unions that were tried on the way: the start of pydantic's
    own place up to the union, and the name of the branch. `value` is what stands at the place.
    """

    error: ErrorDetails
    place: KeyPath
    branches: tuple[tuple[KeyPath, str | int], ...]
    value: Any = None

    @property
    def progress(self) -> tuple[int, bool]:
        """How well a branch fits: the deeper the better, and a wrong value before a wrong type."""
        return len(self.place), self.error["type"] not in _TYPE_ERRORS


def findings(wrong: ValidationError, doc: Mapping[str, Any]) -> list[Finding]:
    """Return what is wrong with the values of a document.

    Where a value may be of several types, the finding is about the type that fits best.
    """
    errors = wrong.errors(include_url=False, include_input=False)
    placed = [_placed(error, doc) for error in errors[: 2 * LOOKED_AT]]  # some are left out below
    nearest: dict[KeyPath, tuple[tuple[int, bool], str | int]] = {}
    for one in placed:
        for union, branch in one.branches:
            if union not in nearest or nearest[union][0] < one.progress:
                nearest[union] = one.progress, branch
    lists = {one.place[:-1] for one in placed}
    found: list[Finding] = []
    for one in placed:
        if any(nearest[union][1] != branch for union, branch in one.branches):
            continue
        if one.error["type"] == "too_short" and one.place in lists:
            continue  # only the entries that are right were counted
        finding = _finding(one, hints=len(found) < HINTED)
        if finding not in found[-1:]:  # two entries that are missing at one place
            found.append(finding)
    return found


def _placed(error: ErrorDetails, doc: Any) -> _Placed:
    """Return an error with its place in the document.

    Pydantic's place also names the branches of unions, and entries that are missing from a list:
    these parts lead nowhere in the document and are left out.
    """
    place: KeyPath = ()
    branches: list[tuple[KeyPath, str | int]] = []
    for number, part in enumerate(error["loc"]):
        if isinstance(doc, list | tuple) and isinstance(part, int):
            if part < len(doc):
                doc, place = doc[part], (*place, part)
        elif isinstance(doc, Mapping) and (part in doc or error["type"] == "missing"):
            doc, place = doc.get(part), (*place, part)
        else:
            branches.append((error["loc"][:number], part))
    return _Placed(error, place, tuple(branches), doc)


def _finding(placed: _Placed, *, hints: bool) -> Finding:
    kind, place = placed.error["type"], placed.place
    if kind == "extra_forbidden" and not hints:
        hint = None
    elif kind == "extra_forbidden":
        hint = meant_by(place) or did_you_mean(str(place[-1]), _names(place))
    else:
        hint = _HINTS.get((place, kind)) or _hint_by_value(kind, placed.value)
    return place, _said(placed), hint


def _hint_by_value(kind: str, value: Any) -> Sentence | None:
    """Return how to write a value that is right but for its form, None where that is unclear."""
    if kind == "tuple_type" and isinstance(value, int | str) and not isinstance(value, bool):
        written = value if isinstance(value, int) else json.dumps(value, ensure_ascii=False)
        return sentence("write it in brackets: {value}", value=f"[{written}]")
    if kind == "string_pattern_mismatch" and (late := re.fullmatch(_AFTER_MIDNIGHT, value)):
        hour, minutes = int(late[1]) - 24, late[2]
        if hour == 0 and minutes == "00":
            return sentence('write "23:59", or "00:00" for midnight')
        return sentence("write {time}: it is taken as the next day", time=f'"{hour:02}:{minutes}"')
    return None


def _said(placed: _Placed) -> Sentence:
    kind, place = placed.error["type"], placed.place
    short_of = kind == "missing" and place != placed.error["loc"]
    if kind in _TYPE_ERRORS or kind in _FORM_ERRORS or short_of:
        shape = tuple(0 if isinstance(part, int) else part for part in place)
        for start in range(len(shape)):
            if shape[start:] in _OF_FIELDS:
                return _OF_FIELDS[shape[start:]]
    if short_of:
        return _TYPE_ERRORS["tuple_type"]
    said = _TYPE_ERRORS.get(kind) or _VALUE_ERRORS.get(kind, UNFORESEEN)
    return replace(said, values=_values(placed.error.get("ctx", {})))


def _values(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return what pydantic knows of an error as a sentence shows it."""
    values = {
        name: f"{value:g}" if isinstance(value, float) else value for name, value in context.items()
    }
    if "expected" in context:  # 'one', 'two' or 'three'
        values["words"] = context["expected"].replace("'", '"').replace(" or ", ", ")
    return values


def _names(path: KeyPath) -> Iterable[str]:
    """Return the settings that exist where an unknown one was found."""
    match path:
        case ("event", _):
            return Settings.model_fields
        case ("event", "follow_up", _):
            return FollowUp.model_fields
        case ("participants", _, _):
            return Participant.model_fields
        case (_,):
            return ("event", "participants", *RECORD)
        case _:
            return ()
