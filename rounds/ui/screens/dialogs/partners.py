"""Shows somebody's partners so far and to come, and why they were paired.

It shows no notes: others may be looking on. What the partner wrote for the evening and the host's
own remark are shown where the room cannot read along.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.domain.evening.rounds import current
from rounds.domain.event import Event, Pairing, PersonKey, Round
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.reports.why_this_pair import why_together
from rounds.i18n import _, joined, listed, say
from rounds.ui.screens.base import Dialog
from rounds.ui.screens.dialogs.mark_pairing import held_name
from rounds.ui.screens.person_texts import described, introduced, remark
from rounds.ui.screens.program import mirrored, shown_names, unnamed
from rounds.ui.widgets.key_hints import KeyHints
from rounds.ui.widgets.people_list import Column, PeopleList, Row, Tone
from rounds.ui.widgets.profile_text import ProfileText
from rounds.ui.widgets.wrapped_text import WrappedText

LONGEST_REMARK = 300
"""Cells of the remark that are shown."""


def outcome(round_: Round, pairing: Pairing) -> str:
    """Return what happened to a pairing; unless it was marked, what its round implies."""
    if round_.started_at is None:
        return _("planned")
    return held_name(pairing.held) or (_("talking") if round_.ended_at is None else _("held"))


class PartnersDialog(Dialog[None]):
    """One line for each round: table, partner, and what happened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,v", "close", "Back"),
        Binding("up", "move(-1)", "Another round", show=False),
        Binding("down", "move(1)", "Another round", show=False),
    ]

    def __init__(self, event: Event, person: PersonKey) -> None:
        super().__init__()
        self._event = event
        self._roster = RosterIndex(event)
        self._person = person

    def compose(self) -> ComposeResult:
        """The person, the rounds, the reasons."""
        with Vertical():
            named = self._person not in unnamed(self.program)
            yield WrappedText(
                described(self._roster, self._person)
                if named
                else shown_names(self.program)[self._person],
                classes="question",
            )
            yield WrappedText(remark(self.program, self._person, LONGEST_REMARK))
            yield PeopleList()
            yield ProfileText(id="partner")
            yield WrappedText(id="why")
            yield KeyHints(_("Up, Down: another round | Esc: back"), classes="keys")

    def on_mount(self) -> None:
        """Show the rounds."""
        begun = {round_.number for round_ in self._event.rounds}
        gone = self._roster.states.get(self._person) in {"absent", "left"}
        to_come = () if gone else self._event.plan
        rounds = sorted((*self._event.rounds, *to_come), key=lambda round_: round_.number)
        self.query_one(PeopleList).show(
            (
                Column(_("Round"), 8),
                Column(_("Table"), 8),
                Column(_("With")),
                Column("", 8),
            ),
            tuple(
                line
                for round_ in rounds
                for line in self._lines(round_, begun=round_.number in begun)
            ),
            _("No round yet"),
        )
        self._say_why()

    def _say_why(self) -> None:
        """Say what the partner wrote and why the pairing was made; in a trio, of each partner."""
        marked = self.query_one(PeopleList).marked or ""
        round_ = current(self._event, int(marked)) if marked.isdecimal() else None
        self.query_one("#partner", ProfileText).say(*(self._written(round_) if round_ else ()))
        self.query_one("#why", WrappedText).say(*(self._reasons(round_) if round_ else ()))

    def _written(self, round_: Round) -> Iterator[str]:
        """Yield what the partners in a round wrote; nothing where the room reads along."""
        if mirrored(self.program):
            return
        partners = self._partners(round_)
        for key in partners:
            lines = introduced(self._roster.by_key.get(key))
            if lines and len(partners) > 1:
                yield self._roster.names.get(key, key)
            yield from lines

    def _partners(self, round_: Round) -> list[PersonKey]:
        return [
            key
            for pairing in round_.pairings
            if self._person in pairing.people
            for key in pairing.people
            if key != self._person
        ]

    def _reasons(self, round_: Round) -> Iterator[str]:
        names = shown_names(self.program)
        partners = self._partners(round_)
        for key in partners:
            reasons = why_together(self._event, round_.number, self._person, key)
            why = joined([say(reason) for reason in reasons])
            if why and len(partners) > 1:
                why = _("{name}: {reasons}").format(name=names.get(key, key), reasons=why)
            yield why

    def _lines(self, round_: Round, *, begun: bool) -> list[Row]:
        names = shown_names(self.program)
        tone: Tone = "plain" if begun else "dim"
        lines = [
            Row(
                f"{round_.number}",
                (
                    str(round_.number),
                    str(pairing.table),
                    listed([names.get(key, key) for key in pairing.people if key != self._person]),
                    outcome(round_, pairing)
                    if begun or not self._goes_without(pairing)
                    else _("open"),
                ),
                tone,
            )
            for pairing in round_.pairings
            if self._person in pairing.people
        ]
        if self._person in round_.resting:
            lines.append(
                Row(
                    f"{round_.number} rest",
                    (str(round_.number), "", _("rest"), "" if begun else _("planned")),
                    tone,
                )
            )
        return lines

    def on_people_list_clicked(self, message: PeopleList.Clicked) -> None:
        """Say why for the round that was clicked."""
        message.stop()
        self._say_why()

    def _goes_without(self, pairing: Pairing) -> bool:
        """Return whether somebody of a planned pairing has gone, so that it will not be."""
        states = self._roster.states
        return any(states.get(key) in {"absent", "left"} for key in pairing.people)

    def action_move(self, by: int) -> None:
        """Move the mark."""
        self.query_one(PeopleList).move(by)
        self._say_why()

    def action_close(self) -> None:
        """Go back to the console."""
        self.dismiss(None)
