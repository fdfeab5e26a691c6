"""An evening on the page of the phones, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rounds.web.answers.person_id import person_id
from tests.evenings import an_event
from tests.phone import Phone
from tests.web.browser.evening import (
    asks,
    joined,
    next_step,
    note_page,
    pair,
    start_round,
)
from tests.web.wifi import Wifi

pytestmark = pytest.mark.chromium


def test_from_the_code_to_the_own_seat_and_the_countdown(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    one, other = pair(wifi)
    phone = take()
    phone.open(wifi.address)
    phone.focus("input[type=search]")
    phone.type(other.lower())
    assert phone.waits_for(
        "[...document.querySelectorAll('.rows li')].filter(r => !r.hidden).length == 1"
    )
    phone.tap(other)
    assert phone.sees("Is this you?")
    phone.tap("Yes, that is me")

    assert phone.sees("You listen first")
    assert phone.sees(one)
    assert phone.value("document.querySelector('.place').innerText").split() == [
        "Table",
        "1",
        "Seat",
        "B",
    ]
    shown = phone.value("document.querySelector('.countdown b').textContent")
    assert phone.waits_for(f"document.querySelector('.countdown b').textContent != '{shown}'", 3)


def test_a_browser_without_cookies_takes_no_name_and_says_why(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = take()
    phone.refuse_cookies()
    phone.open(wifi.address)

    assert phone.sees("this browser refuses cookies")
    assert not phone.value("document.querySelectorAll('.rows li').length")


def test_who_scans_again_in_another_browser_is_told_what_to_do_and_so_is_the_host(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    wifi.do(lambda hall: hall.devices.add("Person 02"))
    other = take(language="ja")
    other.open(wifi.address)
    other.tap("Person 02")
    assert other.sees("参加したときのブラウザに戻るか")
    other.tap("はい、本人です")

    assert other.sees("お名前を選んでください")
    assert other.sees("参加したときのブラウザに戻るか")
    assert "A second phone wanted to join as Person 02." in wifi.do(lambda hall: hall.told)[-1]


def test_every_phase_has_its_page_in_both_languages(
    take: Callable[..., Phone],
) -> None:
    wifi = Wifi(an_event(6, rounds=2, break_after=[1]))
    phones = [
        joined(take(), wifi, "Person 01"),
        joined(take(language="ja"), wifi, "Person 02", "はい、本人です"),
    ]
    words = {
        "move": ("Go to your seat", "お席へ移動してください"),
        "talk": ("Your partner", "お相手"),
        "break": ("Write notes", "メモを書く"),
        "closing": ("Open my evening", "今日の記録を開く"),
    }
    for phase in ("move", "talk", "break", "move", "talk", "closing"):
        if phase in {"break", "closing"}:
            wifi.do(lambda hall: hall.session.steps.end_early())
        next_step(wifi)
        assert wifi.do(lambda hall: hall.session.run.phase) == phase

        for phone, word in zip(phones, words[phase], strict=True):
            asks(phone)
            assert phone.sees(word), phone.text
    wifi.close()


def test_a_pause_and_a_message_of_the_host_reach_the_phone(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)

    wifi.do(lambda hall: hall.session.steps.pause_or_resume())
    wifi.do(lambda hall: hall.session.say_to_room("Please close the <b>door</b>."))
    asks(phone)

    assert phone.sees("Paused")
    assert phone.sees("Please close the <b>door</b>.")
    left = phone.value("document.querySelector('.countdown b').textContent")
    assert not phone.waits_for(
        f"document.querySelector('.countdown b').textContent != '{left}'", 1.2
    )


def test_from_the_closing_on_the_own_evening_can_be_taken_home(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    other = pair(wifi)[1]
    phone.open(note_page(wifi, other))
    phone.focus("[name=can_do]")
    phone.type("a word with the yard")
    phone.tap("message")
    assert phone.sees("Saved")
    wifi.do(lambda hall: hall.session.steps.close_evening())
    asks(phone)
    phone.tap("Now")
    phone.tap("Open my evening")

    assert phone.sees(f"Message: {other}")
    assert phone.sees("a word with the yard")
    calendar = phone.value(
        "fetch([...document.querySelectorAll('a[download]')]"
        ".find(a => a.innerText == 'Dates for my calendar').href).then(r => r.text())"
    )
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert other in calendar


def test_in_the_break_one_tap_leads_to_the_partner_without_a_note(
    take: Callable[..., Phone],
) -> None:
    wifi = Wifi(an_event(6, rounds=2, break_after=[1]))
    phone = joined(take(), wifi, "Person 01")
    start_round(wifi)
    wifi.do(lambda hall: hall.session.steps.end_early())
    next_step(wifi)
    asks(phone)
    assert phone.waits_for("document.querySelector('main [href^=\"#notes/\"]')")
    phone.tap("Write notes")

    assert phone.waits_for("document.querySelector('[name=purpose]')")
    wifi.close()


def test_the_host_is_told_something_in_confidence_from_the_phone(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    other = pair(wifi)[1]
    phone.tap("More")
    phone.tap("Tell the host something in confidence")
    phone.focus("[name=what]")
    phone.type("Would not stop selling")
    phone.value(f"document.querySelector('[name=about]').value = '{person_id(other)}'")
    phone.tap("Keep us apart from now on")
    phone.tap("Send to the host")

    assert phone.sees("Thank you for saying so.")
    (report,) = wifi.do(lambda hall: hall.session.reports.undecided)
    assert (report.about.name, report.wish) == (other, "keep_apart")
    assert report.by is not None
    assert phone.value("JSON.stringify({...localStorage})") == "{}"


def test_a_phone_that_has_joined_goes_on_after_the_host_made_a_new_code(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    wifi.do(lambda hall: setattr(hall.door, "code", "ZZZZZZZZ"))

    phone.open("about:blank")
    phone.open(wifi.address)

    assert phone.waits_for("document.querySelector('.partner')")


def test_a_wrong_code_is_said_and_can_be_typed(wifi: Wifi, take: Callable[..., Phone]) -> None:
    phone = take()
    phone.open(wifi.address.replace("K7QX2M9D", "AAAAAAAA"))
    assert phone.sees("That is not the code")
    phone.focus(".code")
    phone.type("k7qx-2m9d")
    phone.key("Enter")

    assert phone.sees("Choose your name")
