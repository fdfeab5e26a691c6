"""Wishes that cannot be honoured, and limits that are passed: what the host should hear of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rounds.domain.event import Event, Round
from rounds.domain.people.roster import shown_names
from rounds.domain.people.sameness import industry as compared
from rounds.domain.people.wishes import wished_industries
from rounds.domain.planner.history import pair
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.reports.outcome import meetings_by_industry
from rounds.domain.sentence import Sentence, counted, private, sentence


def told(event: Event, roster: PlannerPeople, rounds: Sequence[Round]) -> Iterator[Sentence]:
    """Yield a sentence for each wish that a rule forbids, and for each limit that is passed."""
    names = shown_names(event)
    for i, wished in enumerate(roster.wishes):
        for j in wished:
            said = {
                "one": names[roster.people[i].key],
                "other": names[roster.people[j].key],
            }
            if pair(i, j) in roster.met:
                continue
            if pair(i, j) in roster.apart:
                yield private(
                    sentence("{one} wishes to meet {other}, but the two are kept apart.", **said)
                )
            elif roster.side is not None and roster.side[i] == roster.side[j]:
                yield private(
                    sentence("{one} wishes to meet {other}, but both are on the same side.", **said)
                )
    for i, groups in enumerate(roster.groups):
        for industry, group in zip(
            dict.fromkeys(wished_industries(roster.people[i])), groups, strict=True
        ):
            if not group:
                yield private(
                    sentence(
                        "{one} wishes to meet somebody from {industry}, but there is nobody else.",
                        one=names[roster.people[i].key],
                        industry=industry,
                    )
                )
    yield from _limits(event, roster, rounds)


def _limits(event: Event, roster: PlannerPeople, rounds: Sequence[Round]) -> Iterator[Sentence]:
    if not event.settings.at_most:
        return
    met = meetings_by_industry(roster, rounds)
    for name, most in event.settings.at_most.items():
        kinds = {
            kind
            for kind, person in zip(roster.industry, roster.people, strict=True)
            if compared(person.industry) == compared(name)
        }
        over = sum(sum(times[kind] for kind in kinds) > most for times in met)
        if not kinds:
            yield sentence(
                "There is a limit for {industry}, but nobody is from there.", industry=name
            )
        elif over:
            yield counted(
                "{count} person meets more than {most} from {industry}.",
                "{count} people meet more than {most} from {industry}.",
                over,
                most=most,
                industry=name,
            )
