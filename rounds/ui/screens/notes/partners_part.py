"""The part of the notes in which an author picks the partner to write about."""

from __future__ import annotations

from textual.app import ComposeResult

from rounds.domain.event import Event
from rounds.ui.screens.notes import texts
from rounds.ui.screens.notes.list_part import ListPart
from rounds.ui.screens.notes.partners import (
    Partner,
    Somebody,
    next_unwritten,
    partner_row,
    partners,
)
from rounds.ui.widgets.pick_list import PickList
from rounds.ui.widgets.wrapped_text import WrappedText


class PartnersPart(ListPart, can_focus=True):
    """The author (`me`) and the partners so far (`met`), each with whether a note is written.

    It knows nobody until `open`, and nobody any more after `forget`.
    """

    def __init__(self) -> None:
        super().__init__(PickList(id="met"), id="partners")
        self.me: Somebody | None = None
        self.met: tuple[Partner, ...] = ()
        self._oldest_first = False

    def compose(self) -> ComposeResult:
        """The question and the list."""
        yield WrappedText(id="partners-question")
        yield self.rows

    def open(self, event: Event, me: Somebody, *, oldest_first: bool = False) -> None:
        """Show somebody's partners, the first one without a note marked."""
        self.me = me
        self._oldest_first = oldest_first
        self.show(event)
        self.rows.mark(next_unwritten(self.met) or 0)

    def show(self, event: Event) -> None:
        """Show the partners and which notes are written; the mark stays."""
        if self.me is None:
            return
        newest_first = partners(event, self.me.key)
        self.met = newest_first[::-1] if self._oldest_first else newest_first
        self.query_one("#partners-question", WrappedText).say(texts.about_whom(bool(self.met)))
        cells = max(20, self.screen.size.width - 4)
        self.rows.fill([partner_row(partner, cells) for partner in self.met], self.rows.marked or 0)

    def forget(self) -> None:
        """Leave nothing of anybody here."""
        self.me, self.met = None, ()
        self.rows.fill(())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys of the list only where it has rows."""
        return bool(self.met) if action in {"move", "turn_page"} else True
