"""Referrals: who gave which client to whom, how far it is, and what is to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.days_after import Referral
from rounds.domain.followup import referrals
from rounds.domain.followup.referral_list import GivenReferral, counts
from rounds.domain.sentence import sentence
from rounds.i18n import _
from rounds.session.desk import Evening
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.questions import line, which_evening, which_person
from rounds.ui.screens.after.referrals import texts
from rounds.ui.screens.after.referrals.ways import ask_for_reason, lost, ways_on
from rounds.ui.screens.after.tab import WIDE, DeskTab
from rounds.ui.screens.after.texts import called
from rounds.ui.screens.after.ways import take_a_way
from rounds.ui.widgets.people_list import Column, Row


class ReferralsTab(DeskTab):
    """The list of referrals, open ones first; Enter offers what can be done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on", key_display="Enter"),
        Binding("n", "new", "New referral"),
        Binding("l", "lost", "Came to nothing"),
        Binding("p", "counts", "By person"),
    ]
    KEYS: ClassVar[tuple[str, ...]] = ("go_on", "new", "lost", "counts")

    def __init__(self, program: DeskProgram) -> None:
        super().__init__(program)
        self._listed: dict[str, GivenReferral] = {}
        self._evenings: tuple[Evening, ...] = ()

    # -- the list ------------------------------------------------------------------------------

    def title(self) -> str:
        """Return the name of the tab, with the number of open referrals."""
        count = sum(
            referrals.is_open(each) for event in self.desk.events for each in event.referrals
        )
        return _("Referrals {count}").format(count=count) if count else _("Referrals")

    def fill(self) -> tuple[Sequence[Column], Sequence[Row], str]:
        """Return the referrals, open ones first, then the latest first."""
        self._listed, rows, wide = {}, [], self.cells >= WIDE
        numbers: Counter[int] = Counter()
        self._evenings = self.desk.evenings
        found = [self.found(each) for each in self.desk.evenings]
        for given in self.desk.referrals.get():
            people, one = found[given.evening], given.referral
            key = _key(given.evening, numbers[given.evening])
            numbers[given.evening] += 1
            if people is not None and not people & {one.giver, one.receiver}:
                continue
            self._listed[key] = given
            two = _("{giver} to {receiver}").format(giver=given.giver, receiver=given.receiver)
            client = _("{client} (first one)") if given.first_ball else "{client}"
            over = not texts.next_day(one)
            state = texts.state_name(one.state)
            cells = (two, client.format(client=one.client), state)
            more = (texts.next_day(one),) if wide else ()
            rows.append(Row(key, (*cells, *more), "dim" if over else "plain"))
        rows.reverse()
        rows.sort(key=lambda row: row.tone == "dim")
        columns = [Column(_("Who"), self.cells // 3), Column(_("Client")), Column(_("So far"), 17)]
        if wide:
            columns.append(Column(_("Next"), 22))
        return columns, rows, _("No referral yet: n notes one.")

    def about(self) -> Sequence[str]:
        """Return how the marked referral has gone."""
        given = self._listed.get(self.marked or "")
        return texts.about(given.referral, first_ball=given.first_ball) if given else ()

    # -- keys ------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        given = self._listed.get(self.marked or "")
        if action == "go_on" and given is None:
            return False
        if action == "lost" and (given is None or given.referral.state == "lost"):
            return False
        if action == "counts" and not self._listed:
            return False
        return super().check_action(action, parameters)

    def _evening(self, given: GivenReferral) -> Evening:
        return self._evenings[given.evening]

    @asks
    async def action_new(self) -> None:
        """Ask who gave which client to whom, and note it."""
        evening = await which_evening(self.program)
        if evening is None:
            return
        giver = await which_person(self.program, evening, _("Who gives the referral?"))
        if giver is None:
            return
        receiver = await which_person(self.program, evening, _("Who receives it?"), giver)
        if receiver is None:
            return
        question = _("A word for the client that tells the three of you who is meant (no address)")
        client = await line(self.program, question)
        if client is None:
            return
        made = Referral(giver=giver, receiver=receiver, client=client, given_on=self.desk.today)
        label = sentence(
            "referral from {giver} to {receiver}",
            giver=called(evening, giver),
            receiver=called(evening, receiver),
        )
        with self.reporting():
            self.desk.change(evening, label, lambda event: referrals.give(event, made))
            place = self.desk.evenings.index(evening)
            self.show_and_mark(_key(place, len(evening.event.referrals) - 1))
            self.tell(_("Noted. The first report is due in 14 days."))

    @asks
    async def action_go_on(self) -> None:
        """Offer what can be done now about the marked referral, and do it."""
        given = self._listed.get(self.marked or "")
        if given is None:
            return
        evening, one = self._evening(given), given.referral
        ways = ways_on(evening, one, self.desk.today, first_ball=given.first_ball)
        with self.reporting():
            noted = await take_a_way(self.program, evening, one.client, "", ways)
            if noted:
                self.tell(noted)

    @asks
    async def action_lost(self) -> None:
        """Ask why the marked referral came to nothing, and close it."""
        given = self._listed.get(self.marked or "")
        if given is None:
            return
        reason = await ask_for_reason(self.program)
        if reason is None:
            return
        label = sentence("{client} came to nothing", client=given.referral.client)
        with self.reporting():
            self.desk.change(
                self._evening(given), label, lost(given.referral, reason, self.desk.today)
            )
            self.tell(_("Noted. Tell the giver today, with the reason: Enter."))

    @asks
    async def action_counts(self) -> None:
        """Show how many referrals everybody gave and received."""
        lines = [texts.count_line(each) for each in counts(self.desk.referrals.get())]
        await self.program.ask("text", _("Referrals by person"), "\n".join(lines))


def _key(evening: int, number: int) -> str:
    """Return the key of a row: a referral's place among those of its evening."""
    return f"{evening}-{number}"
