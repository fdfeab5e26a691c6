"""Asks what happened to a pairing: held, short or no-show."""

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
from rounds.i18n import _, listed
from rounds.ui.screens.dialogs.round_dialog import RoundDialog
from rounds.ui.screens.program import shown_names
from rounds.ui.widgets.key_hints import KeyHints
from rounds.ui.widgets.wrapped_text import WrappedText

Held = Literal["held", "short", "no-show"]


@dataclass(frozen=True)
class PairingMark:
    """What happened to the pairing of that round."""

    round: int
    held: Held

    @property
    def held_name(self) -> str:
        """What happened, in the host's language."""
        return held_name(self.held)


def held_name(held: str | None) -> str:
    """Return what happened to a pairing in the host's language; empty where that is unknown."""
    return {"held": _("held"), "short": _("short"), "no-show": _("no-show")}.get(held or "", "")


class MarkPairingDialog(RoundDialog["PairingMark | None"]):
    """One key for each answer; Escape answers with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "mark('held')", "Held"),
        Binding("s", "mark('short')", "Short"),
        Binding("n", "mark('no-show')", "No-show"),
        Binding("escape", "cancel", "Cancel"),
    ]

    def __init__(
        self, event: Event, person: PersonKey, rounds: Sequence[int], locked: Sequence[int]
    ) -> None:
        super().__init__(
            rounds=[number for number in rounds if _pairing(event, number, person)],
            locked=[number for number in locked if _pairing(event, number, person)],
        )
        self._event = event
        self._person = person

    def compose(self) -> ComposeResult:
        """The people, what is known so far, and the keys."""
        with Vertical():
            yield WrappedText(id="who", classes="question")
            yield WrappedText(id="known")
            yield KeyHints(id="choices")
            yield KeyHints(classes="keys")

    def on_mount(self) -> None:
        """Show the pairing."""
        self.show()

    def show(self) -> None:
        """Put the pairing of this round into words."""
        super().show()
        names = shown_names(self.program)
        number = self.round
        pairing = _pairing(self._event, number, self._person) if number else None
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

    @property
    def keys(self) -> list[str]:
        """What the keys do now."""
        return [_("Esc: cancel"), *super().keys]

    def action_mark(self, held: str) -> None:
        """Answer with what happened."""
        if self.round is not None:
            self.dismiss(PairingMark(self.round, cast("Held", held)))

    def action_cancel(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)


def _pairing(event: Event, number: int, person: PersonKey) -> Pairing | None:
    """Return the pairing that a mark on somebody is about in a round, None where there is none."""
    round_ = evening.current(event, number)
    at = corrections.meant_by(round_, person) if round_ else None
    return round_.pairings[at] if round_ and at is not None else None
