"""The options that several commands have for phones."""

from __future__ import annotations

import argparse

from rounds.cli.arguments.types import port
from rounds.i18n import _


def where_phones_join(command: argparse.ArgumentParser) -> None:
    """Add the options for the address at which phones reach this computer."""
    command.add_argument(
        "--address",
        metavar="ADDRESS",
        help=_("the address of this computer for phones; by default that of its own network"),
    )
    command.add_argument(
        "--port",
        type=port,
        default=8765,
        metavar="N",
        help=_("the port for phones, or the next free one (%(default)s)"),
    )
