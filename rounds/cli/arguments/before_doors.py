"""The commands before doors open: new, add, check, plan, print."""

from __future__ import annotations

from pathlib import Path

from rounds.cli.arguments.phone_options import where_phones_join
from rounds.cli.arguments.types import PAPERS, SHEETS, sheet
from rounds.cli.command_parser import Commands
from rounds.i18n import LANGUAGES, _, listed


def before_doors(commands: Commands) -> None:
    """Add the commands that prepare an evening."""
    _new(commands)
    _add(commands)
    _check(commands)
    _plan(commands)
    _print(commands)


def _new(commands: Commands) -> None:
    new = commands.add(
        "new",
        _("set up an evening by questions, or create an event file to start from"),
        "rounds new mixer.toml --from roster.csv",
        file=False,
    )
    new.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help=_("the event file to create")
    )
    new.add_argument("--language", choices=LANGUAGES, help=_("the language of the evening"))
    new.add_argument(
        "--from",
        dest="roster",
        metavar="ROSTER",
        type=Path,
        help=_("a roster as .xlsx, CSV or TSV, as any spreadsheet program saves it"),
    )
    new.add_argument(
        "--template",
        action="store_true",
        help=_("ask nothing: create a commented file with sample people"),
    )


def _add(commands: Commands) -> None:
    add = commands.add(
        "add",
        _("add the new people of a newer roster, also during the evening"),
        "rounds add mixer.toml --from newer.xlsx",
    )
    add.add_argument(
        "--from",
        dest="roster",
        metavar="ROSTER",
        type=Path,
        required=True,
        help=_("a roster as .xlsx, CSV or TSV, as any spreadsheet program saves it"),
    )
    add.add_argument("--yes", action="store_true", help=_("add them without asking"))


def _check(commands: Commands) -> None:
    check = commands.add(
        "check",
        _("find mistakes, and say what to know before doors open"),
        "rounds check mixer.toml --sound",
    )
    check.add_argument("--sound", action="store_true", help=_("play the sound of a round's end"))
    check.add_argument(
        "--phones", action="store_true", help=_("try whether a phone reaches this computer")
    )
    where_phones_join(check)


def _plan(commands: Commands) -> None:
    plan = commands.add(
        "plan",
        _("show who meets whom, without touching the file"),
        "rounds plan mixer.toml --format json",
    )
    plan.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help=_("text by default")
    )
    plan.add_argument(
        "--seed", type=int, metavar="N", help=_("a different number gives a different plan")
    )


def _print(commands: Commands) -> None:
    printed = commands.add(
        "print",
        _("put lists, badges, cards, memo sheets and table signs on paper"),
        "rounds print mixer.toml list badges --open",
    )
    printed.add_argument(
        "sheets",
        nargs="*",
        type=sheet,
        metavar="WHAT",
        help=_("{sheets}; by default: list, reception, memo, tables").format(
            sheets=listed([*SHEETS])
        ),
    )
    printed.add_argument("--paper", choices=PAPERS, default="a4", help=_("a4 by default"))
    printed.add_argument(
        "--to",
        metavar="FOLDER",
        type=Path,
        help=_("the folder for the pages; by default one beside the event file"),
    )
    printed.add_argument(
        "--open", action="store_true", help=_("open the pages in the browser, which prints them")
    )
    printed.add_argument(
        "--phones", action="store_true", help=_("with the QR code for phones on cards and signs")
    )
    where_phones_join(printed)
