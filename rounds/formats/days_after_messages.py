"""The messages of introductions and referrals, ready to copy, in the language in force.

The host's own wording, `[event.texts]`, comes first. What only one side may know stands in the
text to that side alone.
"""

from __future__ import annotations

from datetime import date

from rounds.domain.days_after import Introduction, Referral
from rounds.domain.errors import RuleError
from rounds.domain.event import Event, Note, Participant, PersonKey
from rounds.domain.followup.due import Due, held_on
from rounds.domain.followup.introductions import may_introduce
from rounds.domain.followup.message_texts import filled, fitting_report
from rounds.domain.followup.referrals import REPORT_AFTER, is_open
from rounds.domain.people.roster import RosterIndex
from rounds.formats.sheets.drafts import draft, texts
from rounds.formats.sheets.texts import one_line_about
from rounds.i18n import _, language, shown_day
from rounds.text.safe import one_line


def asking(event: Event, introduction: Introduction, person: PersonKey) -> str:
    """Return the text that asks one of the two whether they want to be introduced."""
    return _about_introduction(event, introduction, person, "ask_introduction")


def introducing(event: Event, introduction: Introduction) -> str:
    """Return the text to both that introduces them; `RuleError` before both have said yes."""
    if not may_introduce(introduction):
        raise RuleError("Both must say yes first: ask each of them on their own.")
    return _about_introduction(event, introduction, introduction.people[0], "introduce")


def not_this_time(event: Event, introduction: Introduction, person: PersonKey) -> str:
    """Return the text that ends it for one of the two; it is the same whoever declined."""
    return _about_introduction(event, introduction, person, "not_this_time")


def worth_it(event: Event, introduction: Introduction, person: PersonKey) -> str:
    """Return the answer to somebody who asks whether the meeting is worth their time."""
    return _about_introduction(event, introduction, person, "worth_it")


def about_referral(
    event: Event,
    referral: Referral,
    message: str,
    today: date,
    *,
    words: str = "",
    reason: str = "",
) -> str:
    """Return a text from the receiver of a referral to its giver, to be sent today.

    `message` is one of the referrals' messages, `words` what the client said, and `reason` why
    the referral cannot be taken on (what is lost has a reason of its own). The day of the next
    report is counted from today.
    """
    giver, receiver = _person(event, referral.giver), _person(event, referral.receiver)
    values = {
        "partner": one_line(giver.name),
        "me": one_line(receiver.name),
        "company": one_line(receiver.company),
        "event": one_line(event.settings.title),
        "client": one_line(referral.client),
        "state": state_sentence(referral),
        "reason": _phrase(reason or reason_name(referral)),
        "words": one_line(words),
        "can_do": _phrase(receiver.offers),
        "day": shown_day(today + REPORT_AFTER) if is_open(referral) else "",
    }
    return _text(event, message, values)


def message_for(event: Event, due: Due, today: date, *, first_ball: bool = False) -> str:
    """Return the text that goes with something that is due, to be sent today."""
    match due.entry:
        case Note() as note:
            me, partner = _person(event, due.by), _person(event, due.about)
            if note.reply == "by" and (note.answered_on or (note.reply_by or today) < today):
                note = note.with_(reply=None)  # a day that is over is not promised again
            return draft(event.in_force, me, partner, note, None, held_on(event), today)
        case Introduction() as introduction:
            if due.kind == "introduce":
                return introducing(event, introduction)
            return asking(event, introduction, due.about)
        case Referral() as referral:
            thanks = due.kind == "thanks"
            message = (
                "referral_thanks"
                if thanks
                else fitting_report(referral, first_ball=first_ball or due.kind == "contact")
            )
            return about_referral(event, referral, message, today)


def certainty_sentence(introduction: Introduction) -> str:
    """Return honestly how certain it is that something comes of an introduction."""
    return {
        "proposal": _("There is a concrete proposal."),
        "idea": _("It is no more than an idea so far."),
        "first_meeting": _("It is about getting to know each other first."),
    }[introduction.certainty]


def state_sentence(referral: Referral) -> str:
    """Return how far an open referral is, empty for one that is won or lost."""
    return {
        "new": _("I have not reached them yet."),
        "contacted": _("We have been in touch."),
        "proposed": _("My proposal is with them."),
    }.get(referral.state, "")


def reason_name(referral: Referral) -> str:
    """Return why a referral was lost, empty if nobody has said so."""
    kind, _colon, word = (referral.reason or "").partition(": ")
    return {
        "price": _("the price"),
        "deadline": _("the time available"),
        "fit": _("it was not what they need"),
    }.get(kind, word)


def _about_introduction(
    event: Event, introduction: Introduction, person: PersonKey, message: str
) -> str:
    side = introduction.people.index(person)
    partner, other = (_person(event, introduction.people[place]) for place in (side, 1 - side))
    by = _person(event, introduction.by) if introduction.by else None
    values = {
        "partner": one_line(partner.name),
        "about_partner": _phrase(one_line_about(partner)),
        "gain": _phrase(introduction.gains[side]),
        "other": one_line(other.name),
        "about_other": _phrase(one_line_about(other)),
        "other_gain": _phrase(introduction.gains[1 - side]),
        "me": one_line(by.name if by else event.settings.host),
        "company": one_line(by.company) if by else "",
        "event": one_line(event.settings.title),
        "purpose": one_line(introduction.purpose),
        "certainty": certainty_sentence(introduction),
        "minutes": str(introduction.minutes),
    }
    return _text(event, message, values)


def _text(event: Event, message: str, values: dict[str, str]) -> str:
    return filled(event.settings.texts.get(message) or texts(language())[message], values)


def _person(event: Event, key: PersonKey) -> Participant:
    return RosterIndex(event).by_key.get(key) or Participant(name=key or "?")


def _phrase(text: str) -> str:
    """Return a line without the full stop at its end, because it becomes a part of a sentence."""
    return one_line(text).rstrip(" .。")
