"""Frozen values that mirror tables of a file: a field here is a key there.

Pydantic validates data from outside against the types of the fields; the messages that a host
reads about wrong values are in `rounds.store.errors.value_errors`.
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
        """Return the value of plain data; raises a `ValidationError` with all errors in it."""
        return cls.model_validate(data)

    def with_(self, **changes: Any) -> Self:
        """Return the same value with some fields replaced (they are not validated again).

        Fields that are not replaced stay the same objects. An unknown name raises `TypeError`.
        """
        if unknown := changes.keys() - type(self).model_fields.keys():
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        return self.model_copy(update=changes)

    def data(self, *, whole: bool = True) -> dict[str, Any]:
        """Return a copy as plain data under the keys of the file.

        Without `whole`, values that equal a field's default are left out.
        """
        return self.model_dump(by_alias=True, exclude_defaults=not whole)


class Recorded(Value):
    """An entry of the record; keys that another version of Rounds wrote are kept."""

    model_config = ConfigDict(extra="allow")
