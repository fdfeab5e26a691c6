"""`rounds plan`: who meets whom, as text, CSV or JSON."""

from __future__ import annotations

from argparse import Namespace
from time import perf_counter

from rounds.cli.commands.event import event_of
from rounds.cli.output import show, tell
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.outcome import outcome
from rounds.formats.history.rows import names
from rounds.formats.plan import as_csv, as_json, as_text, check_report
from rounds.i18n import say


def plan(asked: Namespace) -> int:
    """Print the plan; the file stays as it is."""
    event = event_of(asked)
    began = perf_counter()
    made = make_plan(event, seed=asked.seed)
    seconds = perf_counter() - began
    for reason in check_report.reasons(made):
        tell(reason)
    if asked.format == "json":
        show(as_json.render(made, outcome(event, made.rounds), seconds))
        return 0
    for warning in (*made.warnings, *made.remarks):
        tell(warning)
    if asked.format == "csv":
        called = names(event)
        show(as_csv.render(made.rounds, called, event.settings.listen_first), "utf-8-sig")
    else:
        show(as_text.render(event, made.rounds, [say(line) for line in made.summary]))
    return 0
