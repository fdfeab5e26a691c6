"""`rounds run`: the evening in this terminal."""

from __future__ import annotations

from argparse import Namespace
from contextlib import suppress
from functools import partial

from rounds.cli.output import path_text, require_terminal, tell
from rounds.i18n import _
from rounds.steady_clock import wall
from rounds.store.reading.read import load
from rounds.store.start_over import start_over
from rounds.store.state.phones_file import PhonesFile
from rounds.ui.launch import evening
from rounds.ui.launch.process import activate_language
from rounds.ui.terminal.environment import check_environment
from rounds.web.on_demand import phones


def run(asked: Namespace) -> int:
    """Run the evening in this terminal; with `--new` its record goes into a copy first."""
    require_terminal()
    check_environment()
    # Whatever keeps it from being opened is said in its own language.
    known = load(asked.file)
    activate_language(known.event, asked.chosen_language)
    phones_file = PhonesFile(asked.file)
    if asked.new:
        if copy := start_over(asked.file, wall()):
            tell(_("The record so far is kept in {file}.").format(file=path_text(copy)))
        with suppress(OSError):  # at worst a guest finds their name taken and asks the host
            phones_file.forget_people()
    return evening.run(
        asked.file,
        known=known,
        console=asked.console,
        mute=asked.mute,
        calm=asked.calm,
        speed=asked.speed,
        chosen=asked.chosen_language,
        phones=partial(phones, phones_file, asked.address, asked.port),
        phones_on=asked.phones,
    )
