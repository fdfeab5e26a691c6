"""What the session tells, and in which order: changes, the disk, news of the file."""

from __future__ import annotations

from rounds.domain.event import Event
from rounds.domain.people import attendance
from rounds.domain.sentence import latest, sentence
from rounds.session.session import Session
from tests.evenings import START, Edited, Hands, MemoryKeeper, a_session, an_event


def news(session: Session) -> list[str]:
    """Return the news as the host reads them."""
    return [str(said) for said in session.state.news]


def test_every_screen_that_listens_hears_of_a_change_until_it_is_closed() -> None:
    session = a_session()
    heard = []
    stop = session.state.listen(lambda: heard.append("console"))
    session.state.listen(lambda: heard.append("stage"))

    session.people.check_in("Person 01")
    stop()
    session.people.check_in("Person 02")

    assert heard == ["console", "stage", "stage"]


def test_a_screen_that_closes_while_it_is_told_takes_the_news_from_no_other() -> None:
    session = a_session()
    heard = []
    stop = session.state.listen(lambda: stop())
    session.state.listen(lambda: heard.append("stage"))

    session.people.check_in("Person 01")

    assert heard == ["stage"]


def test_once_the_disk_takes_everything_again_nothing_is_said_to_be_unsaved() -> None:
    session = a_session()
    session.state.unsaved(sentence("Not saved."))
    session.state.saved(3, START)

    session.tick()

    assert session.state.saving.unsaved is None
    assert (session.state.saving.ticket, session.state.saving.at) == (3, START)


def test_a_disk_that_refuses_leaves_it_known_when_everything_was_saved_last() -> None:
    session = a_session()
    session.state.saved(3, START)
    session.state.unsaved(sentence("Not saved."))

    session.tick()

    assert str(session.state.saving.unsaved) == "Not saved."
    assert (session.state.saving.ticket, session.state.saving.at) == (3, START)


def test_the_latest_word_about_the_file_takes_the_place_of_the_one_before_and_of_no_other() -> None:
    session = a_session()

    for said in (
        sentence("Two notes were put back."),
        latest(sentence("Line 3 is wrong.")),
        latest(sentence("Your changes are in effect.")),
    ):
        session.state.edited_outside(Edited(), (said,))
    session.tick()

    assert news(session) == ["Two notes were put back.", "Your changes are in effect."]


def test_an_edit_of_the_file_is_acknowledged_when_it_comes_in_and_not_before() -> None:
    session = a_session()
    edit = Edited()

    session.state.edited_outside(edit, ())
    waiting = edit.acknowledged
    session.tick()

    assert not waiting
    assert edit.acknowledged


def test_edits_of_the_file_come_in_in_the_order_in_which_they_were_made() -> None:
    session = a_session()

    def goes(event: Event) -> Event:
        return attendance.leave(event, "Person 01", START)

    def comes_back(event: Event) -> Event:
        return attendance.check_in(event, "Person 01", START)

    session.state.edited_outside(Edited(goes), ())
    session.state.edited_outside(Edited(comes_back), ())
    session.tick()

    assert session.state.roster.states["Person 01"] == "here"


def test_a_plan_made_since_is_still_up_to_date_after_going_back_over_the_start() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=3), hands)
    session.steps.next()
    session.steps.next()
    hands.move(6 + 300)
    session.people.add_walk_in("Tom Walker")
    session.plan.accept(session.plan.propose()[0])

    session.steps.back()

    assert session.run.phase == "move"
    assert not session.plan.stale


def test_a_board_that_comes_back_begins_with_its_first_page_again() -> None:
    hands = Hands()
    session = a_session(an_event(6, rounds=3), hands)
    session.steps.next()
    session.steps.next()
    hands.move(100)

    session.steps.back()

    assert session.room.board_since == hands.now


def test_the_file_is_given_back_at_the_end() -> None:
    session = a_session()

    session.close()

    assert isinstance(session.state.saver, MemoryKeeper)
    assert session.state.saver.closed


def test_a_black_screen_and_a_sleep_of_the_laptop_are_shown_at_once() -> None:
    hands = Hands()
    session = a_session(hands=hands)
    heard = []
    session.state.listen(lambda: heard.append(session.room.black))

    session.set_black(True)
    hands.move(60)
    session.tick()

    assert heard == [True, True]


def test_a_screen_is_drawn_again_as_soon_as_something_was_saved() -> None:
    session = a_session()
    idle = session.tick()
    session.state.saved(1, START)

    assert (idle, session.tick(), session.tick()) == (False, True, False)
