"""Asks whether to add a rematch round, and says in numbers what it would be.

The room may read it: pairs in which both would like to talk again are counted, not named.
"""

from __future__ import annotations

import asyncio

from rounds.domain.timetable import full_minute
from rounds.i18n import _, ngettext, shown_time
from rounds.session.plans_ahead import StillLooking
from rounds.session.rematch import Rematch, RematchRound
from rounds.ui.screens.pasted_people import Asking

LOOKS, A_LOOK = 30, 0.1
"""How often, and how many seconds apart, the seats of the round are looked for: after a restart
what makes plans begins only with this question."""


async def ask_for_rematch(host: Asking) -> None:
    """Show how many pairs would sit together again; add the round if the host says so."""
    session = host.session
    with host.reporting():
        rematch = await _proposed(session.rematch)
        ends = shown_time(full_minute(session.timetable.expected_end(rematch.event)).time())
        about = [
            ngettext(
                "{count} pair in which both would like to talk again sits together.",
                "{count} pairs in which both would like to talk again sit together.",
                rematch.pairs,
            ).format(count=rematch.pairs),
            _("Nobody else meets anybody a second time."),
            _("The evening then ends at {time}.").format(time=ends),
        ]
        if rematch.resting:
            about.insert(
                2,
                ngettext("{count} person rests.", "{count} people rest.", rematch.resting).format(
                    count=rematch.resting
                ),
            )
        ways = [("", _("Leave the rounds as they are")), ("", _("Add the round"))]
        question = _("Add round {number} as a rematch round?").format(number=rematch.number)
        before = session.event
        if await host.program.ask("choose", question, ways, "\n".join(about)) != 1:
            return
        if session.event is not before:  # a note, or somebody who left: the seats may be others
            rematch = await _proposed(session.rematch)
        session.rematch.add(rematch)
        host.tell(
            ngettext(
                "{count} round, ends {time}; u undoes it.",
                "{count} rounds, ends {time}; u undoes it.",
                rematch.number,
            ).format(count=rematch.number, time=ends)
        )


async def _proposed(rematch: Rematch) -> RematchRound:
    """Return the round as soon as its seats are found; raises StillLooking if that takes long."""
    for _look in range(LOOKS):
        try:
            return rematch.propose()
        except StillLooking:
            await asyncio.sleep(A_LOOK)
    return rematch.propose()
