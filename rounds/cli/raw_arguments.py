"""The arguments as they are typed: what has to be known or put in order before they are parsed."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.i18n import LANGUAGES


def notes_in_one(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with the words of `--notes mine NAME` joined into one."""
    given = list(arguments)
    for place in range(len(given) - 2):
        if given[place : place + 2] == ["--notes", "mine"]:
            return [*given[:place], f"--notes=mine {given[place + 2]}", *given[place + 3 :]]
    return given


def options_first(arguments: Sequence[str]) -> list[str]:
    """Return the arguments of `print` with the options before the words.

    argparse takes no further words once an option has followed some of them.
    """
    given = list(arguments)
    if "print" not in given[:3]:
        return given
    start = given.index("print") + 1
    options: list[str] = []
    words: list[str] = []
    rest = iter(given[start:])
    for word in rest:
        if word in {"--paper", "--to", "--lang", "--address", "--port"}:
            options += [word, *(following for following in [next(rest, None)] if following)]
        else:
            (options if word.startswith("-") else words).append(word)
    return [*given[:start], *options, *words]


def language_asked_for(arguments: Sequence[str]) -> str | None:
    """Return the language after the last `--lang`.

    It is needed before the arguments are parsed, because the help is written in it, too.
    """
    found = None
    for word, following in zip(arguments, [*arguments[1:], ""], strict=False):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if asked != word and asked in LANGUAGES:
            found = asked
    return found
