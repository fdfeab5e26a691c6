"""A participant's own sheet as Markdown, to be pasted into a mail."""

from __future__ import annotations

from collections.abc import Iterator

from rounds.formats.history.as_markdown import escaped
from rounds.formats.history.labels import stage_name, step_name
from rounds.formats.sheets import texts
from rounds.formats.sheets.sheet import Partner, Sheet
from rounds.i18n import _, listed, shown_date, shown_day

MARK = "<!-- Rounds -->"
"""The first line, by which the program knows a sheet that it has written."""


def render(sheet: Sheet) -> str:
    """Return the sheet as Markdown; what people typed is escaped, the drafts are quoted."""
    lines = [MARK, f"# {escaped(sheet.called)}", ""]
    day = shown_date(sheet.held) if sheet.held else ""
    about = [text for text in (sheet.settings.title, day, sheet.settings.place) if text]
    lines += [escaped(listed(about)), "", "## " + _("What I will do"), ""]
    if not sheet.due:
        lines.append(_("No next step has a day yet: choose one for each partner below."))
    for due in sheet.due:
        what = texts.what_is_due(due, sheet.names)
        box = "x" if due.done_on else " "
        lines.append(f"- [{box}] {_pair(shown_day(due.day), escaped(what))}")
    if sheet.again:
        lines += ["", "## " + _("You would both like to talk again"), ""]
        lines += [f"- {escaped(partner.called)}" for partner in sheet.again]
    if sheet.reach:
        lines += ["", "## " + _("Contacts"), ""]
        for other in sheet.reach:
            contact = escaped(other.profile.contact)
            lines.append(f"- {_pair(escaped(other.called), contact)}")
    lines += ["", "## " + _("People I met"), ""]
    if not sheet.partners:
        lines += [_("You have not sat with anybody in a round."), ""]
    for partner in sheet.partners:
        lines += [*_partner(partner), ""]
    if sheet.not_met:
        lines += ["## " + _("Still to meet"), ""]
        for other in sheet.not_met:
            who, about_them = escaped(other.called), escaped(texts.one_line_about(other.profile))
            lines.append(f"- {other.number} {_pair(who, about_them) if about_them else who}")
        lines.append("")
    lines += ["## " + _("My pattern"), ""]
    for stage, step, days in sheet.pattern:
        what = listed([step_name(step), texts.in_days(days)])
        lines.append(f"- {_pair(stage_name(stage), what)}")
    return "\n".join(lines) + "\n"


def _pair(label: str, text: str) -> str:
    """Return a text behind what it is, with the colon of the language in force."""
    return _("{label}: {text}").format(label=label, text=text)


def _partner(partner: Partner) -> Iterator[str]:
    number = _("Round {number}").format(number=partner.round)
    yield f"### {_pair(number, escaped(partner.called))}"
    yield ""
    profile = partner.profile
    if work := listed([text for text in (profile.company, profile.industry) if text]):
        yield escaped(work)
        yield ""
    for label, text in (*texts.about_person(profile), *texts.about_note(partner)):
        yield f"- {_pair(label, escaped(text))}"
    if partner.unfinished:
        yield f"- **{escaped(texts.unfinished(partner))}**"
    yield ""
    for line in partner.draft.splitlines():
        yield f"> {escaped(line)}  " if line else ">"
