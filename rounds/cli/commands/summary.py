"""`rounds summary`: what came of one evening or several, in numbers."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.commands.event import events_of
from rounds.cli.output import show
from rounds.domain.followup.series import Series
from rounds.formats.summary import as_text


def summary(asked: Namespace) -> int:
    """Print the summary; with `--people` also who has met how many, and who is still to meet."""
    show(as_text(Series(events_of(asked)), people=asked.people))
    return 0
