"""What the host reads of edits to the event file: the latest word, and what stays."""

from __future__ import annotations

from rounds.domain.sentence import latest, sentence
from rounds.session.session import Session
from tests.evenings import Edited, a_session


def told(session: Session, *words: str, stays: bool = False) -> None:
    """The store says something about the file."""
    said = (sentence(each) if stays else latest(sentence(each)) for each in words)
    session.state.edited_outside(Edited(), tuple(said))
    session.tick()


def test_once_the_file_is_mended_the_error_is_no_news_any_more() -> None:
    session = a_session()
    told(session, "The copy is kept.", stays=True)
    told(session, "Line 15 is wrong.")
    told(session, "Line 15 is wrong.")

    told(session, "In force.")

    assert [str(each) for each in session.state.news] == ["The copy is kept.", "In force."]


def test_an_edit_of_the_record_leaves_the_word_about_the_settings() -> None:
    session = a_session()
    told(session, "Line 15 is wrong.")

    told(session, "One entry of the record was changed.", stays=True)

    assert str(session.state.news[0]) == "Line 15 is wrong."


def test_all_that_one_edit_brought_is_news() -> None:
    session = a_session()

    told(session, "In force.", "Somebody is not on the roster.")

    assert len(session.state.news) == 2
