"""All texts of the stage, in the language in force.

Its lines of advice, which phones show too, are in `rounds.formats.advice`.
"""

from __future__ import annotations

from datetime import date

from rounds.domain.event import Seat
from rounds.domain.views.room import Room, in_halves
from rounds.i18n import _, ngettext, shown_date, written_time


def round_of(room: Room) -> str:
    """Which round of how many, or which introduction."""
    if room.introduction is not None:
        return _("{n} of {m}").format(n=room.introduction.number, m=room.introduction.count)
    if not room.round:
        return ""
    if not room.rounds:
        return _("Round {n}").format(n=room.round)
    return _("Round {n} of {m}").format(n=room.round, m=room.rounds)


def who_speaks(seat: Seat) -> str:
    """Who speaks and who listens, on one line."""
    other = "B" if seat == "A" else "A"
    return _("{a} SPEAKS - {b} LISTENS").format(a=seat, b=other)


def who_listens_first(seat: Seat) -> str:
    """Who listens in the first half."""
    return _("{seat} LISTENS FIRST").format(seat=seat)


def rehearsal() -> str:
    """That this is a rehearsal; on every screen of one."""
    return _("REHEARSAL: nothing is saved")


def speaks() -> str:
    """The word below the letter of the seat that speaks."""
    return _("SPEAKS")


def listens() -> str:
    """The word below the letter of the seat that listens."""
    return _("LISTENS")


def both_talk() -> str:
    """The heading of a talk without halves."""
    return _("TALK WITH EACH OTHER")


def swap_in(time: str = "") -> str:
    """How long until half-time; without a time only the words around it."""
    return _("swap in {time}").format(time=time).strip()


def swap() -> str:
    """The call at half-time."""
    return _("SWAP")


def last_minute() -> str:
    """The warning before the bell."""
    return _("LAST MINUTE")


def nearly_over() -> str:
    """The warning where it comes earlier than a minute before the bell."""
    return _("NEARLY TIME")


def trio_listens() -> str:
    """What the third person of a table does while two speak in turn."""
    return _("Three at a table: C listens and asks")


def trio_speaks() -> str:
    """When the third person of a table speaks."""
    return _("Three at a table: now C speaks")


CARDS_FOR, ADVICE_FOR = 30.0, 60.0
"""Seconds of a talk for which it is suggested to exchange cards, and then, in the first round,
for which the advice on the whole evening is shown."""


def opening(room: Room, talked: float) -> str:
    """The line of the first seconds of a talk, if the host has no lines for the first half."""
    if any(line.strip() for line in room.prompts.get("first_half", ())):
        return ""
    if talked < CARDS_FOR:
        return _("First, exchange your business cards")
    if room.round == 1 and talked < CARDS_FOR + ADVICE_FOR:
        return _("Spend 80 % of the time on each other, the last 20 % on business")
    return ""


def stay_seated() -> str:
    """What to do when a round is over."""
    return _("Stay seated until the next screen.")


def over_by(time: str) -> str:
    """How long ago the bell was."""
    return _("{time} over").format(time=time)


def find_your_table() -> str:
    """The heading of the board."""
    return _("FIND YOUR TABLE")


def find_your_first_table() -> str:
    """The heading of the board before the first round."""
    return _("YOUR FIRST TABLE")


def how_to_read() -> str:
    """How a line of the board is read."""
    return _("Name > table and seat")


def please_sit_down() -> str:
    """The call when the time to move is over."""
    return _("PLEASE SIT DOWN")


def page_of(page: int, pages: int, span: str) -> str:
    """The page of the board that is shown, and its range."""
    return _("Page {n} of {m}: {span}").format(n=page + 1, m=pages, span=span)


def others() -> str:
    """The people at the end of the board, whose names have no order that a reader knows."""
    return _("others")


def stays() -> str:
    """What the mark beside a seat means."""
    return _("= you stay")


def only_movers() -> str:
    """What people do who are not on a shortened board."""
    return _("Not on the list? Stay where you sit.")


def rest() -> str:
    """What replaces the seat of somebody who rests."""
    return _("rest")


def rest_task() -> str:
    """What people do while they rest."""
    return _("rest: notes, coffee, or talk to the host")


def rest_task_in_short() -> str:
    """The same where the row is narrow."""
    return _("rest: notes or coffee")


def break_heading() -> str:
    """The heading of the break."""
    return _("BREAK")


def break_heading_plain() -> str:
    """The same as plain text, for places where it cannot be painted."""
    return _("Break").upper()


def write_notes() -> str:
    """The invitation of the break, first half."""
    return _("Write your notes now.")


def notes_are_private() -> str:
    """The invitation of the break, second half."""
    return _("Only you and the host can read them.")


def a_clear_no() -> str:
    """What the closing says about answers to offers."""
    return _("A clear no is fine. You can still stay in touch.")


def comes_next(room: Room) -> str:
    """What follows this phase."""
    match room.after:
        case "move":
            return _("Next: round {n} of {m}").format(n=room.round + 1, m=room.rounds)
        case "break":
            return _("Next: a break")
        case "closing":
            return _("Next: the closing")
        case None:
            return ""


def next_to_speak(name: str) -> str:
    """Who introduces themselves next; empty for nobody."""
    return _("Next: {name}").format(name=name) if name else ""


def first_round_follows() -> str:
    """What follows the last introduction; how many rounds there will be is not certain yet."""
    return _("Next: the first round")


def join_by_phone() -> str:
    """The heading of the QR code."""
    return _("Join with your phone")


def what_phones_show() -> str:
    """What a phone is good for."""
    return _("Your seat, the time left and your notes on your own phone.")


def scan_the_code() -> str:
    """How to join by the code."""
    return _("Scan the code and choose your name.")


def type_the_address() -> str:
    """How to join where the code cannot be scanned."""
    return _("Or type this into the browser:")


def join_code(code: str) -> str:
    """The join code."""
    return _("Code {code}").format(code=in_halves(code))


def join_on_one_line(address: str, code: str) -> str:
    """How to join where there is no room for the QR code."""
    said = _("Join with your phone: {address}, code {code}")
    return said.format(address=address, code=in_halves(code))


def without_phones() -> str:
    """That nobody needs a phone."""
    return _("Without a phone nothing is missed: it is all on this screen.")


def welcome() -> str:
    """The heading of the lobby."""
    return _("WELCOME")


def day(room: Room) -> str:
    """When the evening is."""
    try:
        return shown_date(date.fromisoformat(room.date))
    except ValueError:
        return room.date


def starts_in() -> str:
    """The label of the countdown in the lobby."""
    return _("Starts in")


def starts_at() -> str:
    """The label of the starting time in the lobby."""
    return _("Starts at")


def starting_time(room: Room) -> str:
    """When the evening starts, as the place writes times."""
    return written_time(room.starts_at)


def starts_soon() -> str:
    """What the lobby says when the time has come."""
    return _("We start in a moment")


def check_in() -> str:
    """What the lobby asks for where no starting time is known."""
    return _("Please check in")


def here(room: Room) -> str:
    """How many have checked in, or are expected while nobody has."""
    if not room.here:
        return ngettext("{count} person expected", "{count} people expected", room.expected).format(
            count=room.expected
        )
    if room.expected > room.here:
        return _("{here} of {expected} here").format(here=room.here, expected=room.expected)
    return _("{here} here").format(here=room.here)


def promise(room: Room) -> str:
    """How many people everybody meets tonight; most meet more where some sit out a round."""
    if not room.meets or not room.others:
        return ""
    if room.meets >= room.others and not room.two_sides:
        return _("Tonight you will meet everyone.")
    if room.meets < room.rounds:
        return ngettext(
            "You will meet at least {count} person.",
            "You will meet at least {count} people.",
            room.meets,
        ).format(count=room.meets)
    return ngettext(
        "Tonight you will meet {count} person.", "Tonight you will meet {count} people.", room.meets
    ).format(count=room.meets)


def how_it_goes(room: Room) -> tuple[str, str, str]:
    """How the evening goes, in three lines; the introductions take the place of the last one."""
    minutes = f"{room.round_minutes:g}"
    seats = _("Look here for your table and seat.")
    rounds = (
        _("{minutes} minutes: one listens, one speaks, then you swap.").format(minutes=minutes)
        if room.halves
        else _("{minutes} minutes a round, two at a table.").format(minutes=minutes)
    )
    if room.introductions:
        first = _("First, everybody introduces themselves: {seconds} seconds each.")
        return first.format(seconds=f"{room.introductions:g}"), seats, rounds
    return seats, rounds, _("Write down what you can do for each other.")


def house_rule() -> tuple[str, str]:
    """The rule of the house, and where to get help."""
    return (
        _("No sales pitches, please."),
        _("Any problem? Tell the host, in confidence."),
    )


def thank_you() -> str:
    """The heading of the closing."""
    return _("THANK YOU")


def talks_held(count: int) -> str:
    """How many pairings were held; the number itself is painted big."""
    return ngettext("conversation", "conversations", count)


def last_notes() -> str:
    """The invitation of the closing to write what the last break had no time for."""
    return _("You can still write your notes of the last rounds.")


def people_who_talked(count: int) -> str:
    """How many people talked with somebody; the number itself is painted big."""
    return ngettext("person", "people", count)


def rounds_held(count: int) -> str:
    """How many rounds there were; the number itself is painted big."""
    return ngettext("round", "rounds", count)


def paused() -> str:
    """The band over a clock that stands still."""
    return _("PAUSED")


def paused_plain() -> str:
    """The same as plain text, for places where it cannot be painted."""
    return _("Paused").upper()


def clock_stands() -> str:
    """What the room is told while the clock stands still."""
    return _("The clock is stopped. One moment, please.")


def small_letters(rows: int) -> str:
    """The hint to the host in a window of too many rows for the back row to read."""
    return _(
        "Small letters: zoom the font until the window has about 24 rows (now {rows})."
    ).format(rows=rows)


def too_small() -> str:
    """What is shown in a window that is too small for the pictures."""
    return _("The window is too small: make it at least 60x20")
