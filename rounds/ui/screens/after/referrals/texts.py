"""What the desk says about a referral, in the language in force."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.days_after import Referral, ReferralState
from rounds.domain.followup.referral_list import ReferralCount
from rounds.domain.followup.referrals import report_due, thanks_due
from rounds.i18n import _, shown_day
from rounds.ui.widgets.wrapped_text import SEPARATOR


def state_name(state: ReferralState) -> str:
    """Return how far a referral is."""
    return {
        "new": _("not yet contacted"),
        "contacted": _("contacted"),
        "proposed": _("proposal made"),
        "won": _("won"),
        "lost": _("came to nothing"),
    }[state]


def reason_name(reason: str) -> str:
    """Return why a referral came to nothing; a word of the host's own as it is."""
    known = {
        "price": _("the price"),
        "deadline": _("the time available"),
        "fit": _("it was not what they need"),
    }
    own = reason.removeprefix("other").removeprefix(":").strip()
    return known.get(reason) or own or _("another reason")


def next_day(referral: Referral) -> str:
    """Return what is due next and when, "" after the end."""
    if (day := report_due(referral)) is not None:
        return _("report by {day}").format(day=shown_day(day))
    if (day := thanks_due(referral)) is not None:
        return _("thanks by {day}").format(day=shown_day(day))
    return ""


def about(referral: Referral, *, first_ball: bool) -> Sequence[str]:
    """Return how a referral has gone so far."""
    said = [state_name(referral.state)]
    if referral.reason:
        said.append(reason_name(referral.reason))
    said.append(_("given on {day}").format(day=shown_day(referral.given_on)))
    if first_ball:
        said.append(_("the first referral from this giver"))
    told = [next_day(referral)]
    if referral.reports:
        told.insert(0, _("last report on {day}").format(day=shown_day(referral.reports[-1])))
    if referral.thanked_on:
        told.append(_("thanked on {day}").format(day=shown_day(referral.thanked_on)))
    return referral.client, SEPARATOR.join(said), SEPARATOR.join(filter(None, told))


def count_line(count: ReferralCount) -> str:
    """Return how many referrals somebody gave and received."""
    return _(
        "{name}: given {given} ({given_open} open, {given_won} won); "
        "received {received} ({received_open} open, {received_won} won)"
    ).format(
        name=count.name,
        given=count.given,
        given_open=count.given_open,
        given_won=count.given_won,
        received=count.received,
        received_open=count.received_open,
        received_won=count.received_won,
    )
