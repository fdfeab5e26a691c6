"""What participants tell the host in confidence about somebody, over all evenings.

Reports are in a private file of the host's own, never in an event file, and nothing that the room
or a participant sees says that there is one. What comes of them acts silently: two people are kept
apart, somebody is not invited again.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple, Self

from rounds.domain.errors import RuleError
from rounds.domain.event import Event, KeptApart, Participant, PersonKey
from rounds.domain.fields import Day, Moment, Named, OneLine, Paragraphs
from rounds.domain.people.recognition import recognised
from rounds.domain.people.roster import RosterIndex
from rounds.domain.sentence import Sentence, counted, private, sentence
from rounds.domain.values import Recorded

Wish = Literal["listen", "keep_apart", "act"]
Decision = Literal["noted", "keep_apart", "refused"]
WISHES: tuple[Wish, ...] = ("listen", "keep_apart", "act")
DECISIONS: tuple[Decision, ...] = ("noted", "keep_apart", "refused")


class ReportedPerson(Recorded):
    """Somebody as a roster had them, so that they are recognised at another evening."""

    name: Named
    id: Named | None = None
    kana: OneLine = ""
    company: OneLine = ""

    @classmethod
    def of(cls, person: Participant) -> Self:
        """Return what of a roster's entry is kept."""
        return cls(name=person.name, id=person.id, kana=person.kana, company=person.company)

    def as_participant(self) -> Participant:
        """Return the person as an entry of a roster."""
        return Participant(name=self.name, id=self.id, kana=self.kana, company=self.company)


class PrivateReport(Recorded):
    """A report: about whom, what happened, and what is wished.

    `by` is there only if the reporter wants it, or if they wish to be kept apart. `apart_from` is
    from whom the host keeps the person apart, if that is not `by`.
    """

    at: Moment
    about: ReportedPerson
    event: OneLine = ""
    day: Day | None = None
    happened: Paragraphs = ""
    wish: Wish = "listen"
    by: ReportedPerson | None = None
    decision: Decision | None = None
    decided_on: Day | None = None
    apart_from: ReportedPerson | None = None

    @property
    def apart(self) -> tuple[ReportedPerson, ReportedPerson] | None:
        """The two who are kept apart, None where the host has not decided so."""
        other = self.apart_from or self.by
        if self.decision != "keep_apart" or other is None:
            return None
        return self.about, other


class History(NamedTuple):
    """What the host knows about somebody from earlier reports."""

    reports: int
    refused: bool


def new_report(
    event: Event,
    about: PersonKey,
    happened: str,
    wish: Wish,
    by: PersonKey | None,
    now: datetime,
    held: date | None,
) -> PrivateReport:
    """Return a report from an evening; `RuleError` where it says nothing or cannot be acted on."""
    roster = RosterIndex(event)
    if not happened.strip():
        raise RuleError("Write in a few words what happened.")
    if about == by:
        raise RuleError("Choose somebody else: this is your own name.")
    if wish == "keep_apart" and by is None:
        raise RuleError("To keep you apart, the host needs your name. Nobody else will see it.")
    return PrivateReport(
        at=now.replace(microsecond=0),
        about=ReportedPerson.of(roster.by_key[about]),
        event=event.settings.title,
        day=held,
        happened=happened.strip(),
        wish=wish,
        by=ReportedPerson.of(roster.by_key[by]) if by is not None else None,
    )


def decided(
    reports: Sequence[PrivateReport],
    report: PrivateReport,
    decision: Decision,
    day: date,
    apart_from: ReportedPerson | None = None,
) -> tuple[PrivateReport, ...]:
    """Return the reports with the host's decision about one of them.

    `RuleError` if nobody is known from whom the person is to be kept apart.
    """
    if decision == "keep_apart" and apart_from is None and report.by is None:
        raise RuleError("From whom? The report does not say who wrote it: choose a name.")
    found = [each for each in reports if (each.at, each.about) == (report.at, report.about)]
    if not found:
        raise RuleError("This report is not in the file any more. Open it again.")
    new = found[0].with_(
        decision=decision,
        decided_on=day,
        apart_from=apart_from if decision == "keep_apart" else None,
    )
    return tuple(new if each is found[0] else each for each in reports)


def decision_taken_back(
    reports: Sequence[PrivateReport], before: PrivateReport
) -> tuple[PrivateReport, ...]:
    """Return the reports with one of them as it was before the host's last decision about it."""
    return tuple(
        each.with_(
            decision=before.decision,
            decided_on=before.decided_on,
            apart_from=before.apart_from,
        )
        if (each.at, each.about) == (before.at, before.about)
        else each
        for each in reports
    )


def undecided(reports: Iterable[PrivateReport]) -> int:
    """Return how many reports are new: the host has not decided about them."""
    return sum(report.decision is None for report in reports)


def kept_apart_by(event: Event, reports: Sequence[PrivateReport]) -> tuple[KeptApart, ...]:
    """Return the pairs of an evening that reports keep apart and the event does not yet."""
    people = RosterIndex(event).people
    known = {frozenset(entry.people) for entry in event.kept_apart}
    found: dict[frozenset[PersonKey], KeptApart] = {}
    for report in reports:
        if report.apart is None:
            continue
        one, other = (_tonight(people, person) for person in report.apart)
        if one is not None and other is not None and one != other:
            found[frozenset((one, other))] = KeptApart(people=(one, other), at=report.at)
    return tuple(entry for pair, entry in found.items() if pair not in known)


def with_reports(event: Event, reports: Sequence[PrivateReport]) -> Event:
    """Return the event in which the people are kept apart whom the host keeps apart by reports."""
    if not any(report.apart for report in reports):
        return event
    more = kept_apart_by(event, reports)
    return event.with_(kept_apart=(*event.kept_apart, *more)) if more else event


def histories(
    people: Sequence[Participant], reports: Sequence[PrivateReport]
) -> dict[PersonKey, History]:
    """Return what is known of those on a roster about whom there are reports, by their keys."""
    found: dict[PersonKey, History] = {}
    for report in reports:
        key = _tonight(people, report.about)
        if key is not None:
            before = found.get(key, History(0, refused=False))
            refused = before.refused or report.decision == "refused"
            found[key] = History(before.reports + 1, refused)
    return found


def remarks(
    people: Sequence[Participant], reports: Sequence[PrivateReport]
) -> tuple[Sentence, ...]:
    """Return what the host should know of a roster: who was refused or reported before."""
    names = {person.key: person.name for person in people}
    return tuple(remark(names[key], history) for key, history in histories(people, reports).items())


def remark(name: str, history: History) -> Sentence:
    """Return what the host should know of somebody on a roster."""
    return private(sentence("{name}: {history}", name=name, history=in_short(history)))


def in_short(history: History) -> Sentence:
    """Return what earlier reports say about somebody, in numbers and without a reporter."""
    told = counted("{count} report in confidence", "{count} reports in confidence", history.reports)
    if history.refused:
        return sentence("{reports}; you decided not to invite them again", reports=told)
    return told


def _tonight(people: Sequence[Participant], person: ReportedPerson) -> PersonKey | None:
    """Return the key of somebody on a roster, None where they are not on it."""
    return next(iter(recognised(people, [person.as_participant()]).values()), None)
