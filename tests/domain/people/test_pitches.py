"""One-minute introductions that are too short or too long, as the host is told before doors."""

from __future__ import annotations

import pytest

from rounds.domain.event import Event
from rounds.domain.people.pitches import remarks
from rounds.i18n import say
from tests.evenings import an_event


def an_evening(*texts: str) -> Event:
    event = an_event(len(texts))
    return event.with_(
        participants=tuple(
            person.with_(pitch=text) for person, text in zip(event.participants, texts, strict=True)
        )
    )


def said(*texts: str) -> list[str]:
    return [say(remark) for remark in remarks(an_evening(*texts))]


@pytest.mark.parametrize("count", [130, 150])
def test_a_text_that_takes_a_minute_is_not_mentioned(count: int) -> None:
    assert said("word " * count, "") == []


@pytest.mark.parametrize("count", [300, 350])
def test_a_japanese_text_is_measured_in_characters(count: int) -> None:
    assert said("あ" * (count - 20) + "\n" + "漢字 IT " * 5, "") == []


@pytest.mark.parametrize(("count", "words"), [(129, "129 words"), (151, "151 words")])
def test_a_text_that_is_too_short_or_too_long_is_told_with_its_length(
    count: int, words: str
) -> None:
    assert said("word " * count, "") == [
        f"Person 01: the introduction has {words}; a minute takes 130 to 150."
    ]


def test_each_text_is_measured_by_its_own_script_whatever_the_language_of_the_screens() -> None:
    assert said("水に触れずに量を測ります。", "We measure water at 北森.") == [
        "Person 01: the introduction has 13 characters; a minute takes 300 to 350.",
        "Person 02: the introduction has 5 words; a minute takes 130 to 150.",
    ]


def test_of_many_texts_the_first_five_are_told_and_the_others_counted() -> None:
    told = said(*["too short"] * 17)

    assert len(told) == 6
    assert told[-1] == "12 more introductions are too short or too long."


def test_a_whole_book_of_one_word_is_told_as_well() -> None:
    assert said("x" * 100_000, "") == [
        "Person 01: the introduction has 1 word; a minute takes 130 to 150."
    ]
