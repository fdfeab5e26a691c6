"""The grammar of the command line: the commands, their options and their help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from rounds.cli.command_parser import Commands, Parser, language_option
from rounds.i18n import LANGUAGES, _, listed, ngettext
from rounds.version import __version__

NOTES = ("none", "mine", "all")
SHEETS = ("list", "reception", "badges", "cards", "memo", "tables", "pitch", "plan")
PAPERS = ("a4", "letter")
FORMATS = ("csv", "json", "markdown")


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
    _before(commands)
    _during(commands)
    _after(commands)
    return made


def _before(commands: Commands) -> None:
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
    check = commands.add(
        "check",
        _("find mistakes, and say what to know before doors open"),
        "rounds check mixer.toml --sound",
    )
    check.add_argument("--sound", action="store_true", help=_("play the sound of a round's end"))
    check.add_argument(
        "--phones", action="store_true", help=_("try whether a phone reaches this computer")
    )
    _where_phones_join(check)
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
    _paper(commands)


def _paper(commands: Commands) -> None:
    printed = commands.add(
        "print",
        _("put lists, badges, cards, memo sheets and table signs on paper"),
        "rounds print mixer.toml list badges --open",
    )
    printed.add_argument(
        "sheets",
        nargs="*",
        type=_sheet,
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
    _where_phones_join(printed)


def _where_phones_join(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--address",
        metavar="ADDRESS",
        help=_("the address of this computer for phones; by default that of its own network"),
    )
    command.add_argument(
        "--port",
        type=_port,
        default=8765,
        metavar="N",
        help=_("the port for phones, or the next free one (%(default)s)"),
    )


def _during(commands: Commands) -> None:
    run = commands.add("run", _("run the evening"), "rounds run mixer.toml")
    run.add_argument("--console", action="store_true", help=_("open with the host's console"))
    run.add_argument("--mute", action="store_true", help=_("without sound"))
    run.add_argument(
        "--new", action="store_true", help=_("start over; the old record is kept in a copy")
    )
    stage = commands.add(
        "stage",
        _("show the stage in a second window, for the projector"),
        "rounds stage mixer.toml",
    )
    rehearse = commands.add(
        "rehearse",
        _("go through the whole evening at high speed, on a copy"),
        "rounds rehearse mixer.toml --speed 120",
    )
    demo = commands.add("demo", _("run a sample evening"), "rounds demo", file=False)
    demo.add_argument("--new", action="store_true", help=_("start over"))
    demo.add_argument("--mute", action="store_true", help=_("without sound"))
    for command in (run, demo):
        command.add_argument(
            "--phones", action="store_true", help=_("let participants join with their phones")
        )
        _where_phones_join(command)
    for command, speed in ((run, 1.0), (rehearse, 60.0), (demo, 1.0)):
        command.add_argument(
            "--speed",
            type=_speed,
            default=speed,
            metavar="N",
            help=_("how many times faster the clocks run (%(default)g)"),
        )
    for command in (run, stage, rehearse, demo):
        command.add_argument("--calm", action="store_true", help=_("without movement on the stage"))


def _after(commands: Commands) -> None:
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
        type=_notes,
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
    _sheets(commands)
    bench = commands.add(
        "bench",
        _("measure the planner (in a source checkout of Rounds)"),
        "rounds bench",
        file=False,
    )
    bench.add_argument("rest", nargs=argparse.REMAINDER, metavar="...", help=_("what to measure"))


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
    after = commands.add(
        "after",
        _("open the host's desk for the days after: what is due, people, introductions"),
        "rounds after march.toml april.toml",
        file=False,
    )
    _several_files(after)
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


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 1 <= speed <= 100_000:
        raise argparse.ArgumentTypeError(_("a number from 1 to 100000 is needed"))
    return speed


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 65_535:
        return int(text)
    raise argparse.ArgumentTypeError(_("a port is a number from 1 to 65535"))


def _sheet(text: str) -> str:
    if text in SHEETS:
        return text
    near = get_close_matches(text.lower(), SHEETS, 1, 0.6)
    raise argparse.ArgumentTypeError(
        _("{word} is not among what can be printed: did you mean {near}?").format(
            word=text, near=near[0]
        )
        if near
        else _("{word} is not among what can be printed: {sheets}").format(
            word=text, sheets=listed([*SHEETS])
        )
    )


def _notes(text: str) -> tuple[str, str]:
    which, _blank, name = text.partition(" ")
    if which not in NOTES or bool(name.strip()) != (which == "mine"):
        raise argparse.ArgumentTypeError(_("write none, all, or mine and a name"))
    return which, name.strip()


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
