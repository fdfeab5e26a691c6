"""The entries of the record that the days after an evening add: introductions and referrals.

People are named by their keys, as everywhere in the record.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticKnownError

from rounds.domain.fields import Day, LossReason, Moment, Named, OneLine, Two, Whole
from rounds.domain.values import Recorded

Answer = Literal["asked", "yes", "no"]
Certainty = Literal["proposal", "idea", "first_meeting"]
ReferralState = Literal["new", "contacted", "proposed", "won", "lost"]

CERTAINTIES: tuple[Certainty, ...] = ("proposal", "idea", "first_meeting")
MINUTES = (15, 30, 60)
STATES: tuple[ReferralState, ...] = ("new", "contacted", "proposed", "won", "lost")
LOSS_REASONS = ("price", "deadline", "fit", "other")


def _different(people: Two) -> Two:
    if people[0] == people[1]:
        raise PydanticKnownError(
            "too_short", {"field_type": "Tuple", "min_length": 2, "actual_length": 1}
        )
    return people


def _of_meeting(minutes: int) -> int:
    if minutes not in MINUTES:
        raise PydanticKnownError("literal_error", {"expected": "15, 30 or 60"})
    return minutes


TwoPeople = Annotated[Two, AfterValidator(_different)]


class AskedPerson(Recorded):
    """What one of two people said to being introduced; `answered_on` is set with `yes` and `no`."""

    person: Named
    answer: Answer = "asked"
    asked_on: Day | None = None
    answered_on: Day | None = None


class Introduction(Recorded):
    """Two people who may be introduced to each other, once both have said yes.

    `by` is who introduces them, empty for the host. `gains` says what each may gain, in the order
    of `people`. `noted_on` is the day on which somebody had the idea.
    """

    people: TwoPeople
    by: OneLine = ""
    noted_on: Day
    purpose: Named
    gains: tuple[OneLine, OneLine] = ("", "")
    certainty: Certainty = "first_meeting"
    minutes: Annotated[Whole, AfterValidator(_of_meeting)] = 30
    answers: tuple[AskedPerson, ...] = ()
    introduced_on: Day | None = None


class Referral(Recorded):
    """A client whom one person (the giver) has referred to another (the receiver).

    `client` is a label. `reports` are the days on which the receiver told the giver how it goes;
    the next report is due on `next_report_on`. `reason` belongs to a referral that was lost.
    """

    giver: Named
    receiver: Named
    client: Named
    given_on: Day
    state: ReferralState = "new"
    reason: LossReason | None = None
    reports: tuple[Day, ...] = ()
    next_report_on: Day | None = None
    thanked_on: Day | None = None


class Greeting(Recorded):
    """The host has spoken with somebody."""

    person: Named
    at: Moment
