"""What the console says of the tables."""

from __future__ import annotations

import pytest

from tests.evenings import an_event
from tests.ui.screens.laptop import into_the_round, laptop


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_host_is_told_of_missing_tables_until_people_sit_at_them(
    size: tuple[int, int],
) -> None:
    async with laptop(an_event(12, tables=4), size=size) as host:
        before = host.words("plan")
        await host.press("enter")
        at_the_board = host.words("plan")
        await host.press("backspace")
        await host.wait(2)
        await into_the_round(host)

        assert before == "Set up 2 more tables (5, 6): 6 pairings talk at once."
        assert at_the_board == before
        assert host.words("plan") == ""
