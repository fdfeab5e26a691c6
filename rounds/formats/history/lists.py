"""Two lists beside the pair history: who wants to talk again, and what is to be done by day.

Both come from notes, but hold none of their words. A wish to talk again is in the list only where
both have it.
"""

from __future__ import annotations

from datetime import date

from rounds.domain.event import Event, PersonKey
from rounds.domain.followup.contacts import again_pairs
from rounds.domain.followup.due import Due, follow_ups
from rounds.formats.history import as_csv, as_json, as_markdown
from rounds.formats.history.labels import due_name, profile_headings
from rounds.formats.history.rows import names, profiles
from rounds.i18n import _, shown_day

LISTS = ("again", "steps")


def render(
    what: str, form: str, event: Event, *, only: PersonKey | None = None, people: bool = False
) -> str:
    """Return a list of `LISTS` in a form of `EXPORTS`.

    `only` restricts it to one person, `people` adds company, industry and purpose.
    """
    return {"again": _again, "steps": _steps}[what](event, form, only, people)


def _again(event: Event, form: str, only: PersonKey | None, people: bool) -> str:
    pairs = [pair for pair in again_pairs(event) if only is None or only in pair]
    if form == "json":
        return _json(event, {"again": [list(pair) for pair in pairs]}, {*sum(pairs, ())}, people)
    called, about = names(event), profiles(event)
    headings: list[str] = []
    for who in (_("participant"), _("both want to talk again")):
        more = [_("{seat}: {field}").format(seat=who, field=field) for field in profile_headings()]
        headings += [who, *(more if people else [])]
    rows = [
        [cell for key in pair for cell in (called[key], *(about[key] if people else ()))]
        for pair in pairs
    ]
    return _table(event, form, _("Who wants to talk again"), headings, rows)


def _steps(event: Event, form: str, only: PersonKey | None, people: bool) -> str:
    found = follow_ups(note for note in event.notes if only is None or note.by == only)
    if form == "json":
        keys = {key for due in found for key in (due.by, due.about)}
        return _json(event, {"steps": [_step_data(due) for due in found]}, keys, people)
    called, about = names(event), profiles(event)
    day = date.isoformat if form == "csv" else shown_day
    headings = [_("day"), _("participant"), _("next step"), _("partner"), _("done on")]
    headings += profile_headings() if people else []
    rows = [
        [
            day(due.day),
            called[due.by],
            due_name(due),
            called[due.about],
            day(due.done_on) if due.done_on else "",
            *(about.get(due.about, ("", "", "")) if people else ()),
        ]
        for due in found
    ]
    return _table(event, form, _("Next steps by day"), headings, rows)


def _step_data(due: Due) -> dict[str, object]:
    return {
        "day": due.day,
        "by": due.by,
        "about": due.about,
        "what": due.what,
        "done_on": due.done_on,
    }


def _json(event: Event, found: dict[str, object], keys: set[PersonKey], people: bool) -> str:
    """Return a list as JSON, with the names of those who are in it."""
    data: dict[str, object] = {
        "event": as_json.about_event(event),
        "people": {key: name for key, name in names(event).items() if key in keys},
        **found,
    }
    if people:
        about = as_json.about_people(event)
        data["profiles"] = {key: said for key, said in about.items() if key in keys}
    return as_json.written(data)


def _table(event: Event, form: str, title: str, headings: list[str], rows: list[list[str]]) -> str:
    if form == "csv":
        return as_csv.table([headings, *rows])
    lines = [*as_markdown.heading(event), "## " + title, "", *as_markdown.table(headings, rows)]
    return "\n".join(lines).rstrip() + "\n"
