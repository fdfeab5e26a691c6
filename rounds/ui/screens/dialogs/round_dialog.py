"""What the questions about a round share: Tab goes to another one, Ctrl+U unlocks those over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.i18n import _
from rounds.ui.screens.base import Dialog, Result


class RoundDialog(Dialog[Result]):
    """A question that may be about one of several rounds; those that are `locked` are over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other_round", "Other round", priority=True),
        Binding("ctrl+u", "unlock", "Unlock finished rounds", priority=True),
    ]

    def __init__(self, rounds: Sequence[int], locked: Sequence[int]) -> None:
        super().__init__()
        self._rounds = list(rounds)
        self._locked = list(locked)
        self._at = 0

    @property
    def round(self) -> int | None:
        """The round that is asked about, None where there is none."""
        return self._rounds[self._at] if self._rounds else None

    def show(self) -> None:
        """Put the round into the widgets."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        match action:
            case "other_round":
                return len(self._rounds) > 1
            case "unlock":
                return bool(self._locked)
        return True

    def round_keys(self) -> list[str]:
        """Return what the keys of this dialog do now, in words."""
        return [
            *([_("Tab: other round")] if len(self._rounds) > 1 else []),
            *([_("Ctrl+U: unlock finished rounds")] if self._locked else []),
        ]

    def action_other_round(self) -> None:
        """Go to the next round."""
        if self._rounds:
            self._at = (self._at + 1) % len(self._rounds)
            self.show()

    def action_unlock(self) -> None:
        """Let finished rounds be chosen, too."""
        if self._locked:
            self._at = len(self._rounds)
            self._rounds += self._locked
            self._locked = []
            self.show()
