"""`rounds add`: the new people of a newer roster, added to an evening that exists."""

from __future__ import annotations

import sys
from argparse import Namespace

from rounds.cli.commands.event import event_of
from rounds.cli.commands.private_reports import remarks_on
from rounds.cli.output import in_a_terminal, path_text, tell
from rounds.domain.errors import RuleError
from rounds.domain.people import newer_list
from rounds.formats.new_event import blocks
from rounds.formats.roster import newer_report, participants, report, table
from rounds.i18n import _, ngettext
from rounds.store.additions import add_people
from rounds.store.disk.nearby import shell_quoted
from rounds.store.reading.file_bytes import roster_bytes

_YES = frozenset({"y", "yes", "はい", "ｙ"})


def add(asked: Namespace) -> int:
    """Show what a newer roster changes and, after a question, add the new people to the file."""
    event = event_of(asked)
    reading = table.read(roster_bytes(asked.roster))
    coming = participants.coming(reading)
    newer = newer_list.compare(event, coming, participants.away(reading))
    for line in (*report.doubtful_rows(reading), *newer_report.lines(newer)):
        tell(line)
    for remark in remarks_on(coming):
        tell(remark)
    if not newer.new:
        return 0
    if not asked.yes and not _confirmed(asked, len(newer.new)):
        tell(_("Nothing was changed."))
        return 0
    add_people(asked.file, blocks(participants.written(person) for person in newer.new))
    tell(
        ngettext(
            "{count} person was added at the end of your part of {file}.",
            "{count} people were added at the end of your part of {file}.",
            len(newer.new),
        ).format(count=len(newer.new), file=path_text(asked.file))
    )
    return 0


def _confirmed(asked: Namespace, count: int) -> bool:
    """Return whether the host wants to add them; raises `RuleError` where nobody can be asked."""
    if not in_a_terminal():
        raise RuleError(
            "Nothing was changed, because nobody can be asked here. To add them: {command}",
            command=f"rounds add {shell_quoted(asked.file)} --from {shell_quoted(asked.roster)} "
            "--yes",
        )
    question = ngettext(
        "Add {count} person to {file}? (y/N) ", "Add {count} people to {file}? (y/N) ", count
    )
    sys.stderr.write(question.format(count=count, file=path_text(asked.file)))
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in _YES
