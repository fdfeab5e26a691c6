"""Frozen values that mirror tables of a file: a field here is a key there.

A kind of value is a frozen dataclass whose annotations say what each key may hold (see
`fitting`). Its constructor takes what it gets; `checked` is for what comes from outside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from typing import Any, NamedTuple, Self, get_type_hints

from rounds.domain.fitting import Reader, gather, reader
from rounds.domain.invalid import Fault, Invalid
from rounds.domain.sentence import sentence


@dataclass(frozen=True, kw_only=True)
class Value:
    """A frozen value; a key it does not know is an error."""

    @classmethod
    def checked(cls, data: Any) -> Self:
        """Return the value that plain data means; raises `Invalid` with every fault in it."""
        if isinstance(data, cls):
            return data
        if not isinstance(data, Mapping):
            raise Invalid.type(sentence("must be a table"))
        known = _keys(cls)
        found, faults = gather(
            (key, known[key].read, value) for key, value in data.items() if key in known
        )
        faults += [
            Fault((key,), "missing", sentence("missing"))
            for key, each in known.items()
            if each.required and key not in data
        ]
        fields = {known[key].field: value for key, value in found.items()}
        others = {key: value for key, value in data.items() if key not in known}
        if issubclass(cls, Recorded):
            fields["carried"] = others
        else:
            faults += [Fault((key,), "unknown", sentence("not a setting")) for key in others]
        if faults:
            raise Invalid(faults)
        return cls(**fields)

    def with_(self, **changes: Any) -> Self:
        """Return the same value with some fields replaced (they are not checked again)."""
        return replace(self, **changes)

    def data(self, *, whole: bool = True) -> dict[str, Any]:
        """Return the value as plain data under its keys: a copy, tuples as lists.

        Without `whole` there is only what differs from a field's default.
        """
        found = {
            key: _plain(value, whole)
            for key, each in _keys(type(self)).items()
            if (value := getattr(self, each.field)) != each.default or whole
        }
        return {**found, **_plain(self.carried, whole)} if isinstance(self, Recorded) else found


@dataclass(frozen=True, kw_only=True)
class Recorded(Value):
    """An entry of the record; what another version wrote into it is kept, in `carried`."""

    carried: Mapping[str, Any] = field(default_factory=dict, hash=False, metadata={"key": None})


class _Key(NamedTuple):
    field: str
    read: Reader
    default: Any

    @property
    def required(self) -> bool:
        return self.default is MISSING


_KEYS: dict[type, dict[str, _Key]] = {}
"""The keys of the kinds that were asked for; `functools.cache` cannot be typed for classes."""


def _keys(kind: type[Value]) -> dict[str, _Key]:
    """Return a kind's keys. The metadata `key` of a field is its other name, None for no key."""
    if kind not in _KEYS:
        types = get_type_hints(kind, include_extras=True)
        _KEYS[kind] = {
            key: _Key(each.name, reader(types[each.name]), _default(each))
            for each in fields(kind)
            if (key := each.metadata.get("key", each.name)) is not None
        }
    return _KEYS[kind]


def key_names(kind: type[Value]) -> tuple[str, ...]:
    """Return the keys that a table of this kind may have."""
    return tuple(_keys(kind))


def _default(each: Field[Any]) -> Any:
    if each.default_factory is not MISSING:
        return each.default_factory()
    return each.default


def _plain(value: Any, whole: bool) -> Any:
    if isinstance(value, Value):
        return value.data(whole=whole)
    if isinstance(value, tuple | list):
        return [_plain(each, whole) for each in value]
    if isinstance(value, Mapping):
        return {name: _plain(each, whole) for name, each in value.items()}
    return value
