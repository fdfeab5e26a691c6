"""The trial of `rounds check --phones`: does a phone reach this computer, and what if none does?"""

from __future__ import annotations

import asyncio
import select
import shutil
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from rounds.background.at_once import PlannerAtOnce
from rounds.cli.output import path_text, tell
from rounds.domain.event import Event
from rounds.domain.views.room import in_halves
from rounds.i18n import _, language
from rounds.session.phones import PhonesState
from rounds.session.session import Session
from rounds.store.state.phones_file import PhonesFile
from rounds.ui.launch.code_lines import code_lines
from rounds.ui.rehearsal.autopilot import NoDisk, without_record
from rounds.ui.stage.drawing.palette import colourless
from rounds.web.kept_code import kept_phones
from rounds.web.service import PhoneService

WAIT = 180.0
"""Seconds in which a phone should have opened the page."""

LOOK = 0.1
"""Seconds between two looks for a phone, or for the key that ends the trial."""

if sys.platform == "win32":
    import msvcrt


def try_phones(event: Event, path: Path, address: str | None, port: int) -> bool:
    """Show the code and wait for a phone; say what may be wrong if none comes.

    Phones see an evening of which nothing is kept, with the code of the real one.
    """
    return asyncio.run(trial(event, path, address, port, ended=_enter_pressed))


async def trial(
    event: Event,
    path: Path,
    address: str | None,
    port: int,
    *,
    ended: Callable[[], bool],
    seconds: float = WAIT,
) -> bool:
    """Return whether a phone has opened the page within `seconds`, and say so."""
    session = Session(without_record(event), NoDisk(), planner=PlannerAtOnce(), language=language())
    with TemporaryDirectory() as folder:
        file = PhonesFile(path, Path(folder))
        with suppress(OSError):  # then the trial has a code of its own
            file.write(kept_phones(PhonesFile(path))._replace(door_open=True, people={}))
        phones = PhoneService(session, file, address=address, port=port)
        phones.switch_on()
        try:
            while not (phones.state.on or phones.state.trouble):
                await asyncio.sleep(LOOK)
            if trouble := phones.state.trouble:
                tell(trouble)
                return False
            return await _answered(phones, path, ended, seconds)
        finally:
            await phones.switch_off()


async def _answered(
    phones: PhoneService, path: Path, ended: Callable[[], bool], seconds: float
) -> bool:
    state = phones.state
    _show(state)
    if not await asyncio.to_thread(_answers_itself, state.address):
        tell(
            _(
                "This computer does not answer itself at {address}: a firewall or a security "
                "program blocks it. Allow incoming connections for Python, then try again."
            ).format(address=state.address)
        )
    tell(
        _(
            "Scan the code with a phone that is in the same Wi-Fi as this computer. Rounds waits "
            "for it for {minutes} minutes; Enter ends the trial."
        ).format(minutes=round(seconds / 60))
    )
    until = time.monotonic() + seconds
    while not phones.state.visited and time.monotonic() < until and not ended():
        await asyncio.sleep(LOOK)
    if phones.state.visited:
        tell(_("A phone has opened the page: phones work here."))
        await asyncio.sleep(LOOK * 10)  # it gets the rest of the page, too
        return True
    _tell_what_it_may_be(path)
    return False


def _show(state: PhonesState) -> None:
    """Print the code where it can be scanned, and address and code in words."""
    lines = code_lines(state.url)
    wide, high = shutil.get_terminal_size()
    if sys.stdout.isatty() and not colourless() and wide > 2 * len(lines) and high > len(lines):
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
    said = _("Phones: {address}, code {code}")
    tell(said.format(address=state.address, code=in_halves(state.code)))


def _answers_itself(address: str) -> bool:
    """Return whether this computer can connect to its own address."""
    host, _colon, port = address.rpartition(":")
    try:
        with socket.create_connection((host.strip("[]"), int(port)), timeout=3):
            return True
    except (OSError, ValueError):
        return False


def _tell_what_it_may_be(path: Path) -> None:
    tell(_("No phone has opened the page. What it may be, and what then:"))
    for cause in (
        _("The phone is in another network: switch its mobile data off, choose the same Wi-Fi."),
        _("A firewall on this computer: allow incoming connections for Python."),
        _(
            "The Wi-Fi keeps its devices apart, as many do in hotels: open a hotspot on this "
            "computer or on a phone, let both join it, and try again."
        ),
        _(
            "Nothing helps: the evening runs without phones. Memo sheets for everybody: {command}"
        ).format(command=f"rounds print {path_text(path)} memo"),
    ):
        tell(f"- {cause}")


def _enter_pressed() -> bool:
    """Return whether somebody has pressed Enter in this terminal."""
    if not sys.stdin.isatty():
        return False
    if sys.platform == "win32":
        return msvcrt.kbhit() and msvcrt.getwch() in "\r\n"
    if not select.select([sys.stdin], [], [], 0)[0]:
        return False
    sys.stdin.readline()
    return True
