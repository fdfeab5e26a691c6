"""Fills in the template of a new event file: the settings, the people of a roster."""

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


def with_settings(template: str, settings: Mapping[str, object]) -> str:
    """Return a template with these settings of `[event]`, each in its own line of the template.

    The comments stay. A setting without a line of its own follows the title.
    """
    text = template
    for key, value in settings.items():
        text = _with_setting(text, key, _value(value))
    written = tomllib.loads(text)["event"]
    if {key: written.get(key) for key in settings} != dict(settings):
        raise AssertionError("a setting was not written as it is")
    return text


def _with_setting(text: str, key: str, value: str) -> str:
    line = re.compile(
        rf'^(?:# )?{key} *= (?:"[^"]*"|\[[^\]]*\]|[^#"\[\n]+?)(?: +(?P<remark>#.*))?$', re.MULTILINE
    )
    found = line.search(text)
    if found is None:
        title = re.compile(r"^title .*$", re.MULTILINE)
        return title.sub(lambda line: f"{line[0]}\n{key} = {value}", text, count=1)
    new = f"{key} = {value}"
    if found["remark"]:
        wide = found.start("remark") - found.start()
        new = f"{new:<{wide - 1}} {found['remark']}"
    return text[: found.start()] + new + text[found.end() :]
