"""What a type lets in: plain data checked against annotations, with every fault at once.

Data comes from TOML and JSON, so numbers and days in quotes are let in, too, where the type
leaves no doubt. Faults are sentences for the host; where they stand in a file is the store's.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from math import isfinite
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from rounds.domain.invalid import Fault, Invalid
from rounds.domain.rules import Otherwise
from rounds.domain.sentence import sentence

Reader = Callable[[Any], Any]
"""Returns data as a type's value; raises `Invalid` where it cannot be one."""


def reader(annotation: Any) -> Reader:
    """Return what reads values of a type; the annotation's rules are its metadata.

    Known are text, numbers, truth, days, moments, `Literal`, tuples, dictionaries by name,
    unions of these (the first that fits), and classes with a `checked` of their own.
    """
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _ruled(reader(inside[0]), inside[1:])
    if origin is Literal:
        return _one_of(inside)
    if origin in {Union, types.UnionType}:
        return _either(inside)
    if origin is tuple and inside[1:] == (...,):
        return _each(reader(inside[0]))
    if origin is tuple:
        return _fixed([reader(each) for each in inside])
    if origin is dict:
        return _named(reader(inside[1]))
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    checked: Reader = annotation.checked
    return checked


def gather(parts: Iterable[tuple[Any, Reader, Any]]) -> tuple[dict[Any, Any], list[Fault]]:
    """Return what parts, each (key, reader, data), mean by their keys, and every fault."""
    found: dict[Any, Any] = {}
    faults: list[Fault] = []
    for key, read, data in parts:
        try:
            found[key] = read(data)
        except Invalid as wrong:
            faults += wrong.inside(key)
    return found, faults


def _all(parts: Iterable[tuple[Any, Reader, Any]]) -> dict[Any, Any]:
    found, faults = gather(parts)
    if faults:
        raise Invalid(faults)
    return found


def _ruled(read: Reader, rules: tuple[Any, ...]) -> Reader:
    instead = next((rule for rule in rules if isinstance(rule, Otherwise)), None)
    checks = [rule for rule in rules if not isinstance(rule, Otherwise)]

    def ruled(data: Any) -> Any:
        try:
            value = read(data)
        except Invalid as wrong:
            if instead and wrong.faults[0].kind == "type" and not wrong.faults[0].place:
                raise Invalid.type(instead.said, instead.hint) from None
            raise
        for check in checks:
            value = check(value)
        return value

    return ruled


def _one_of(words: tuple[str, ...]) -> Reader:
    listed = ", ".join(f'"{word}"' for word in words)

    def one_of(data: Any) -> Any:
        if not isinstance(data, str) or data not in words:
            raise Invalid.value(sentence("must be one of {words}", words=listed))
        return data

    return one_of


def _either(kinds: tuple[Any, ...]) -> Reader:
    may_be_none = types.NoneType in kinds
    reads = [reader(kind) for kind in kinds if kind is not types.NoneType]

    def either(data: Any) -> Any:
        if data is None and may_be_none:
            return None
        tried: list[Invalid] = []
        for read in reads:
            try:
                return read(data)
            except Invalid as wrong:
                tried.append(wrong)
        # What got furthest is what was meant.
        raise max(tried, key=lambda wrong: (len(wrong.faults[0].place), _meant(wrong)))

    return either


def _meant(wrong: Invalid) -> bool:
    return wrong.faults[0].kind != "type"


def _list(data: Any) -> Any:
    if not isinstance(data, list | tuple):
        raise _no_list()
    return data


def _no_list() -> Invalid:
    return Invalid.type(sentence('must be a list: ["...", "..."]'))


def _each(read: Reader) -> Reader:
    def each(data: Any) -> Any:
        return tuple(_all((at, read, entry) for at, entry in enumerate(_list(data))).values())

    return each


def _fixed(reads: list[Reader]) -> Reader:
    def fixed(data: Any) -> Any:
        entries = _list(data)
        if len(entries) != len(reads):
            raise _no_list()
        return tuple(_all((at, read, entries[at]) for at, read in enumerate(reads)).values())

    return fixed


def _named(read: Reader) -> Reader:
    def named(data: Any) -> Any:
        if not isinstance(data, Mapping):
            raise Invalid.type(sentence("must be a table"))
        return _all((str(name), read, value) for name, value in data.items())

    return named


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise Invalid.type(sentence('must be text in quotes: "..."'))
    return data


def _number(data: Any) -> float:
    if isinstance(data, int | float | str) and not isinstance(data, bool):
        with suppress(ValueError, OverflowError):
            if isfinite(number := float(data)):
                return number
    raise Invalid.type(sentence("must be a number"))


def _whole_number(data: Any) -> int:
    if type(data) is int:
        return data
    if isinstance(data, float | str):
        with suppress(ValueError, OverflowError):
            if float(data) == int(data):
                return int(data)
    raise Invalid.type(sentence("must be a whole number"))


_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def _truth(data: Any) -> bool:
    known = _TRUTH.get(data.strip().lower()) if isinstance(data, str) else data
    if known not in (True, False):
        raise Invalid.type(sentence("must be true or false"))
    return bool(known)


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(data: Any) -> date:
    if isinstance(data, date) and not isinstance(data, datetime):
        return data
    with suppress(ValueError):
        if isinstance(data, str) and _DAY.fullmatch(data):
            return date.fromisoformat(data)
    raise Invalid.type(sentence("must be a date, for example 2026-05-14"))


def _moment(data: Any) -> datetime:
    # OverflowError: a moment of the year 9999 that is one of the year 10000 elsewhere.
    with suppress(TypeError, ValueError, OverflowError):
        moment = data if isinstance(data, datetime) else datetime.fromisoformat(data)
        if moment.utcoffset() is not None and moment.astimezone(UTC):
            return moment
    raise Invalid.type(sentence("must be a time with its offset, for example +09:00"))


_PLAIN: dict[Any, Reader] = {
    str: _text,
    float: _number,
    int: _whole_number,
    bool: _truth,
    date: _day,
    datetime: _moment,
}
