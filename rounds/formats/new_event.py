"""Fills in the template of a new event file: the language, the people of a roster."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping

import tomli_w


def blocks(people: Iterable[Mapping[str, object]]) -> str:
    """Return one `[[participants]]` block per person, from which TOML reads the same values."""
    people = [dict(person) for person in people]
    text = "\n".join(_block(person) for person in people)
    if tomllib.loads(text).get("participants", []) != people:
        raise AssertionError("a roster was not written as it is")
    return text


def _block(person: Mapping[str, object]) -> str:
    wide = max(len(key) for key in person)
    lines = [f"{key:<{wide}} = {_value(value)}" for key, value in person.items()]
    return "\n".join(["[[participants]]", *lines]) + "\n"


def _value(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")


def with_people(template: str, people: Iterable[Mapping[str, object]]) -> str:
    """Return a template with these people in the place of its examples."""
    lines = template.splitlines(keepends=True)
    first = next(
        (n for n, line in enumerate(lines) if line.lstrip("# ").startswith("[[participants]]")),
        len(lines),
    )
    return "".join(lines[:first]).rstrip("\n") + "\n\n" + blocks(people)


def with_language(template: str, language: str) -> str:
    """Return a template with the language of the screens set, whatever the system's is."""
    return re.sub(
        r"^(# )?language = \"\w+\"",
        f'language = "{language}"',
        template,
        count=1,
        flags=re.MULTILINE,
    )
