"""What is due: next steps, promised answers and whatever else waits, overdue first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from operator import attrgetter
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.days_after import Introduction, Referral
from rounds.domain.event import Event, Note
from rounds.domain.followup import due_verbs
from rounds.domain.followup.due import Due, open_until
from rounds.domain.identity import identity
from rounds.domain.sentence import sentence
from rounds.i18n import _, shown_day
from rounds.session.desk import Evening
from rounds.text.reading_order import order_keys
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.due_ways import way_to_do
from rounds.ui.screens.after.tab import DeskTab
from rounds.ui.screens.after.texts import about_due, called, day_width, what_to_do
from rounds.ui.screens.after.ways import go
from rounds.ui.widgets.people_list import Column, Row, Tone

_KINDS: dict[type, str] = {
    Note: "notes",
    Introduction: "introductions",
    Referral: "referrals",
}


@dataclass(frozen=True)
class Item:
    """One thing that is open, its row, and the evening that it comes from."""

    evening: Evening
    due: Due
    row: Row
    by_day: tuple[date, str]
    """Where it stands among the others in the order of the days."""


@dataclass
class _Kept:
    """The items of one evening, what they were made from, and how many are due by today."""

    made_from: tuple[Event, object, date, bool]
    items: dict[str, Item]
    by_today: int


class DueTab(DeskTab):
    """The list of what is open; its keys act on the marked row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "done", "Done"),
        Binding("t", "put_off(1)", "Tomorrow"),
        Binding("w", "put_off(7)", "In a week"),
        Binding("c,enter", "write", "Message to send", key_display="c"),
        Binding("o", "order", "By person / by date"),
    ]
    KEYS: ClassVar[tuple[str, ...]] = ("done", "put_off(1)", "put_off(7)", "write", "order")

    def __init__(self, program: DeskProgram) -> None:
        super().__init__(program)
        self._by_person = False
        self._kept: dict[int, _Kept] = {}

    # -- the list ------------------------------------------------------------------------------

    def title(self) -> str:
        """Return the name of the tab, with how much is due by today."""
        self._everything()
        count = sum(self._kept[id(each)].by_today for each in self.desk.evenings)
        return _("Due {count}").format(count=count) if count else _("Due")

    def fill(self) -> tuple[Sequence[Column], Sequence[Row], str]:
        """Return what is open, overdue first, or by person."""
        everything = self._everything()
        items = [*self._searched(everything)] if self.typed else everything
        items.sort(key=_person_first(items) if self._by_person else attrgetter("by_day"))
        columns = [
            Column(_("Day"), day_width()),
            Column(_("Participant"), 18),
            Column(_("What to do")),
        ]
        if self.shows_evenings:
            columns.append(Column(_("Event"), self.cells // 4))
        return columns, [item.row for item in items], _("Nothing is due.")

    def depends_on(self) -> tuple[object, ...]:
        """Return the order, too."""
        return (*super().depends_on(), self._by_person)

    def _everything(self) -> list[Item]:
        """Return all that is open; the items of an evening that has not changed are the same."""
        today, wide = self.desk.today, self.shows_evenings
        found: list[Item] = []
        for place, evening in enumerate(self.desk.evenings):
            first = frozenset(
                each.referral
                for each in self.desk.referrals.get()
                if each.first_ball and each.evening == place
            )
            made_from = (evening.event, first, today, wide)
            kept = self._kept.get(id(evening))
            if kept is None or not _same(kept.made_from, made_from):
                known = kept is not None and _same_people(kept.made_from[0], evening.event)
                before = kept.items.values() if kept and known else ()
                items = _items(evening, first, today, before, wide=wide)
                by_today = sum(item.due.day <= today for item in items.values())
                kept = _Kept(made_from, items, by_today)
                self._kept[id(evening)] = kept
            found += kept.items.values()
        return found

    def _searched(self, items: Sequence[Item]) -> Iterator[Item]:
        """Yield the items in which somebody plays a part whose name is typed."""
        found = {id(each): self.found(each) for each in self.desk.evenings}
        for item in items:
            people = found[id(item.evening)]
            if people is None or item.due.by in people or item.due.about in people:
                yield item

    def about(self) -> Sequence[str]:
        """Return what is to be done in full, and what its author wrote for it."""
        item = self._marked
        return about_due(item.evening, item.due) if item else ()

    @property
    def _marked(self) -> Item | None:
        """The item of the marked row."""
        key = self.marked or ""
        found = (kept.items.get(key) for kept in self._kept.values())
        return next(filter(None, found), None)

    # -- keys ------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action in {"done", "put_off", "write"} and self.marked is None:
            return False
        return super().check_action(action, parameters)

    def action_done(self) -> None:
        """Take the marked thing off the list: it was done today."""
        if item := self._marked:
            today = self.desk.today
            self._change(item, _("Done"), lambda event: due_verbs.done(event, item.due, today))

    def action_put_off(self, days: int) -> None:
        """Do the marked thing some days from today."""
        if item := self._marked:
            day = self.desk.today + timedelta(days=days)
            said = _("Put off to {day}").format(day=shown_day(day))
            self._change(item, said, lambda event: due_verbs.put_off(event, item.due, day))

    def _change(self, item: Item, said: str, change: Callable[[Event], Event]) -> None:
        with self.reporting():
            what = what_to_do(item.evening, item.due)
            self.desk.change(item.evening, sentence("{what}", what=what), change)
            self.tell(_("{done}: {what}").format(done=said, what=what))

    @asks
    async def action_write(self) -> None:
        """Show the message for the marked thing; once it is sent, the thing is done."""
        item = self._marked
        if item is None:
            return
        with self.reporting():
            way = await way_to_do(self.program, item.evening, item.due)
            if way and (noted := await go(self.program, item.evening, way)):
                self.tell(_("{done}: {what}").format(done=_("Done"), what=noted))

    def action_order(self) -> None:
        """List by person instead of by date, or the other way round."""
        self._by_person = not self._by_person
        self.show()
        self.tell(_("By person") if self._by_person else _("By date"))


def _same(one: tuple[Event, object, date, bool], other: tuple[Event, object, date, bool]) -> bool:
    """Return whether two lists hold the very same event and equal other things."""
    return one[0] is other[0] and one[1:] == other[1:]


def _items(
    evening: Evening,
    first: Collection[Referral],
    today: date,
    before: Iterable[Item],
    *,
    wide: bool,
) -> dict[str, Item]:
    """Return what is open of an evening; the rows of what has not changed are those of before."""
    title = evening.event.settings.title
    known = {(id(item.due.entry), item.due.kind, item.due.about): item for item in before}

    @cache
    def shown(day: date) -> tuple[str, Tone]:
        if day == today:
            return _("today"), "strong"
        return shown_day(day), "strong" if day < today else "plain"

    items: dict[str, Item] = {}
    for due in open_until(evening.event, None, first):
        day, tone = shown(due.day)
        item = known.get((id(due.entry), due.kind, due.about))
        if item is None or (item.due.day, *_look(item.row)) != (due.day, day, tone, wide):
            cells = (day, called(evening, due.by), what_to_do(evening, due))
            key = _key(evening, due)
            row = Row(key, (*cells, title) if wide else cells, tone)
            item = Item(evening, due, row, (due.day, cells[1]))
        items[item.row.key] = item
    return items


def _same_people(before: Event, now: Event) -> bool:
    """Return whether two states of an evening have the very same roster, so the same names."""
    fields = ("participants", "walk_ins", "corrections")
    return all(getattr(before, name) is getattr(now, name) for name in fields)


def _look(row: Row) -> tuple[str, Tone, bool]:
    """Return what of a row may change with the day and with the window."""
    return row.cells[0], row.tone, len(row.cells) == 4


def _key(evening: Evening, due: Due) -> str:
    kind = _KINDS[type(due.entry)]
    return "\0".join(map(str, (evening.path, due.kind, due.about, *identity(kind, due.entry))))


def _person_first(items: Sequence[Item]) -> Callable[[Item], tuple[object, ...]]:
    people = {(id(item.evening), item.due.by): item for item in items}
    readings = order_keys([(each.row.cells[1], _kana(each), 0) for each in people.values()])
    order = dict(zip(people, readings, strict=True))
    return lambda item: (order[id(item.evening), item.due.by], item.row.cells[1], item.due.day)


def _kana(item: Item) -> str:
    person = item.evening.roster.by_key.get(item.due.by)
    return person.kana if person else ""
