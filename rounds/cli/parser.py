"""The parser of the command line; the arguments of each command are in `arguments`."""

from __future__ import annotations

import argparse

from rounds.cli.arguments.before_doors import before_doors
from rounds.cli.arguments.days_after import days_after
from rounds.cli.arguments.evening import evening
from rounds.cli.command_parser import Commands, Parser, language_option
from rounds.i18n import _, ngettext
from rounds.version import __version__


def parser(without_words: str) -> Parser:
    """Return the parser of the command line in the language in force.

    The arguments that it returns name their `command`: it is `without_words` if none is given.
    """
    # argparse looks up its own texts in gettext's catalogs; here they are in locale/ with ours.
    vars(argparse).update(
        _=lambda text: _(text) if text else text,
        ngettext=ngettext,
    )
    made = Parser(
        prog="rounds",
        description=_("Run a speed-networking evening from a laptop on a projector."),
        epilog=_("Start with: rounds demo"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    language_option(made)
    made.add_argument(
        "--version",
        action="version",
        version=f"rounds {__version__}",
        help=_("show the version and exit"),
    )
    made.set_defaults(command=without_words)
    commands = Commands(made)
    before_doors(commands)
    evening(commands)
    days_after(commands)
    _bench(commands)
    return made


def _bench(commands: Commands) -> None:
    bench = commands.add(
        "bench",
        _("measure the planner (in a source checkout of Rounds)"),
        "rounds bench",
        file=False,
    )
    bench.add_argument("rest", nargs=argparse.REMAINDER, metavar="...", help=_("what to measure"))
