"""A question that is answered by pressing the same key again."""

from __future__ import annotations

from rounds.ui.questions.second_press import SecondPress


class Watch:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_first_press_asks_and_the_second_one_confirms() -> None:
    again = SecondPress(Watch())

    assert not again.confirms("end")
    assert again.confirms("end")
    assert not again.confirms("end")


def test_a_press_that_comes_too_late_asks_again() -> None:
    watch = Watch()
    again = SecondPress(watch)
    again.confirms("end", within=2)
    watch.now += 2.5

    assert not again.confirms("end", within=2)
    assert again.confirms("end", within=2)


def test_a_double_press_is_no_answer_where_a_question_must_be_read_first() -> None:
    watch = Watch()
    again = SecondPress(watch)
    again.confirms("break", at_least=0.5)
    watch.now += 0.1

    assert not again.confirms("break", at_least=0.5)
    watch.now += 0.6
    assert again.confirms("break", at_least=0.5)


def test_the_answer_to_one_question_does_not_answer_another() -> None:
    again = SecondPress(Watch())
    again.confirms("end")

    assert not again.confirms("leave")
    assert again.asked == "leave"


def test_a_question_that_was_taken_back_is_asked_again() -> None:
    again = SecondPress(Watch())
    again.confirms("leave")
    again.forget()

    assert again.asked is None
    assert not again.confirms("leave")
