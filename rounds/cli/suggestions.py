"""What was probably meant, when the words after `rounds` are not a command."""

from __future__ import annotations

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from rounds.cli.command_parser import Parser
from rounds.cli.output import path_text
from rounds.domain.errors import InputError
from rounds.domain.sentence import Sentence, sentence
from rounds.store.disk.nearby import nearby, shell_quoted


def check_the_command(known: Parser, arguments: Sequence[str]) -> None:
    """Raise an InputError if the words up to the command are wrong.

    The words after it are checked by the command's own parser.
    """
    words = list(arguments)
    while words and words[0].startswith("-"):
        word = words.pop(0)
        option = word.split("=")[0]
        if option not in known.options:
            raise InputError(
                "{option} is not an option of rounds itself: {hint}",
                option=option,
                hint=_option_hint(known, option, arguments),
            )
        if word == "--lang":
            words = words[1:]
    if words and words[0] not in known.commands:
        raise _no_command(known, words[0])


def _no_command(known: Parser, word: str) -> InputError:
    path = Path(word)
    file = path if os.path.isfile(path) else nearby(path)
    if file is not None:
        return InputError(
            "{file} is a file, not a command. Run it with: {command}",
            file=path_text(file),
            command=f"rounds run {shell_quoted(file)}",
        )
    if path.suffix.lower() == ".toml":
        return InputError(
            "{word} is not a command. Put the file after a command: {command}",
            word=path_text(path),
            command=f"rounds new {shell_quoted(path)}",
        )
    near = get_close_matches(word.lower(), [*known.commands, "--help"], 1, 0.6)
    return InputError(
        "{word} is not a command: {hint}",
        word=path_text(path),
        hint=_meant(f"rounds {near[0]}") if near else _see("rounds"),
    )


def _option_hint(known: Parser, option: str, arguments: Sequence[str]) -> Sentence:
    having = [name for name, command in known.commands.items() if option in command.options]
    named = next((word for word in arguments if word in having), None)
    near = get_close_matches(option, known.options, 1, 0.75)
    if near and named is None:
        return _meant(near[0])
    if not having:
        return _see(known.prog)
    behind = [shell_quoted(word) for word in arguments if word != named]
    return sentence(
        "it goes after a command: {command}",
        command=" ".join(["rounds", named or having[0], *behind]),
    )


def _meant(word: str) -> Sentence:
    return sentence("did you mean {word}?", word=word)


def _see(program: str) -> Sentence:
    return sentence("see {command}", command=f"{program} --help")
