"""The key for what participants tell the host in confidence."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.console.keys import ConsoleKeys
from rounds.ui.screens.in_confidence import read_reports
from rounds.ui.screens.program import mirrored


class ConfidenceKeys(ConsoleKeys):
    """Reads new reports and enters one; not where the room reads along."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "reports", "In confidence", tooltip="What participants told you in confidence")
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing where the room sees this screen."""
        return not mirrored(self.program)

    @asks
    async def action_reports(self) -> None:
        """Show the new reports, and ask what the host decides."""
        await read_reports(self)
