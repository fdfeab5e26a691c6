"""Asks what really became of a pairing: held, short or no-show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.domain import evening, roster
from rounds.domain.event import Event, Pairing, PersonKey
from rounds.i18n import _, listed
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.words import Words

Held = Literal["held", "short", "no-show"]


@dataclass(frozen=True)
class Mark:
    """What became of the pairing in that round."""

    round: int
    held: Held


def held_name(held: str | None) -> str:
    """Return what became of a pairing in the host's language; nothing where nothing is known."""
    return {"held": _("held"), "short": _("short"), "no-show": _("no-show")}.get(held or "", "")


class MarkDialog(Dialog["Mark | None"]):
    """One key for what became of it; Tab goes to another round, Ctrl+U unlocks finished ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "mark('held')", "Held"),
        Binding("s", "mark('short')", "Short"),
        Binding("n", "mark('no-show')", "No-show"),
        Binding("tab", "other_round", "Other round", priority=True),
        Binding("ctrl+u", "unlock", "Unlock finished rounds", priority=True),
        Binding("escape", "cancel", "Cancel"),
    ]

    def __init__(
        self, event: Event, person: PersonKey, *, rounds: Sequence[int], locked: Sequence[int]
    ) -> None:
        super().__init__()
        self._event = event
        self._person = person
        self._rounds = self._with_pairing(rounds)
        self._locked = self._with_pairing(locked)
        self._at = 0

    def _with_pairing(self, rounds: Sequence[int]) -> list[int]:
        return [number for number in rounds if self._pairing(number) is not None]

    def _pairing(self, number: int) -> Pairing | None:
        each = evening.current(self._event, number)
        pairings = each.pairings if each else ()
        return next((pairing for pairing in pairings if self._person in pairing.people), None)

    def compose(self) -> ComposeResult:
        """Who, what is known, and the keys."""
        with Vertical():
            yield Words(id="who", classes="question")
            yield Words(id="known")
            yield Words(id="choices")
            yield Words(classes="keys")

    def on_mount(self) -> None:
        """Show the pairing."""
        self.show()

    def show(self) -> None:
        """Put the pairing of this round into words."""
        names = roster.shown_names(self._event)
        keys = [_("Escape: cancel")]
        if len(self._rounds) > 1:
            keys.append(_("Tab: other round"))
        if self._locked:
            keys.append(_("Ctrl+U: unlock finished rounds"))
        self.query_one(".keys", Words).say(" | ".join(keys))
        number = self._rounds[self._at] if self._rounds else None
        pairing = self._pairing(number) if number is not None else None
        if number is None or pairing is None:
            self.query_one("#who", Words).say(names[self._person])
            self.query_one("#known", Words).say(
                _("The finished rounds are locked.")
                if self._locked
                else _("Has not sat at a table yet.")
            )
            self.query_one("#choices", Words).say("")
            return
        self.query_one("#who", Words).say(
            _("Round {number}: {names}").format(
                number=number, names=listed([names.get(key, key) for key in pairing.people])
            )
        )
        held = held_name(pairing.held)
        self.query_one("#known", Words).say(_("So far: {held}").format(held=held) if held else "")
        self.query_one("#choices", Words).say(_("h: held | s: short | n: no-show"))

    def action_mark(self, held: str) -> None:
        """Answer with what became of it."""
        if self._rounds:
            self.dismiss(Mark(self._rounds[self._at], cast("Held", held)))

    def action_other_round(self) -> None:
        """Go to the next round that can be marked."""
        if self._rounds:
            self._at = (self._at + 1) % len(self._rounds)
            self.show()

    def action_unlock(self) -> None:
        """Let finished rounds be marked, too."""
        if self._locked:
            self._at = len(self._rounds)
            self._rounds += self._locked
            self._locked = []
            self.show()

    def action_cancel(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)
