"""Refuses, in a sentence, values of environment variables that Textual cannot use.

Textual takes some variables on trust and fails with a traceback. They are meant for developers
and may have been left over from other work.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable

from rich.console import COLOR_SYSTEMS
from textual import constants
from textual.driver import Driver

from rounds.domain.errors import InputError
from rounds.i18n import activate
from rounds.text.safe import one_line
from rounds.ui.terminal.character_set import not_utf8


def check_environment() -> None:
    """Raise `InputError` if no window can be opened here, or none that shows every name."""
    if refusal := not_utf8(sys.__stderr__):  # where Textual writes its pictures
        activate("en")  # the words of any other language could not be shown either
        raise refusal
    for name, (value, works) in _TRUSTED.items():
        if value is not None and not works(value):
            raise InputError(
                "{name} is set to '{value}', which keeps Rounds from opening its window. "
                "Remove it (unset {name}) and start again.",
                name=name,
                value=one_line(value),
            )


def _is_a_driver(value: str) -> bool:
    module, _colon, name = value.partition(":")
    try:
        driver = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError):
        return not value  # an empty value asks for no driver
    return inspect.isclass(driver) and issubclass(driver, Driver)


def _is_a_color_system(value: str) -> bool:
    return value == "auto" or value in COLOR_SYSTEMS


def _can_be_written(value: str) -> bool:
    try:
        with open(value, "a", encoding="utf-8"):
            return True
    except OSError:
        return False


_TRUSTED: dict[str, tuple[str | None, Callable[[str], bool]]] = {
    "TEXTUAL_DRIVER": (constants.DRIVER, _is_a_driver),
    "TEXTUAL_COLOR_SYSTEM": (constants.COLOR_SYSTEM, _is_a_color_system),
    "TEXTUAL_LOG": (constants.LOG_FILE, _can_be_written),
}
"""Variable: its value as Textual read it when it was imported, and the check of that value."""
