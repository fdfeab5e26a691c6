"""The commands of the evening: run, stage, rehearse, demo."""

from __future__ import annotations

from rounds.cli.arguments.phone_options import where_phones_join
from rounds.cli.arguments.types import speed
from rounds.cli.command_parser import Commands
from rounds.i18n import _


def evening(commands: Commands) -> None:
    """Add the commands with which an evening runs."""
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
        where_phones_join(command)
    for command, usual in ((run, 1.0), (rehearse, 60.0), (demo, 1.0)):
        command.add_argument(
            "--speed",
            type=speed,
            default=usual,
            metavar="N",
            help=_("how many times faster the clocks run (%(default)g)"),
        )
    for command in (run, stage, rehearse, demo):
        command.add_argument("--calm", action="store_true", help=_("without movement on the stage"))
