"""What a sheet says about a partner, a person and a day, in the language in force."""

from __future__ import annotations

from collections.abc import Mapping

from rounds.domain.days_after import Introduction, Referral
from rounds.domain.event import Note, Participant, PersonKey
from rounds.domain.followup.due import Due
from rounds.formats.history.labels import reply_word, stage_word, step_name
from rounds.formats.sheets.sheet import Partner
from rounds.i18n import _, listed, ngettext, shown_day
from rounds.text.safe import one_line


def about_person(profile: Participant) -> list[tuple[str, str]]:
    """Return what the roster says about somebody's aims, each with what it is."""
    said = [
        (_("Purpose"), profile.purpose),
        (_("Offers"), profile.offers),
        (_("Looks for"), profile.seeks),
    ]
    return [(label, text) for label, text in said if text]


def one_line_about(profile: Participant) -> str:
    """Return company, industry and the first known aim of somebody in one line."""
    aims = [text for _label, text in about_person(profile)]
    return listed([text for text in (profile.company, profile.industry, *aims[:1]) if text])


def about_note(partner: Partner) -> list[tuple[str, str]]:
    """Return what the owner wrote and decided about a partner, each with what it is."""
    note = partner.note
    said = [
        (_("Their purpose"), note.purpose if note else ""),
        (_("I can do"), note.can_do if note else ""),
        (_("Note"), note.text if note else ""),
        (_("Interest"), stage_word(note) if note else ""),
        (_("My answer"), _answer(note) if note else ""),
        (_("My next step"), _step(partner)),
        (_("Again"), _again(partner)),
    ]
    return [(label, text) for label, text in said if text.strip()]


def what_is_due(due: Due, names: Mapping[PersonKey, str]) -> str:
    """Return one thing to do; `names` are those of the people at that evening."""
    name = one_line(names.get(due.about, due.about))
    match due.entry:
        case Introduction() as introduction:
            two = [one_line(names.get(key, key)) for key in introduction.people]
            other = next((called for called in two if called != name), name)
            return {
                "ask": _("Ask {person}: may they be introduced to {other}?"),
                "consent": _("Waiting for the answer of {person}: introduction to {other}"),
                "introduce": _("Introduce {person} and {other} to each other"),
            }[due.kind].format(person=name, other=other)
        case Referral() as referral:
            return {
                "contact": _("First contact with {client} (first referral from {person})"),
                "report": _("Report to {person}: {client}"),
                "thanks": _("Thank {person}: {client}"),
            }[due.kind].format(person=name, client=one_line(referral.client))
    if due.kind == "answer":
        return _("Give {person} an answer").format(person=name)
    step = step_name(due.what)
    return _("{step}: {person}").format(step=step[:1].upper() + step[1:], person=name)


def in_days(days: int) -> str:
    """Return a number of days as a time from now."""
    if days == 0:
        return _("today")
    return ngettext("in {count} day", "in {count} days", days).format(count=days)


def unfinished(partner: Partner) -> str:
    """Return the question that an unfinished note leaves open."""
    return _("Unfinished: what can I do for {person}?").format(person=partner.called)


def _answer(note: Note) -> str:
    if note.reply == "by" and note.reply_by:
        return _("answer by {day}").format(day=shown_day(note.reply_by))
    return reply_word(note)


def _step(partner: Partner) -> str:
    note = partner.note
    if note and note.next_step:
        step = step_name(note.next_step)
        if note.done_on:
            return _("{step}, done on {day}").format(step=step, day=shown_day(note.done_on))
        if note.next_step_on is None:
            return step
        return _("{step} on {day}").format(step=step, day=shown_day(note.next_step_on))
    if partner.proposed:
        name, day = partner.proposed
        return _("by my pattern: {step} on {day}").format(step=step_name(name), day=shown_day(day))
    return ""


def _again(partner: Partner) -> str:
    if partner.again:
        return _("you would both like to talk again")
    return _("I would like to talk again") if partner.note and partner.note.again else ""
