"""The commands of the days after: export, sheets, after, follow, summary."""

from __future__ import annotations

from pathlib import Path

from rounds.cli.arguments.types import FORMATS, PAPERS, notes
from rounds.cli.command_parser import Commands, Parser
from rounds.i18n import _


def days_after(commands: Commands) -> None:
    """Add the commands for what is left of an evening."""
    _export(commands)
    _sheets(commands)
    _after(commands)
    _follow(commands)
    _summary(commands)


def _export(commands: Commands) -> None:
    export = commands.add(
        "export",
        _("export who met whom; notes only if you ask for them"),
        "rounds export mixer.toml --to pairs.csv",
    )
    export.add_argument(
        "--format", choices=FORMATS, help=_("csv, unless the file name after --to says otherwise")
    )
    export.add_argument(
        "--to", metavar="FILE", default="-", help=_("the file to write; - prints it")
    )
    export.add_argument(
        "--notes",
        default=("none", ""),
        type=notes,
        metavar="none|mine NAME|all",
        help=_("whose notes to include, or one person's pairings and notes; none by default"),
    )
    export.add_argument(
        "--what",
        choices=("history", "again", "steps"),
        default="history",
        help=_("history (who met whom), again (who both want to), or steps (by day)"),
    )
    export.add_argument(
        "--with",
        dest="also",
        choices=("people",),
        help=_("add company, industry and purpose of the people"),
    )
    export.add_argument("--force", action="store_true", help=_("replace an existing file"))


def _sheets(commands: Commands) -> None:
    sheets = commands.add(
        "sheets",
        _("write a sheet for every participant: partners, own notes, messages to send"),
        "rounds sheets mixer.toml --to sheets",
    )
    sheets.add_argument(
        "--to",
        metavar="FOLDER",
        type=Path,
        help=_("the folder for the sheets; by default one beside the event file"),
    )
    sheets.add_argument("--person", metavar="NAME", help=_("only the sheet of one participant"))
    sheets.add_argument("--paper", choices=PAPERS, default="a4", help=_("a4 by default"))
    sheets.add_argument(
        "--format", choices=("html", "markdown"), default="html", help=_("html by default")
    )


def _after(commands: Commands) -> None:
    after = commands.add(
        "after",
        _("open the host's desk for the days after: what is due, people, introductions"),
        "rounds after march.toml april.toml",
        file=False,
    )
    _several_files(after)


def _follow(commands: Commands) -> None:
    follow = commands.add(
        "follow",
        _("list next steps and promised answers, overdue first"),
        "rounds follow march.toml april.toml --week",
        file=False,
    )
    _several_files(follow)
    until = follow.add_mutually_exclusive_group()
    for name, about in (
        ("today", _("what is overdue or due today")),
        ("week", _("what is due in the next 7 days, too; this is usual")),
        ("all", _("everything that is open")),
    ):
        until.add_argument(
            f"--{name}", dest="until", action="store_const", const=name, default="week", help=about
        )
    follow.add_argument("--person", metavar="NAME", help=_("only those of one participant"))
    follow.add_argument(
        "--format", choices=("text", "csv", "ics"), default="text", help=_("text by default")
    )


def _summary(commands: Commands) -> None:
    summary = commands.add(
        "summary",
        _("sum up one evening or several in numbers, to send to the participants"),
        "rounds summary march.toml april.toml",
        file=False,
    )
    _several_files(summary)
    summary.add_argument(
        "--people", action="store_true", help=_("also who is still to meet, by name")
    )
    summary.add_argument(
        "--matrix",
        type=Path,
        metavar="PAGE",
        help=_("also write a page to print: a table of who has met whom"),
    )
    summary.add_argument("--paper", choices=PAPERS, default="a4", help=_("a4 by default"))


def _several_files(made: Parser) -> None:
    made.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help=_("the event files of one or more evenings"),
    )
