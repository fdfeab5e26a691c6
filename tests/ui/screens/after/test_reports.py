"""What was told in confidence, at the desk: closed until a word is typed."""

from __future__ import annotations

import pytest

from rounds.domain.people.private_reports import PrivateReport, ReportedPerson
from rounds.i18n import using
from rounds.ui.apps import after
from tests.ui.screens.after.a_desk import HELD, TODAY, an_evening, at_a_desk

SECRET = "would not stop selling"


def a_report(**fields: object) -> PrivateReport:
    return PrivateReport.checked(
        {"at": HELD, "about": {"name": "Kai Mori"}, "happened": SECRET, "wish": "act", **fields}
    )


async def test_only_the_number_of_new_reports_is_shown_before_the_word() -> None:
    async with at_a_desk(an_evening(), reports=[a_report()]) as hand:
        await hand.press("6")

        assert "1 new report" in hand.text
        assert "Kai" not in hand.text
        assert SECRET not in hand.text


async def test_the_way_to_open_them_can_be_read_as_a_whole_in_a_small_window() -> None:
    with using("ja"):
        async with at_a_desk(an_evening(), size=(60, 20)) as hand:
            await hand.press("6")
            said = "".join(line.strip() for line in hand.lines[3:8])

    assert "周りに人がいないことを確かめてください。" in said
    assert "開きます。" in said


async def test_another_word_opens_nothing_and_the_word_opens_the_reports() -> None:
    async with at_a_desk(an_evening(), reports=[a_report()]) as hand:
        await hand.press("6", "enter")
        await hand.write("please")
        await hand.press("enter")
        refused = hand.text
        await hand.press("ctrl+u")
        await hand.write("reports")
        await hand.press("enter")

        assert SECRET not in refused
        assert "Kai Mori" in hand.text
        assert SECRET in hand.text


async def test_they_are_closed_again_after_another_tab() -> None:
    async with at_a_desk(an_evening(), reports=[a_report()]) as hand:
        await hand.press("6", "enter")
        await hand.write("reports")
        await hand.press("enter", "1", "6")

        assert SECRET not in hand.text
        assert "Kai" not in hand.text


async def test_a_decision_is_kept_and_the_report_is_no_longer_new() -> None:
    async with at_a_desk(an_evening(), reports=[a_report()]) as hand:
        await hand.press("6", "enter")
        await hand.write("reports")
        await hand.press("enter", "n")

        (kept,) = hand.reports.reports
        assert (kept.decision, kept.decided_on) == ("noted", TODAY)
        assert "1 new report" not in hand.text


async def test_to_keep_apart_without_a_name_the_host_says_from_whom() -> None:
    async with at_a_desk(an_evening(), reports=[a_report()]) as hand:
        await hand.press("6", "enter")
        await hand.write("reports")
        await hand.press("enter", "k")
        await hand.write("ann")
        await hand.press("enter")

        (kept,) = hand.reports.reports
        assert kept.decision == "keep_apart"
        assert kept.apart_from is not None
        assert kept.apart_from.name == "Ann Lee"
        assert isinstance(kept.about, ReportedPerson)


async def test_u_takes_back_a_decision_about_a_report() -> None:
    async with at_a_desk(an_evening(), reports=[a_report()]) as hand:
        await hand.press("6", "enter")
        await hand.write("reports")
        await hand.press("enter", "r")
        (decided,) = hand.reports.reports
        await hand.press("u")
        await hand.until("1 new report")

        assert decided.decision == "refused"
        assert hand.reports.reports == (a_report(),)
        assert "Undone: decision about a report" in hand.text


async def test_a_report_that_comes_while_the_desk_is_open_is_counted_soon(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(after, "LOOK_AGAIN", 0.01)
    async with at_a_desk(an_evening()) as hand:
        before = hand.text
        hand.reports.reports = (a_report(),)
        await hand.until("1 new report")

        assert "new report" not in before
        assert "Kai" not in hand.text
