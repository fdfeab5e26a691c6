"""What can be done about a referral, as far as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from rounds.domain.days_after import LOSS_REASONS, Referral, ReferralState
from rounds.domain.event import Event
from rounds.domain.followup import referrals
from rounds.domain.sentence import Sentence, sentence
from rounds.formats.days_after_messages import about_referral
from rounds.i18n import _
from rounds.session.desk import Evening
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.questions import line, which
from rounds.ui.screens.after.referrals.texts import reason_name
from rounds.ui.screens.after.ways import Way

_STATES: dict[ReferralState, Sentence] = {
    "contacted": sentence("The client was contacted"),
    "proposed": sentence("A proposal was made"),
    "won": sentence("Won"),
}


def ways_on(
    evening: Evening, referral: Referral, today: date, *, first_ball: bool
) -> Sequence[Way]:
    """Return what can be done today, what is due first."""
    messages = _messages(evening, referral, today, first_ball=first_ball)
    return [*messages, *_states(referral, today)]


def _report(evening: Evening, referral: Referral, message: str, today: date) -> Way:
    """Return the way to tell the giver how it goes."""
    return Way(
        _REPORTS[message],
        lambda event: referrals.report(event, referral, today),
        lambda: about_referral(evening.event, referral, message, today),
    )


def _refusal(evening: Evening, referral: Referral, today: date) -> Way:
    """Return the way to give a clear no on the same day, with the reason."""
    label = _REPORTS["referral_no"]

    def closed(event: Event, reason: str) -> Event:
        why = f"other: {reason}" if reason else "other"
        lost = referrals.advance(event, referral, "lost", today, why)
        return referrals.report(lost, referral, today)

    return Way(
        label,
        ask=sentence("Why can you not take it?"),
        then=lambda reason: Way(
            label,
            lambda event: closed(event, reason),
            lambda: about_referral(evening.event, referral, "referral_no", today, reason=reason),
        ),
    )


def _with_words(
    evening: Evening,
    referral: Referral,
    message: str,
    label: Sentence,
    change: Callable[[Event], Event],
    today: date,
) -> Way:
    """Return a way whose message has what the client said."""
    return Way(
        label,
        ask=sentence("What did the client say? (may be empty)"),
        then=lambda said: Way(
            label,
            change,
            lambda: about_referral(evening.event, referral, message, today, words=said),
        ),
    )


_REPORTS = {
    "referral_received": sentence("Report: received"),
    "first_ball": sentence("Report: received, the first one"),
    "referral_no": sentence("Report: I cannot take it, and why"),
    "referral_going_well": sentence("Report: it is going well"),
    "referral_stuck": sentence("Report: it is stuck"),
    "referral_won": sentence("Report: won"),
    "referral_lost": sentence("Report: it came to nothing, and why"),
}


def _messages(
    evening: Evening, referral: Referral, today: date, *, first_ball: bool
) -> Iterator[Way]:
    match referral.state:
        case "new":
            received = "first_ball" if first_ball else "referral_received"
            yield _report(evening, referral, received, today)
            yield _refusal(evening, referral, today)
        case "won":
            label, thanks = _REPORTS["referral_won"], sentence("Thank the giver")
            yield _with_words(
                evening,
                referral,
                "referral_won",
                label,
                lambda event: referrals.report(event, referral, today),
                today,
            )
            yield _with_words(
                evening,
                referral,
                "referral_thanks",
                thanks,
                lambda event: referrals.thank(event, referral, today),
                today,
            )
        case "lost":
            yield _report(evening, referral, "referral_lost", today)
        case _:
            yield _report(evening, referral, "referral_going_well", today)
            yield _report(evening, referral, "referral_stuck", today)


def _states(referral: Referral, today: date) -> Iterator[Way]:
    """Yield the states in which a referral can be put; a wrong one can be corrected."""
    for state, label in _STATES.items():
        if state != referral.state:
            yield Way(label, _advanced(referral, state, today))


def _advanced(referral: Referral, state: ReferralState, day: date) -> Callable[[Event], Event]:
    return lambda event: referrals.advance(event, referral, state, day)


async def ask_for_reason(program: DeskProgram) -> str | None:
    """Return why a referral came to nothing; None after Escape."""
    offered = [(str(at), reason_name(each)) for at, each in enumerate(LOSS_REASONS, 1)]
    at = await which(program, _("Why did it come to nothing?"), offered)
    if at is None:
        return None
    reason = LOSS_REASONS[at]
    if reason != "other":
        return reason
    word = await line(program, _("Why, in a few words?"))
    return None if word is None else f"other: {word}"


def lost(referral: Referral, reason: str, today: date) -> Callable[[Event], Event]:
    """Return the change that closes a referral for a reason."""
    return lambda event: referrals.advance(event, referral, "lost", today, reason)
