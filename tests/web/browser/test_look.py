"""How the page of the phones looks and is read aloud, in a real browser."""

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
    pair,
    start_round,
    turn_to,
)
from tests.web.wifi import Wifi

pytestmark = pytest.mark.chromium


HOSTILE = "<img src=x onerror=document.title='hit'>\u202e\u0007"


def test_hostile_names_and_notes_are_only_text(take: Callable[..., Phone]) -> None:
    event = an_event(4)
    people = tuple(
        person.with_(id=person.name, name=f"{HOSTILE}{number}", company=HOSTILE, purpose=HOSTILE)
        for number, person in enumerate(event.participants)
    )
    wifi = Wifi(event.with_(participants=people))
    phone = take()
    phone.open(wifi.address)
    phone.tap("\ufffd0")
    phone.tap("Yes, that is me")
    start_round(wifi)
    asks(phone)
    assert phone.sees("Your partner")
    for part in ("#people", "#notes", "#more", "#now"):
        turn_to(phone, wifi, part)
        assert phone.sees("<img src=x"), part

    assert phone.value("document.querySelectorAll('img').length") == 0
    assert phone.value("document.title") != "hit"
    wifi.close()


def test_the_first_page_is_one_answer_of_under_thirty_kilobytes_for_a_room_of_two_hundred(
    take: Callable[..., Phone],
) -> None:
    wifi = Wifi(an_event(200))
    for language in ("en", "ja"):
        phone = take(language=language)
        phone.open(wifi.address)
        assert phone.waits_for("document.querySelectorAll('.rows li').length == 200")

        sizes = phone.value(
            "[...performance.getEntriesByType('navigation'),"
            " ...performance.getEntriesByType('resource')].map(e => e.transferSize)"
        )

        assert len(sizes) == 1
        assert 0 < sizes[0] < 30_000
    wifi.close()


PAGES = ("#now", "#notes", "#people", "#more")


def note_parts(wifi: Wifi) -> list[str]:
    """Return the parts of the address that open the form of a note, for everybody."""
    people = wifi.do(lambda hall: hall.session.event.participants)
    return [f"#notes/1-{person_id(person.key)}" for person in people[:4]]


LONG = "Maximiliana-Alexandrina-Hohenstein-Rheinfelden-Wartburg-Eisenach-Zwei"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_pages_fit_on_small_phones_and_tablets_whatever_people_are_called(
    take: Callable[..., Phone], language: str
) -> None:
    long = LONG if language == "en" else "寿限無寿限無五劫の擦り切れ" * 4
    event = an_event(4)
    people = tuple(
        person.with_(id=person.name, name=f"{long}{number}", company=long)
        for number, person in enumerate(event.participants, 1)
    )
    wifi = Wifi(event.with_(participants=people))
    phone = take(language=language)
    phone.open(wifi.address)
    phone.tap(f"{long}1")
    phone.tap("Yes" if language == "en" else "はい")
    start_round(wifi)
    asks(phone)
    assert phone.waits_for("document.querySelector('.partner')")
    for width, height in ((320, 568), (360, 640), (820, 1180), (640, 360)):
        phone.turn(width, height, 1)
        for part in (*PAGES, *note_parts(wifi)):
            turn_to(phone, wifi, part)

            assert phone.value("document.documentElement.scrollWidth") <= width, (width, part)
    wifi.close()


_UNLABELLED = """
[...document.querySelectorAll("input, textarea, select, button, a")]
  .filter(e => e.offsetParent && !(e.labels?.length || e.innerText.trim() || e.ariaLabel))
  .map(e => e.outerHTML)
"""


_SMALL = """
[...document.querySelectorAll(
    "button, input:not([type=checkbox]), textarea, nav a, .action, .rows a"
  )]
  .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)
"""


_FAINT = """
(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(v => v / 255)
      .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (!/^rgba.*, 0\\)$/.test(colour)) return colour;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const words = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility()
    && !["SCRIPT", "NOSCRIPT"].includes(e.tagName)
    && [...e.childNodes].some(n => n.nodeType == 3 && n.textContent.trim()));
  return words.filter(e => {
    const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
    return (a + .05) / (b + .05) < 4.5;
  }).map(e => e.outerHTML);
})()
"""


@pytest.mark.parametrize("bright", [False, True])
def test_everything_can_be_read_pressed_and_named_by_a_screen_reader(
    wifi: Wifi, take: Callable[..., Phone], bright: bool
) -> None:
    phone = joined(take(), wifi)
    if bright:
        phone.tap("More")
        phone.tap("Bright page")
    for part in (*PAGES, *note_parts(wifi)):
        turn_to(phone, wifi, part)

        assert phone.value(_UNLABELLED) == [], part
        assert phone.value(_SMALL) == [], part
        assert phone.value(_FAINT) == [], part
        assert phone.value("document.querySelectorAll('main, nav[aria-label]').length") == 2
        assert phone.value("document.querySelectorAll('main h1').length") == 1


def test_nothing_jumps_while_a_note_is_written_saved_and_kept(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    turn_to(phone, wifi, f"#notes/1-{person_id(pair(wifi)[1])}")
    phone.value(
        "window.jumped = []; new PerformanceObserver(seen => jumped.push("
        "...seen.getEntries().map(e => e.sources.map(s => s.node?.outerHTML).join())))"
        ".observe({ type: 'layout-shift' }); 0"
    )
    phone.focus("[name=purpose]")
    phone.type("a new shop")
    assert phone.sees("Saved")
    phone.network(there=False)
    phone.type(" in the north")
    assert phone.sees("No connection to the host's laptop")
    phone.network(there=True)
    asks(phone)
    assert phone.waits_for("document.querySelector('#connection').hidden")

    assert phone.value("jumped") == []


def test_a_screen_reader_is_told_where_to_go_whatever_page_is_open(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    phone.tap("Notes")
    wifi.do(lambda hall: hall.session.steps.end_early())
    next_step(wifi)
    asks(phone)

    told = "document.querySelector('[role=status]').textContent"
    assert phone.waits_for(f"{told}.includes('table') && {told}.includes('Person')")
    assert phone.sees("Go to your seat")
    assert phone.value("location.hash") == "#notes"


def test_the_language_can_be_changed_on_the_phone(wifi: Wifi, take: Callable[..., Phone]) -> None:
    phone = joined(take(), wifi)
    phone.tap("More")
    phone.tap("日本語")

    assert phone.waits_for("document.documentElement.lang == 'ja'")
    assert phone.sees("明るい画面")
