"""What guests tell the host in confidence acts silently, now and at the next evening."""

from __future__ import annotations

from rounds.background.at_once import PlannerAtOnce
from rounds.domain.errors import InputError
from rounds.domain.sentence import is_private
from rounds.session.clocks import Clocks
from rounds.session.reports import ReportsInMemory
from rounds.session.session import Session
from tests.evenings import Hands, MemoryKeeper, an_event

ANN, BEN = "Person 01", "Person 02"
SECRET = "SECRETHAPPENED"


def an_evening(keeper: ReportsInMemory, people: int = 4) -> tuple[Session, MemoryKeeper]:
    hands, saver = Hands(), MemoryKeeper()
    session = Session(
        an_event(people),
        saver,
        Clocks(hands.steady, hands.wall),
        planner=PlannerAtOnce(),
        reports=keeper,
    )
    return session, saver


def test_a_report_is_counted_and_is_in_no_event() -> None:
    session, saver = an_evening(ReportsInMemory())
    session.reports.tell(BEN, SECRET, "listen", None)

    assert len(session.reports.undecided) == 1
    assert not saver.kept
    assert SECRET not in repr(session.event)
    assert not session.state.news


def test_two_are_kept_apart_at_once_and_at_the_next_evening() -> None:
    keeper = ReportsInMemory()
    session, _saver = an_evening(keeper)
    session.reports.tell(BEN, SECRET, "keep_apart", ANN)
    assert not session.event.kept_apart

    session.reports.decide(session.reports.undecided[0], "keep_apart")
    (apart,) = session.event.kept_apart
    assert set(apart.people) == {ANN, BEN}
    assert not session.state.news
    assert SECRET not in repr(session.event)

    next_time, _saver = an_evening(keeper)
    assert set(next_time.event.kept_apart[0].people) == {ANN, BEN}
    assert next_time.undo.latest is None


def test_an_anonymous_report_keeps_apart_from_whom_the_host_says() -> None:
    session, _saver = an_evening(ReportsInMemory())
    session.reports.tell(BEN, SECRET, "act", None)
    session.reports.decide(session.reports.undecided[0], "keep_apart", ANN)

    assert set(session.event.kept_apart[0].people) == {ANN, BEN}


def test_the_host_sees_that_somebody_was_reported_before() -> None:
    keeper = ReportsInMemory()
    session, _saver = an_evening(keeper)
    session.reports.tell(BEN, SECRET, "listen", ANN)
    session.reports.decide(session.reports.undecided[0], "refused")

    found = an_evening(keeper)[0].reports.history(BEN)
    assert found is not None
    assert (found.reports, found.refused) == (1, True)
    assert session.reports.history(ANN) is None


def test_a_report_about_which_nothing_is_decided_yet_says_nothing_about_somebody() -> None:
    session, _saver = an_evening(ReportsInMemory())
    session.reports.tell(BEN, SECRET, "act", ANN)

    assert session.reports.history(BEN) is None


def test_the_news_of_a_spoilt_file_is_private() -> None:

    class Spoilt(ReportsInMemory):
        def read(self) -> tuple[()]:
            raise InputError("{file} is spoilt", file="reports.toml")

    session, _saver = an_evening(Spoilt())
    assert is_private(session.state.news[0])


def test_a_greeting_is_kept_and_taken_back() -> None:
    session, saver = an_evening(ReportsInMemory())

    assert session.people.greet(ANN)
    assert [entry.person for entry in saver.kept[-1].greeted] == [ANN]
    assert not session.people.greet(ANN)
    assert session.event.greeted == ()
    session.take_back()
    assert len(session.event.greeted) == 1
