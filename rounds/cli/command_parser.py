"""A parser of arguments that speaks the program's own words, and the commands it knows."""

from __future__ import annotations

import argparse
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from rounds.domain.errors import InputError
from rounds.i18n import LANGUAGES, _


class Parser(argparse.ArgumentParser):
    """A parser that raises InputErrors and accepts no abbreviations."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)
        self.commands: dict[str, Parser] = {}

    @property
    def options(self) -> list[str]:
        """The options that this parser accepts, with their dashes."""
        return [name for action in self._actions for name in action.option_strings]

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse the arguments; every parser reports unknown ones itself, in its own words."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.refuse(unknown[0])
        return found, unknown

    def refuse(self, word: str) -> NoReturn:
        """Raise an InputError about an unknown word, with the word that was probably meant."""
        if not word.startswith("-"):
            self.error(
                _("{word} is one word too many: put a name with spaces in quotes").format(word=word)
            )
        option = word.split("=")[0]
        near = get_close_matches(option, self.options, 1, 0.75)
        self.error(
            _("{option} is not an option here: did you mean {word}?").format(
                option=option, word=near[0]
            )
            if near
            else _("{option} is not an option here").format(option=option)
        )

    def error(self, message: str) -> NoReturn:
        """Raise an InputError about the arguments."""
        raise InputError("{message} (see {program} --help)", message=message, program=self.prog)


class Commands:
    """The commands of a parser, added one by one."""

    def __init__(self, parser: Parser) -> None:
        self._added = parser.add_subparsers(
            title=_("commands"), metavar=_("COMMAND"), parser_class=Parser, description=""
        )
        self._known = parser.commands

    def add(self, name: str, about: str, example: str, *, file: bool = True) -> Parser:
        """Add a command and return its parser; with `file` it takes an event file."""
        made: Parser = self._added.add_parser(
            name,
            help=about,
            description=about,
            epilog=_("Example:") + f"\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        language_option(made)
        made.set_defaults(command=name)
        self._known[name] = made
        if file:
            made.add_argument("file", type=Path, metavar="FILE", help=_("the event file"))
        return made


def language_option(made: Parser) -> None:
    """Add the option that chooses the language of the program."""
    made.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=_("the language of this program"),
    )
