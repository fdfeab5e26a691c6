"""The page of the phones in a real browser, answered by the real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from rounds.domain.event import Note
from tests.chromium import Browser
from tests.evenings import START, an_event
from tests.phone import Phone
from tests.web.wifi import Wifi

pytestmark = pytest.mark.chromium


@pytest.fixture
def wifi() -> Iterator[Wifi]:
    """A hall of six in their first round."""
    here = Wifi(an_event(6))
    start_round(here)
    yield here
    here.close()


def pair(wifi: Wifi) -> tuple[str, str]:
    """Return the two at the first table, A and B."""
    one, other = wifi.do(lambda hall: hall.session.event.rounds[0].pairings[0].people)
    return one, other


def note_page(wifi: Wifi, about: str) -> str:
    """Return the address of the note about a partner of the first round."""
    return f"{wifi.address}#notes/1-{int(about[-2:])}"


@pytest.fixture
def take(browser: Browser) -> Iterator[Callable[..., Phone]]:
    """Takes phones out of pockets; each is put back, and must not have complained."""
    taken: list[Phone] = []

    def one(width: int = 360, height: int = 640, language: str = "en") -> Phone:
        phone = Phone(browser, width, height)
        phone.speak(language)
        taken.append(phone)
        return phone

    yield one
    faults = [fault for phone in taken for fault in phone.faults]
    for phone in taken:
        phone.close()
    assert faults == []


def joined(phone: Phone, wifi: Wifi, name: str = "", yes: str = "Yes, that is me") -> Phone:
    """Scan the code and choose a name; without one, that of seat A at the first table."""
    phone.open(wifi.address)
    phone.tap(name or pair(wifi)[0])
    phone.tap(yes)
    assert phone.waits_for("document.querySelector('.now')")
    return phone


def turn_to(phone: Phone, wifi: Wifi, part: str) -> None:
    """Open a part of the page by its address."""
    phone.open(wifi.address + part)
    assert phone.waits_for(
        f"document.querySelector('nav [aria-current]').hash == '{part.partition('/')[0]}'"
        " && !document.querySelector('main').ariaBusy && document.querySelector('main h1')"
    )


def asks(phone: Phone) -> None:
    """Have the page ask what happens now, instead of in three seconds."""
    phone.value("dispatchEvent(new Event('online'))")


def notes(wifi: Wifi) -> tuple[Note, ...]:
    return wifi.do(lambda hall: hall.session.event.notes)


def next_step(wifi: Wifi) -> None:
    wifi.do(lambda hall: hall.session.steps.next())


def start_round(wifi: Wifi) -> None:
    """Go on to the seats of the next round, and begin it."""
    next_step(wifi)
    next_step(wifi)


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


def test_the_host_is_told_something_in_confidence_from_the_phone(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    other = pair(wifi)[1]
    phone.tap("More")
    phone.tap("Tell the host something in confidence")
    phone.focus("[name=what]")
    phone.type("Would not stop selling")
    phone.value(f"document.querySelector('[name=about]').value = '{int(other[-2:])}'")
    phone.tap("Keep us apart from now on")
    phone.tap("Send to the host")

    assert phone.sees("Thank you for saying so.")
    (report,) = wifi.do(lambda hall: hall.session.reports.undecided)
    assert (report.about.name, report.wish) == (other, "keep_apart")
    assert report.by is not None
    assert phone.value("JSON.stringify({...localStorage})") == "{}"


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


def test_the_first_page_is_under_thirty_kilobytes_for_a_room_of_two_hundred(
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

        assert len(sizes) >= 4
        assert sum(sizes) < 30_000
    wifi.close()


PAGES = ("#now", "#notes", "#people", "#more")


def note_parts(wifi: Wifi) -> list[str]:
    """Return the parts of the address that open the form of a note, for everybody's number."""
    return [f"#notes/1-{number}" for number in range(1, 5)]


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


def test_a_phone_that_has_joined_goes_on_after_the_host_made_a_new_code(
    wifi: Wifi, take: Callable[..., Phone]
) -> None:
    phone = joined(take(), wifi)
    wifi.do(lambda hall: setattr(hall.door, "code", "ZZZZZZZZ"))

    phone.open("about:blank")
    phone.open(wifi.address)

    assert phone.waits_for("document.querySelector('.partner')")


def test_the_language_can_be_changed_on_the_phone(wifi: Wifi, take: Callable[..., Phone]) -> None:
    phone = joined(take(), wifi)
    phone.tap("More")
    phone.tap("日本語")

    assert phone.waits_for("document.documentElement.lang == 'ja'")
    assert phone.sees("明るい画面")


def test_a_wrong_code_is_said_and_can_be_typed(wifi: Wifi, take: Callable[..., Phone]) -> None:
    phone = take()
    phone.open(wifi.address.replace("K7QX2M9D", "AAAAAAAA"))
    assert phone.sees("That is not the code")
    phone.focus(".code")
    phone.type("k7qx-2m9d")
    phone.key("Enter")

    assert phone.sees("Choose your name")
