"""The row of tabs: it breaks between names, and a click opens the tab under the pointer."""

from __future__ import annotations

from textual.app import App, ComposeResult

from rounds.ui.widgets.tab_line import TabLine

NAMES = ("Due 3", "People", "Introductions", "Referrals")


class Tabs(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield TabLine()

    def on_mount(self) -> None:
        self.query_one(TabLine).show(NAMES, 0)

    def on_tab_line_chosen(self, message: TabLine.Chosen) -> None:
        self.chosen.append(message.place)


async def test_in_a_narrow_window_the_names_go_on_in_a_second_row_and_can_be_clicked_there() -> (
    None
):
    app = Tabs()
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        rows = app.query_one(TabLine).size.height
        await pilot.click(TabLine, offset=(3, 1))
        await pilot.click(TabLine, offset=(12, 0))
        await pilot.click(TabLine, offset=(39, 1))
        await pilot.pause()

    assert rows == 2
    assert app.chosen == [3, 1]
