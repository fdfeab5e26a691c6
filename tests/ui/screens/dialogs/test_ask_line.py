"""A line that is asked for: a name, or the label of a table."""

from __future__ import annotations

from unicodedata import east_asian_width

from rounds.ui.apps.evening import RoundsApp
from rounds.ui.screens.dialogs.ask_line import AskLineDialog
from tests.evenings import a_session
from tests.ui.screens.laptop import press
from tests.ui.window import rows


async def test_a_notice_over_a_question_has_no_frame_that_some_terminals_draw_too_wide() -> None:
    app = RoundsApp(a_session())
    async with app.run_test(notifications=True) as pilot:
        app.push_screen(AskLineDialog("The right spelling", lambda _line: None, "x" * 200))
        await pilot.pause()
        await press(pilot, "y")
        await pilot.pause()

        seen = "".join(rows(app))
        assert "This line is full" in seen
        assert [letter for letter in seen if east_asian_width(letter) == "A"] == []
