"""What the tests of the page do with phones and the hall."""

from __future__ import annotations

from rounds.domain.event import Note
from rounds.web.answers.person_id import person_id
from tests.phone import Phone
from tests.web.wifi import Wifi


def pair(wifi: Wifi) -> tuple[str, str]:
    """Return the two at the first table, A and B."""
    one, other = wifi.do(lambda hall: hall.session.event.rounds[0].pairings[0].people)
    return one, other


def note_page(wifi: Wifi, about: str) -> str:
    """Return the address of the note about a partner of the first round."""
    return f"{wifi.address}#notes/1-{person_id(about)}"


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
