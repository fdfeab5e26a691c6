"""Shows what a new plan would change, and asks whether to accept it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.domain.planner.reports.diff import Difference
from rounds.domain.planner.result import Plan
from rounds.domain.views import host_view
from rounds.i18n import _, ngettext, say
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.key_hints import KeyHints
from rounds.ui.widgets.wrapped_text import SEPARATOR, WrappedText

SHOWN = 6
"""How many sentences of each kind are shown; the rest are counted."""


@dataclass(frozen=True)
class ReplanAnswer:
    """The plan is accepted; `rounds` is set where the host settles for fewer rounds."""

    rounds: int | None = None


class ReplanDialog(Dialog["ReplanAnswer | None"]):
    """The difference in words; Enter accepts it, Escape answers with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,r", "accept", "Accept"),
        Binding("1", "settle", "Fewer rounds"),
        Binding("escape", "cancel", "Cancel"),
    ]

    def __init__(self, plan: Plan, change: Difference) -> None:
        super().__init__()
        self._plan = plan
        self._change = change

    def compose(self) -> ComposeResult:
        """The changes, what is not possible, and the keys."""
        with Vertical():
            yield WrappedText(id="question", classes="question")
            yield WrappedText(id="changes")
            yield WrappedText(id="limits")
            yield KeyHints(classes="keys")

    def on_mount(self) -> None:
        """Put the difference into words."""
        self.query_one("#question", WrappedText).say(_("A new plan for the rounds to come:"))
        self.query_one("#changes", WrappedText).say(
            *_some([say(said) for said in self._change.says])
        )
        self.query_one("#limits", WrappedText).say(*self._limits())
        keys = [_("Enter: accept"), _("Esc: leave it as it is")]
        if self._possible:
            keys.insert(
                1,
                ngettext(
                    "1: plan only {count} round", "1: plan only {count} rounds", self._possible
                ).format(count=self._possible),
            )
        self.query_one(".keys", WrappedText).say(SEPARATOR.join(keys))

    @property
    def _possible(self) -> int:
        infeasible = self._plan.infeasible
        return infeasible.rounds_possible if infeasible else 0

    def _limits(self) -> list[str]:
        """Return what stands in the way; nothing in it tells which people are kept apart."""
        infeasible = self._plan.infeasible
        said = (*(infeasible.says if infeasible else ()), *self._plan.warnings)
        return _some([say(each) for each in host_view.discreet(said)])

    def action_accept(self) -> None:
        """Answer yes."""
        self.dismiss(ReplanAnswer())

    def action_settle(self) -> None:
        """Answer that fewer rounds are enough."""
        if self._plan.infeasible is not None and self._possible >= 1:
            self.dismiss(ReplanAnswer(self._possible))

    def action_cancel(self) -> None:
        """Answer no."""
        self.dismiss(None)


def _some(lines: list[str]) -> list[str]:
    more = len(lines) - SHOWN
    if more <= 0:
        return lines
    return [
        *lines[:SHOWN],
        ngettext("and {count} more", "and {count} more", more).format(count=more),
    ]
