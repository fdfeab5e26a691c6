"""The list of people: the mark stays on the person, the columns stay in place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from rounds.ui.widgets.people_list import Column, PeopleList, Row

COLUMNS = (Column("", 3, right=True), Column("Name"), Column("Seat", 4))


class Listed(App[None]):
    def compose(self) -> ComposeResult:
        yield PeopleList()


def rows(*names: str) -> tuple[Row, ...]:
    return tuple(Row(name, (str(number), name, "1A")) for number, name in enumerate(names, 1))


@asynccontextmanager
async def listed(*names: str) -> AsyncIterator[tuple[PeopleList, Pilot[None]]]:
    async with Listed().run_test(size=(30, 6)) as pilot:
        people = pilot.app.query_one(PeopleList)
        people.show(COLUMNS, rows(*names), "Nobody")
        await pilot.pause()
        yield people, pilot


def text(people: PeopleList, y: int) -> str:
    return "".join(segment.text for segment in people.render_line(y))


async def test_the_mark_stays_on_the_person_when_others_come_and_go() -> None:
    async with listed("Ana", "Ben", "Cleo") as (people, _pilot):
        people.mark("Ben")
        people.show(COLUMNS, rows("Zoe", "Ana", "Ben"))

        assert people.marked == "Ben"


async def test_the_marked_person_is_always_in_view() -> None:
    names = [f"Person {number}" for number in range(200)]
    async with listed(*names) as (people, _pilot):
        people.move(150)

        assert any("Person 150" in text(people, y) for y in range(6))


async def test_the_list_does_not_move_before_the_mark_leaves_it() -> None:
    names = [f"Person {number}" for number in range(20)]
    async with listed(*names) as (people, _pilot):
        people.move(3)

        assert "Person 0" in text(people, 1)


async def test_wide_names_are_cut_at_a_cell_and_never_push_the_seat() -> None:
    async with listed("勅使河原龍之介勅使河原龍之介", "Ann") as (people, _pilot):
        wide, narrow = text(people, 1), text(people, 2)

        assert cell_len(wide) == cell_len(narrow) == 30
        assert "..." in wide
        before_seat = [cell_len(line[: line.index("1A")]) for line in (wide, narrow)]
        assert before_seat[0] == before_seat[1]


async def test_an_empty_list_says_so() -> None:
    async with listed() as (people, _pilot):
        assert people.marked is None
        assert "Nobody" in text(people, 2)


async def test_a_click_marks_a_person() -> None:
    async with listed("Ana", "Ben", "Cleo") as (people, pilot):
        await pilot.click(PeopleList, offset=(5, 2))

        assert people.marked == "Ben"
