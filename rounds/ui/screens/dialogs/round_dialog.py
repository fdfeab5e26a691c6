"""What the questions about a round share: the keys that choose the round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.i18n import _
from rounds.ui.screens.base import Dialog, Result
from rounds.ui.widgets.wrapped_text import SEPARATOR, WrappedText


class RoundDialog(Dialog[Result]):
    """A question about one of several `rounds`; Tab goes to the next one.

    `locked` are rounds that are over; Ctrl+F adds them when it is pressed twice. The dialog
    shows its keys in a `WrappedText` of the class `keys`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other_round", "Other round", priority=True),
        Binding("ctrl+f", "unlock", "Change a finished round", priority=True),
    ]

    def __init__(self, rounds: Sequence[int], locked: Sequence[int]) -> None:
        super().__init__()
        self._rounds = list(rounds)
        self._locked = list(locked)
        self._at = 0
        self._asked = False

    @property
    def round(self) -> int | None:
        """The round that the question is about, None where there is none."""
        return self._rounds[self._at] if self._rounds else None

    def show(self) -> None:
        """Show the keys that do something now; a dialog adds what it shows of the round."""
        self.query_one(".keys", WrappedText).say(SEPARATOR.join(self.keys))

    @property
    def keys(self) -> list[str]:
        """What the keys do now; a dialog puts its own before these."""
        unlock = (
            _("Change what is already over? Ctrl+F again: yes")
            if self._asked
            else _("Ctrl+F: finished rounds")
        )
        return [
            *([_("Tab: other round")] if len(self._rounds) > 1 else []),
            *([unlock] if self._locked else []),
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        match action:
            case "other_round":
                return len(self._rounds) > 1
            case "unlock":
                return bool(self._locked)
        return True

    def action_other_round(self) -> None:
        """Go to the next round."""
        if self._rounds:
            self._at = (self._at + 1) % len(self._rounds)
            self.show()

    def action_unlock(self) -> None:
        """Ask first; then add the rounds that are over, and go to the first of them."""
        if not self._asked:
            self._asked = True
            self.show()
        elif self._locked:
            self._at = len(self._rounds)
            self._rounds += self._locked
            self._locked = []
            self.show()
