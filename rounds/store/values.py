"""Wrong values in an event file, said in plain words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from rounds.domain.event import RECORD, Participant, Settings
from rounds.domain.sentence import Sentence, sentence
from rounds.store.diagnostics import visible
from rounds.store.where import Path

Finding = tuple[Path, Sentence, Sentence | None]
"""Where, what, and perhaps what to do."""

_BY_FIELD = {
    "tables": sentence("must be a number, or a list of labels"),
    "table": sentence("must be a number or a label"),
    "sides": sentence('must be two names, for example ["mentor", "mentee"]'),
    "starts_at": sentence('must be a time in quotes, for example "18:30"'),
    "ends_at": sentence('must be a time in quotes, for example "18:30"'),
    "date": sentence("must be a date, for example 2026-05-14"),
    "reply_by": sentence("must be a date, for example 2026-05-14"),
    "next_step_on": sentence("must be a date, for example 2026-05-14"),
}

_BY_TYPE = {
    "missing": sentence("missing"),
    "string_type": sentence('must be text in quotes: "..."'),
    "string_too_short": sentence("must not be empty"),
    "string_too_long": sentence("is too long: at most {max_length} characters"),
    "greater_than_equal": sentence("must be {ge} or more"),
    "less_than_equal": sentence("must be {le} or less"),
    "int_type": sentence("must be a whole number"),
    "int_parsing": sentence("must be a whole number"),
    "int_from_float": sentence("must be a whole number"),
    "float_type": sentence("must be a number"),
    "float_parsing": sentence("must be a number"),
    "bool_type": sentence("must be true or false"),
    "bool_parsing": sentence("must be true or false"),
    "tuple_type": sentence('must be a list: ["...", "..."]'),
    "dict_type": sentence("must be a table"),
    "model_type": sentence("must be a table"),
    "model_attributes_type": sentence("must be a table"),
    "timezone_aware": sentence("must be a time with its offset, for example +09:00"),
}

_WHY = {
    ("round_minutes", "greater_than_equal"): sentence(
        "in less than 5 minutes nobody remembers anybody: plan fewer, longer rounds"
    ),
    ("round_minutes", "less_than_equal"): sentence(
        "after 10 minutes a talk wanders off: plan more, shorter rounds"
    ),
}


def findings(fault: ValidationError, doc: Mapping[str, Any]) -> list[Finding]:
    """Return what is wrong with the values of a document, one finding for each place."""
    found: dict[Path, Finding] = {}
    for error in fault.errors(include_url=False, include_context=True):
        path = _real(error["loc"], doc, error["type"])
        found.setdefault(path, _finding(path, error, doc))
    return list(found.values())


def _finding(path: Path, error: Any, doc: Mapping[str, Any]) -> Finding:
    kind = error["type"]
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    if kind == "extra_forbidden":
        return path, sentence("not a setting"), did_you_mean(field, _names(path))
    if kind == "missing" and not _there(path, doc):
        hint = sentence("add a block [event] with a title") if path == ("event",) else None
        return path, _BY_TYPE[kind], hint
    if path[:1] == ("participants",) and len(path) == 1:
        return (
            path,
            sentence("must be a list of people"),
            sentence("each person needs double brackets: [[participants]]"),
        )
    if kind == "literal_error":
        expected = str(error["ctx"]["expected"]).replace("'", '"').replace(" or ", ", ")
        return path, sentence("must be one of {words}", words=expected), None
    if field in _BY_FIELD and kind not in {"greater_than_equal", "less_than_equal"}:
        return path, _BY_FIELD[field], None
    if template := _BY_TYPE.get(kind):
        why = _WHY.get((field, kind))
        return path, sentence(template.template, **_context(error)), why
    return path, sentence("cannot be used: {reason}", reason=visible(str(error["msg"]))), None


def _there(path: Path, doc: Any) -> bool:
    for part in path:
        if isinstance(doc, Mapping) and part not in doc:
            return False
        doc = doc[part]
    return True


def _context(error: Any) -> dict[str, Any]:
    context = error.get("ctx") or {}
    return {
        name: f"{value:g}" if isinstance(value, float) else value
        for name, value in context.items()
        if name in {"ge", "le", "max_length"}
    }


def _real(loc: Iterable[str | int], doc: Any, kind: str) -> Path:
    """Return the part of a pydantic location that is a path in the document."""
    path: Path = ()
    here = doc
    for part in loc:
        inside_list = isinstance(here, list) and isinstance(part, int) and part < len(here)
        if inside_list or (isinstance(here, Mapping) and part in here):
            here = here[part]
        elif kind == "missing" and isinstance(here, Mapping):
            return (*path, part)
        else:
            break
        path += (part,)
    return path


def _names(path: Path) -> Iterable[str]:
    """Return the settings that exist where an unknown one was found."""
    match path:
        case ("event", _):
            return Settings.model_fields
        case ("participants", _, _):
            return Participant.model_fields
        case (_,):
            return ("event", "participants", *RECORD)
        case _:
            return ()


def did_you_mean(word: str, words: Iterable[str]) -> Sentence | None:
    """Return a question about the nearest known word, None where none is near."""
    near = difflib.get_close_matches(word.lower(), list(words), 1, 0.6)
    return sentence("did you mean {word}?", word=visible(near[0])) if near else None


def shown_path(path: Path) -> str:
    """Return a place as a host would name it: people and other blocks are counted from 1."""
    shown = ""
    for part in path:
        shown += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if shown else part
    return visible(shown)
