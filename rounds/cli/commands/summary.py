"""`rounds summary`: what came of one evening or several, in numbers."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.commands.event import events_of
from rounds.cli.output import path_text, show, tell
from rounds.domain.followup.series import Series
from rounds.formats.summary import as_text
from rounds.i18n import _
from rounds.ui.paper import write_matrix


def summary(asked: Namespace) -> int:
    """Print the summary; with `--people` also who has met how many, and who is still to meet.

    With `--matrix` a page is written that shows who has met whom.
    """
    series = Series(events_of(asked))
    show(as_text(series, people=asked.people))
    if asked.matrix is not None:
        write_matrix(series, asked.matrix, asked.paper)
        tell(_("{file} was written.").format(file=path_text(asked.matrix)))
    return 0
