"""Asks what really became of a pairing: held, short or no-show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.domain.evening import corrections
from rounds.domain.evening import rounds as evening
from rounds.domain.event import Event, Pairing, PersonKey
from rounds.domain.people import roster
from rounds.i18n import _, listed
from rounds.ui.screens.dialogs.about_a_round import RoundDialog
from rounds.ui.widgets.wrapped_text import WrappedText

Held = Literal["held", "short", "no-show"]


@dataclass(frozen=True)
class Mark:
    """What became of the pairing in that round."""

    round: int
    held: Held

    @property
    def held_name(self) -> str:
        """What became of it, in the host's language."""
        return held_name(self.held)


def held_name(held: str | None) -> str:
    """Return what became of a pairing in the host's language; nothing where nothing is known."""
    return {"held": _("held"), "short": _("short"), "no-show": _("no-show")}.get(held or "", "")


class MarkDialog(RoundDialog["Mark | None"]):
    """One key for what became of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "mark('held')", "Held"),
        Binding("s", "mark('short')", "Short"),
        Binding("n", "mark('no-show')", "No-show"),
        Binding("escape", "cancel", "Cancel"),
    ]

    def __init__(
        self, event: Event, person: PersonKey, rounds: Sequence[int], locked: Sequence[int]
    ) -> None:
        self._event = event
        self._person = person
        super().__init__(*([n for n in among if self._pairing(n)] for among in (rounds, locked)))

    def _pairing(self, number: int) -> Pairing | None:
        round_ = evening.current(self._event, number)
        at = corrections.meant_by(round_, self._person) if round_ else None
        return round_.pairings[at] if round_ and at is not None else None

    def compose(self) -> ComposeResult:
        """Who, what is known, and the keys."""
        with Vertical():
            yield WrappedText(id="who", classes="question")
            yield WrappedText(id="known")
            yield WrappedText(id="choices")
            yield WrappedText(classes="keys")

    def on_mount(self) -> None:
        """Show the pairing."""
        self.show()

    def show(self) -> None:
        """Put the pairing of this round into words."""
        names = roster.shown_names(self._event)
        self.query_one(".keys", WrappedText).say(
            " | ".join([_("Escape: cancel"), *self.round_keys()])
        )
        number = self.round
        pairing = self._pairing(number) if number is not None else None
        if number is None or pairing is None:
            self.query_one("#who", WrappedText).say(names[self._person])
            self.query_one("#known", WrappedText).say(
                _("The finished rounds are locked.")
                if self._locked
                else _("Has not sat at a table yet.")
            )
            self.query_one("#choices", WrappedText).say("")
            return
        self.query_one("#who", WrappedText).say(
            _("Round {number}: {names}").format(
                number=number, names=listed([names.get(key, key) for key in pairing.people])
            )
        )
        held = held_name(pairing.held)
        self.query_one("#known", WrappedText).say(
            _("So far: {held}").format(held=held) if held else ""
        )
        self.query_one("#choices", WrappedText).say(_("h: held | s: short | n: no-show"))

    def action_mark(self, held: str) -> None:
        """Answer with what became of it."""
        if self.round is not None:
            self.dismiss(Mark(self.round, cast("Held", held)))

    def action_cancel(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)
