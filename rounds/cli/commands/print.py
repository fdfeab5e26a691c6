"""`rounds print`: everything on paper, as pages that a browser prints."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from rounds.cli.commands.event import event_of
from rounds.cli.output import path_text, tell
from rounds.domain.errors import StoreError
from rounds.domain.event import Event
from rounds.domain.planner.plan import make_plan
from rounds.domain.sentence import sentence
from rounds.domain.views.room import JoinByPhone
from rounds.formats.print.kinds import USUAL, needs_plan
from rounds.i18n import _
from rounds.session.plan_check import holds
from rounds.store.event_file import EventFile
from rounds.store.state.phones_file import PhonesFile
from rounds.ui.paper import folder_beside, open_in_browser, write_sheets
from rounds.web.address import own_address, written
from rounds.web.kept_code import kept_phones


def print_out(asked: Namespace) -> int:
    """Write the sheets asked for, and open them if that was asked for, too."""
    event = event_of(asked)
    sheets = asked.sheets or USUAL
    if needs_plan(sheets) and not _has_plan(event):
        event = _planned_and_kept(asked.file, event)
    join = _join(asked) if asked.phones else None
    folder = asked.to or folder_beside(asked.file)
    paths = write_sheets(event, sheets, folder, asked.file.stem, asked.paper, join)
    for path in paths:
        tell(_("{file} was written.").format(file=path_text(path)))
    if join:
        tell(
            _(
                "The QR code is for {address}: it works where this computer has that address. "
                "In another network, print again."
            ).format(address=join.address)
        )
    if not asked.open:
        tell(_("Open a page in the browser and print it there; --open does that for you."))
    elif not open_in_browser(paths):
        tell(_("No browser was found here: open the pages in one and print them there."))
    return 0


def _join(asked: Namespace) -> JoinByPhone:
    """Return how phones join the evening at the address that this computer has now."""
    address = asked.address or own_address()
    if address is None:
        raise StoreError(
            "There is no QR code to print: this computer is in no network. Join a Wi-Fi or open a "
            "hotspot, or name its address with --address."
        )
    kept = kept_phones(PhonesFile(asked.file))
    return JoinByPhone(address=written(address, asked.port), code=kept.code)


def _has_plan(event: Event) -> bool:
    """Return whether the file has the plan that the evening goes by, or it is over."""
    closed = any(clock.phase == "closing" for clock in event.clock)
    return closed or (bool(event.plan or event.rounds) and holds(event))


def _planned_and_kept(path: Path, event: Event) -> Event:
    """Return the event with a new plan that is kept in the file, so that the screen has it, too.

    The program that runs the evening keeps its own plan: that one is printed as it is.
    """
    try:
        file = EventFile.open(path)
    except StoreError as error:
        if event.plan or event.rounds:
            return event
        tell(
            sentence(
                "{why} So the plan on paper is not kept, and the screen may seat people "
                "differently.",
                why=error.sentence,
            )
        )
        return _planned(event)
    planned = _planned(file.event)
    file.save(planned)
    if not file.close():
        raise StoreError(
            "The plan could not be saved in {file}, so nothing was printed.", file=path_text(path)
        )
    return planned


def _planned(event: Event) -> Event:
    begun = {round_.number for round_ in event.rounds}
    rounds = make_plan(event).rounds
    return event.with_(plan=tuple(round_ for round_ in rounds if round_.number not in begun))
