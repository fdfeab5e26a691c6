"""What the host does with the rounds to come: plan again, end on time, lose a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.evening.tables import kept_by, table_meant
from rounds.domain.timetable import full_minute
from rounds.i18n import _, joined, listed, ngettext, shown_time
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.console.keys import ConsoleKeys
from rounds.ui.screens.console.rematch_question import ask_for_rematch

if TYPE_CHECKING:
    from rounds.domain.evening.end_on_time import EndProposal
    from rounds.ui.screens.dialogs.replan import ReplanAnswer


MOST_WAYS = 9
"""How many ways to end are offered: one for each digit."""


class PlanKeys(ConsoleKeys):
    """The keys that change the rounds to come."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "table", "Table", tooltip="A table is out of use: its pairings sit elsewhere"),
        Binding("r", "replan", "Re-plan", tooltip="Re-plan the rounds to come"),
        Binding("f,r", "nothing_planned", show=False),
        Binding(
            "d", "on_time", "Finish", tooltip="Drop or shorten rounds, or close the evening early"
        ),
        Binding("d", "nothing_fewer", show=False),
        Binding(
            "R",
            "rematch",
            "Rematch round",
            tooltip="One more round in which pairs who would both like to talk again sit together",
        ),
        Binding("R", "no_rematch", show=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        session = self.session
        match action:
            case "table":
                return bool(session.event.plan)
            case "replan":
                here = session.state.roster.present(session.run.round + 1)
                return session.run.phase != "closing" and len(here) >= 2
            case "on_time":
                timetable = session.timetable
                return bool(
                    self._ways_to_end() or timetable.can_close_after or timetable.can_close_without
                )
            case "rematch":
                return session.run.round > 0 and session.rematch.possible
        return True

    @asks
    async def action_replan(self) -> None:
        """Show what a new plan would change; Enter puts it in force."""
        with self.reporting():
            plan, change = self.session.plan.propose()
            answer: ReplanAnswer | None = await self.program.ask("replan", plan, change)
            if answer is None:
                return
            before = self.session.event
            if answer.rounds is None:
                self.session.plan.accept(plan)
            else:
                self.session.timetable.change(rounds=answer.rounds)
            if self.session.event is not before:
                self.tell(_("The new plan is in effect; u undoes it."))

    def action_table(self) -> None:
        """Ask which table is out of use; the pairings stay, only the label changes."""
        question = _("Which table is out of use? 3, or 3 = Bar to move its people to Bar")
        self.program.open("ask_line", question, self._take_table)

    def _take_table(self, line: str) -> None:
        """Take the label of a table, and perhaps that of another one after an equals sign."""
        if not line:
            return
        event = self.session.event
        table, instead = (
            table_meant(event, label.strip())
            for label in line.replace("\uff1d", "=").partition("=")[::2]
        )
        new = self.session.people.table_out_of_use(table, instead)
        if new is None:
            template = _("Table {table} is out of use: nobody sits there.")
        elif self.session.state.talking:
            template = _("From round {number} table {table} is out of use; {new} takes its place.")
        else:
            template = _("Table {table} is out of use: its pairings sit at {new}.")
        number = self.session.state.next_number
        said = [template.format(table=table, new=new, number=number)]
        names = self.session.state.roster.names
        if keeping := [names.get(key, key) for key in kept_by(self.session.event, table)]:
            kept = _("{names}: change the table in the event file, too.")
            said.append(kept.format(names=listed(keeping)))
        self.tell(joined(said))

    @asks
    async def action_rematch(self) -> None:
        """Say how many pairs would sit together again, and add a rematch round if it is wanted."""
        await ask_for_rematch(self)

    def action_no_rematch(self) -> None:
        """Say when a rematch round can be added."""
        self.tell(_("A rematch round can be added from the seats of the last round on."))

    def action_nothing_planned(self) -> None:
        """Say why no seats to come can be changed."""
        run = self.session.run
        if run.phase != "closing" and len(self.session.state.roster.present(run.round + 1)) < 2:
            self.tell(_("A round needs two people who are here."))
        elif run.phase in {"lobby", "introductions"}:
            self.tell(_("The seats are not planned yet."))
        else:
            self.tell(_("No further round is planned."))

    def action_nothing_fewer(self) -> None:
        """Say why there is nothing to choose: only the last round is left."""
        run = self.session.run
        if run.phase in {"move", "talk"}:
            self.tell(_("This is the last round: the evening closes after it."))
        else:
            self.tell(_("There is no round to leave out."))

    def _ways_to_end(self) -> tuple[EndProposal, ...]:
        """Return the ways to end on time if the evening is late, then those with less to come."""
        timetable = self.session.timetable
        late = (*timetable.ways_to_end_on_time(), *timetable.shorter_introductions())
        return (*late, *(way for way in timetable.fewer_rounds() if way not in late))[:MOST_WAYS]

    @asks
    async def action_on_time(self) -> None:
        """Show the ways to end on time or with fewer rounds, or soon; the host chooses."""
        session = self.session
        way: EndProposal | int | str | None = await self.program.ask(
            "end_on_time",
            session.event.in_force,
            self._ways_to_end(),
            session.timetable.can_close_after,
            session.timetable.can_close_without,
            bool(session.timetable.ways_to_end_on_time()),
        )
        if way is None:
            return
        if isinstance(way, str):
            session.steps.close_without_round()
            return
        with self.reporting():
            if isinstance(way, int):
                session.timetable.change(rounds=way)
            else:
                session.timetable.change(
                    rounds=way.rounds,
                    round_minutes=way.round_minutes,
                    introductions=way.introductions,
                    break_after=way.break_after,
                )
            number = self.program.room.rounds
            said = ngettext(
                "{count} round, ends {time}; u undoes it.",
                "{count} rounds, ends {time}; u undoes it.",
                number,
            )
            ends = full_minute(session.timetable.expected_end())
            self.tell(said.format(count=number, time=shown_time(ends.time())))
