"""Frozen values that mirror tables of a file: a field here is a key there.

What comes from outside is validated by pydantic, against the types of the fields; the words
that a host reads about what does not fit are those of `rounds.store.errors.value_errors`.
"""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value; a key that it does not know is an error."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,  # a validator is built when the first value of its kind is made
    )

    @classmethod
    def checked(cls, data: Any) -> Self:
        """Return the value of plain data; raises a `ValidationError` with every fault in it."""
        return cls.model_validate(data)

    def with_(self, **changes: Any) -> Self:
        """Return the same value with some fields replaced (they are not checked again).

        Fields that are not replaced stay the same objects. A name that is no field raises
        `TypeError`.
        """
        if unknown := changes.keys() - type(self).model_fields.keys():
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        return self.model_copy(update=changes)

    def data(self, *, whole: bool = True) -> dict[str, Any]:
        """Return a copy as plain data under its keys.

        Without `whole` there is only what differs from a field's default.
        """
        return self.model_dump(by_alias=True, exclude_defaults=not whole)


class Recorded(Value):
    """An entry of the record; what another version of Rounds wrote into it is kept."""

    model_config = ConfigDict(extra="allow")
