"""`rounds check`: mistakes in a file, and what a host needs to know before doors open."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.commands import surroundings
from rounds.cli.commands.event import event_of
from rounds.cli.commands.phone_trial import try_phones
from rounds.cli.commands.private_reports import remarks_on
from rounds.cli.output import show, tell
from rounds.domain.people import doubtful_people, pitches
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.plan import make_plan
from rounds.formats.plan import assessment, check_report
from rounds.i18n import _, say
from rounds.ui.sound.players import play


def check(asked: Namespace) -> int:
    """Print the report of a file; the status is 0 if the evening can be run as it is."""
    event = event_of(asked)
    found = assessment.assess(
        event, make_plan(event), make_plan(assessment.with_most_rounds(event))
    )
    refusal = surroundings.refusal(asked.file)
    remarks = [*doubtful_people.remarks(event), *pitches.remarks(event)]
    remarks += remarks_on(RosterIndex(event).people)
    remarks += [refusal] if refusal else [*surroundings.folder_remarks(asked.file)]
    remarks += [*surroundings.terminal_remarks(), surroundings.display_remark()]
    show(check_report.render(event, found, [say(remark) for remark in remarks]))
    if asked.sound:
        _play_sound()
    phones = not asked.phones or try_phones(event, asked.file, asked.address, asked.port)
    return 0 if found.possible and found.fits and not refusal and phones else 1


def _play_sound() -> None:
    player = play("end")
    if player is None:
        tell(_("No program that plays sounds was found: the terminal's bell will ring instead."))
    else:
        tell(_("You should have heard the end of a round (by {program}).").format(program=player))
