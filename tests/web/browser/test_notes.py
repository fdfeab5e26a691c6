"""Notes on the page of the phones, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rounds.domain.event import Note
from tests.evenings import START, an_event
from tests.phone import Phone
from tests.web.browser.evening import (
    asks,
    joined,
    note_page,
    notes,
    pair,
    start_round,
)
from tests.web.wifi import Wifi

pytestmark = pytest.mark.chromium


def test_a_note_is_called_saved_when_the_disk_has_it(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    wifi.do(lambda hall: setattr(hall.disk, "slow", True))
    phone = joined(take(), wifi)
    phone.tap("Notes")
    phone.tap(pair(wifi)[1])
    phone.focus("[name=purpose]")
    phone.type("a partner for a new shop")
    phone.tap("has a problem to solve")
    phone.tap("answer by a date")

    assert phone.waits_for("document.querySelector('[data-state]').textContent == 'Not saved yet'")
    while not notes(wifi):
        assert not phone.sees("Saved", 0.1)
    wifi.do(lambda hall: hall.disk.report())

    assert phone.waits_for("document.querySelector('[data-state]').textContent == 'Saved'")
    (note,) = notes(wifi)
    assert (note.by, note.about) == pair(wifi)
    assert (note.purpose, note.stage, note.reply) == ("a partner for a new shop", "problem", "by")
    assert note.reply_by is not None
    assert phone.value("localStorage.length") == 0


def test_what_is_written_without_a_network_is_kept_and_sent_later(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    phone.tap("Notes")
    phone.tap(pair(wifi)[1])
    phone.network(there=False)
    phone.focus("[name=text]")
    phone.type("Likes boats")

    assert phone.sees("Not sent yet: kept on this phone")
    assert phone.waits_for("document.querySelector('#bar [data-clock]').textContent")
    assert notes(wifi) == ()
    phone.network(there=True)
    asks(phone)

    assert phone.sees("Saved")
    assert [note.text for note in notes(wifi)] == ["Likes boats"]


def test_a_page_that_was_closed_still_has_what_was_not_sent(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    phone.open(note_page(wifi, pair(wifi)[1]))
    phone.network(there=False)
    phone.focus("[name=text]")
    phone.type("Likes boats")
    assert phone.sees("Not sent yet: kept on this phone")

    phone.open("about:blank")
    phone.network(there=True)
    phone.open(wifi.address)

    assert phone.waits_for("document.querySelector('.now')")
    asks(phone)
    assert phone.waits_for("localStorage.length == 0")
    assert [note.text for note in notes(wifi)] == ["Likes boats"]


def test_what_was_just_typed_is_sent_when_the_phone_goes_into_a_pocket(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    phone.open(note_page(wifi, pair(wifi)[1]))
    phone.focus("[name=text]")
    phone.value(
        "(() => { const real = setTimeout;"  # the pause before a note is sent never ends
        " window.setTimeout = (act, after) => after == 900 ? 1 : real(act, after); })()"
    )
    phone.type("Likes boats")
    phone.value("Object.defineProperty(document, 'hidden', { value: true })")
    phone.value("document.dispatchEvent(new Event('visibilitychange'))")

    assert phone.waits_for("document.querySelector('[data-state]').textContent == 'Saved'")
    assert [note.text for note in notes(wifi)] == ["Likes boats"]


def test_partners_that_could_not_be_fetched_are_fetched_the_next_time(
    take: Callable[..., Phone],
) -> None:
    wifi = Wifi(an_event(6))
    phone = joined(take(), wifi, "Person 01")
    phone.tap("Notes")
    phone.value(
        "(() => { const real = fetch; window.fetch = (...asked) => {"
        " if (asked[0] != '/api/notes') return real(...asked);"
        " window.fetch = real; return Promise.reject(new TypeError('lost')); }; })()"
    )
    start_round(wifi)
    asks(phone)
    assert phone.sees("No connection to the host's laptop")
    asks(phone)

    assert phone.waits_for("document.querySelectorAll('.rows li').length == 1")
    wifi.close()


def test_nothing_is_sent_while_japanese_is_composed(wifi: Wifi, take: Callable[..., Phone]) -> None:
    phone = joined(take(language="ja"), wifi, yes="はい、本人です")
    phone.open(note_page(wifi, pair(wifi)[1]))
    phone.focus("[name=purpose]")
    phone.compose("しんきかい")
    assert phone.waits_for("document.querySelector('[name=purpose]').value == 'しんきかい'")

    asks(phone)
    assert not phone.sees("保存しました", 1.5)
    assert notes(wifi) == ()
    phone.type("新規開拓")

    assert phone.sees("保存しました")
    assert [note.purpose for note in notes(wifi)] == ["新規開拓"]


def test_two_phones_have_their_own_notes_only(wifi: Wifi, take: Callable[..., Phone]) -> None:
    names = pair(wifi)
    one, other = (joined(take(), wifi, name) for name in names)
    for phone, about, text in (
        (one, names[1], "secret of one"),
        (other, names[0], "secret of two"),
    ):
        phone.open(note_page(wifi, about))
        phone.focus("[name=text]")
        phone.type(text)
        assert phone.sees("Saved")
    asks(one)
    one.open(f"{wifi.address}#notes")
    assert one.sees("written")

    seen = one.value("document.documentElement.innerHTML + JSON.stringify({...localStorage})")

    assert "secret of two" not in seen
    assert "secret" not in one.text
    one.tap(pair(wifi)[1])
    assert one.waits_for("document.querySelector('[name=text]').value == 'secret of one'")


def test_a_note_that_was_changed_at_the_laptop_is_not_overwritten_unasked(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    phone.open(note_page(wifi, pair(wifi)[1]))
    phone.focus("[name=text]")
    phone.network(there=False)
    phone.type("from the phone")
    assert phone.sees("kept on this phone")
    by, about = pair(wifi)
    at_laptop = Note(round=1, by=by, about=about, at=START, text="from the laptop")
    wifi.do(lambda hall: hall.session.write_note(at_laptop))
    phone.network(there=True)
    asks(phone)

    assert phone.sees("from the laptop")
    assert [note.text for note in notes(wifi)] == ["from the laptop"]
    phone.tap("Keep mine")
    assert phone.sees("Saved")

    assert [note.text for note in notes(wifi)] == ["from the phone"]


def test_what_was_written_at_the_laptop_appears_on_the_phone_and_is_gone_on_with(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    by, about = pair(wifi)
    phone.open(note_page(wifi, about))
    assert phone.waits_for("document.querySelector('[name=text]')")
    at_laptop = Note(round=1, by=by, about=about, at=START, text="from the laptop")
    wifi.do(lambda hall: hall.session.write_note(at_laptop))
    asks(phone)
    assert phone.waits_for("document.querySelector('[name=text]').value == 'from the laptop'")

    phone.focus("[name=purpose]")
    phone.type("a new shop")

    assert phone.waits_for("document.querySelector('[data-state]').textContent == 'Saved'")
    assert [(note.text, note.purpose) for note in notes(wifi)] == [
        ("from the laptop", "a new shop")
    ]


def test_an_answer_that_is_lost_on_its_way_is_no_change_elsewhere(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    phone.open(note_page(wifi, pair(wifi)[1]))
    # The laptop gets the first request, and the phone never hears of it.
    phone.value(
        "(() => { const real = fetch; window.fetch = async (...asked) => {"
        " const answer = await real(...asked);"
        " if (asked[1].method != 'PUT') return answer;"
        " window.fetch = real; throw new TypeError('lost'); }; })()"
    )
    phone.focus("[name=text]")
    phone.type("Likes boats")
    assert phone.sees("kept on this phone")
    phone.type(" and sails")
    asks(phone)

    assert phone.sees("Saved")
    assert [note.text for note in notes(wifi)] == ["Likes boats and sails"]


def test_after_a_restart_of_the_program_the_phone_goes_on_by_itself(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    phone.tap("Notes")
    phone.tap(pair(wifi)[1])
    wifi.close()
    phone.focus("[name=text]")
    phone.type("written meanwhile")
    assert phone.sees("kept on this phone", 15)

    again = Wifi(earlier=wifi)
    asks(phone)

    assert phone.sees("Saved", 15)
    assert [note.text for note in notes(again)] == ["written meanwhile"]
    again.close()


def test_a_released_phone_chooses_a_name_again_and_keeps_what_was_not_sent(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    phone.open(note_page(wifi, pair(wifi)[1]))
    phone.network(there=False)
    phone.focus("[name=text]")
    phone.type("Likes boats")
    assert phone.sees("kept on this phone")
    by = pair(wifi)[0]
    wifi.do(lambda hall: hall.devices.release(by))
    phone.network(there=True)
    asks(phone)

    assert phone.sees("Choose your name")
    phone.tap(by)
    phone.tap("Yes, that is me")
    assert phone.waits_for("document.querySelector('.now')")
    asks(phone)

    assert phone.waits_for("localStorage.length == 0")
    assert [note.text for note in notes(wifi)] == ["Likes boats"]


def test_a_new_partner_is_among_the_notes_as_soon_as_the_round_begins(
    take: Callable[..., Phone],
) -> None:
    wifi = Wifi(an_event(6))
    phone = joined(take(), wifi, "Person 01")
    phone.tap("Notes")
    assert phone.sees("You have not sat with anybody yet.")

    start_round(wifi)
    asks(phone)

    assert phone.waits_for("document.querySelectorAll('.rows li').length == 1")
    wifi.close()


def test_the_pattern_is_applied_to_everybody_with_one_button(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    phone.open(note_page(wifi, pair(wifi)[1]))
    phone.tap("has a problem to solve")
    phone.tap("Back")
    phone.tap("Add next steps by the pattern")

    assert phone.sees("Done. Look at the dates of your next steps.")
    assert [(note.stage, note.next_step) for note in notes(wifi)] == [("problem", "mail")]
