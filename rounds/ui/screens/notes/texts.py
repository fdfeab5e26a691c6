"""What the notes screen says, in the host's language."""

from __future__ import annotations

import math
from typing import Literal

from textual.content import Content

from rounds.domain.evening.clock import Run, clock_text
from rounds.i18n import _, ngettext, say, shown_time
from rounds.session.saving import Saving
from rounds.text.safe import one_line
from rounds.text.width import cut
from rounds.ui.screens.notes.partners import Partner, Somebody

Part = Literal["warning", "locked", "find", "code", "partners", "form"]


def warning() -> tuple[str, str, str]:
    """Return the warning before anything private is shown, in three paragraphs."""
    return (
        _("Notes are private: is the projector off?"),
        _(
            "If this screen is on the projector, everybody can read it: blank or unplug the "
            "projector first. Then press any key."
        ),
        _(
            "Only the notes of the name you choose are shown; please look away while somebody "
            "else writes. No note is ever on the stage; the host can read them all. "
            "Without a key the screen locks after 20 seconds, after 60 while you write."
        ),
    )


def locked() -> str:
    """Return why the screen shows nothing."""
    return _("The notes are locked: no key was pressed for a while.")


def after_the_lock(has_draft: bool) -> str:
    """Return how to go on, and that what was not saved is there again then."""
    if has_draft:
        return _("What you wrote is kept as a draft. Press Enter, then choose your name again.")
    return _("Press Enter, then choose your name again.")


def code_offered() -> str:
    """Return the question whether somebody wants a code."""
    return _(
        "Do you want to keep your notes from others at this laptop? Type four digits that you "
        "will remember, then Enter. Enter alone: no code."
    )


def code_again() -> str:
    """Return the request to type a new code a second time."""
    return _("The same four digits again, then Enter.")


def code_asked() -> str:
    """Return the question for somebody's code."""
    return _("These notes have a code. Type your four digits, then Enter.")


def code_has_four_digits() -> str:
    """Return what a code consists of."""
    return _("A code has four digits. Enter alone: no code.")


def wrong_code() -> str:
    """Return that a code was wrong, and who can help."""
    return _("That is not the code. If you forgot it, the host can clear it.")


def who(cards: bool) -> str:
    """Return the question that asks for the author, or for the author of a paper card."""
    if cards:
        return _("Paper cards. Whose card is it? Type the number or the name, then Enter.")
    return _("Who are you? Type your number or your name, then Enter.")


def about_whom(anybody: bool) -> str:
    """Return the question that asks for a partner, or that there is none."""
    if anybody:
        return _("Who do you want to write about? Enter opens a note.")
    return _("You have not sat with anybody yet.")


def about(partner: Partner, state: str, cells: int) -> Content:
    """Return the heading of a note, cut to the width: the partner, then the state of the note."""
    person = partner.person
    words = _("About {number}  {name}").format(number=person.number, name=person.name)
    state = state or _("for you and the host; never on the stage")
    number = _("Round {number}").format(number=partner.round)
    return Content("\n").join(
        [Content.styled(cut(words, cells), "bold"), Content(cut(f"{number}   {state}", cells))]
    )


def where(me: Somebody | None) -> str:
    """Return the author's name as a heading, or just that these are notes."""
    if me is None:
        return _("Notes")
    return _("Notes of {number}  {name}").format(number=me.number, name=me.name)


def locks(seconds: float) -> str:
    """Return the seconds until the notes lock, in words."""
    return _("locks in {seconds} s").format(seconds=max(0, math.ceil(seconds)))


def clock(run: Run, left: float) -> str:
    """Return the current phase and the time `left`; past its end the overtime."""
    time = clock_text(left) if left > 0 else "+" + clock_text(left)
    if not run.timed:
        return ""
    if run.paused:
        return _("Paused at {time}").format(time=time)
    match run.phase:
        case "break":
            return _("Break {time}").format(time=time)
        case "move" if left <= 0:
            return _("Round {number} is about to begin").format(number=run.round)
        case "move":
            return _("Round {number} begins in {time}").format(number=run.round, time=time)
        case _:
            return _("Round {number}: {time}").format(number=run.round, time=time)


def disk(waiting: int, written: int, saving: Saving) -> str:
    """Return whether the notes of this participant are saved; only the disk says that they are."""
    if waiting and saving.unsaved is not None:
        return _("Not saved yet: {reason}").format(reason=one_line(say(saving.unsaved)))
    if waiting:
        return _("Not saved yet")
    if not written or saving.at is None:
        return ""
    return ngettext("Saved {time} ({count} note)", "Saved {time} ({count} notes)", written).format(
        time=shown_time(saving.at.time(), seconds=True), count=written
    )


def choice_keys() -> tuple[tuple[str, str], ...]:
    """Return the keys of the rows of choices, each with what it does."""
    return (
        (_("A key shown"), _("Choose it, or undo the choice")),
        ("Left  Right", _("Choose in this row")),
        ("<  >", _("Move the date of this row")),
    )


def keys(part: Part, cards: bool, partners: int, offers_code: bool = False) -> str:
    """Return the keys that do something in a part of the screen, given the number of partners."""
    match part:
        case "code" if offers_code:
            return _("Enter: go on | Esc: no code")
        case "warning":
            return _("any key: go on | Esc: back to the evening")
        case "locked":
            return _("Enter: go on | Esc: close")
        case "code":
            return _("Enter: go on | Esc: back")
        case "find" if cards:
            return _("Enter: this card | Up, Down | Esc: close | F2: participants")
        case "find":
            return _(
                "Enter: that is me | Up, Down | Esc: close | F2: paper cards | F3: tell the host"
            )
        case "partners" if not partners:
            return _("Esc: done, lock")
        case "partners":
            return _("Enter: write | Up, Down: choose | F3: tell the host | Esc: done, lock")
        case "form" if partners < 2:
            return _("Enter: save | Tab: next line | Esc: back")
        case _:
            return _("Enter: save, next | Tab: next line | PgDn: other | Esc: back")
