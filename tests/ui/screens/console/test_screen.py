"""The console: the host sees where the evening stands and puts anything right."""

from __future__ import annotations

from datetime import timedelta

import pytest
from rich.cells import cell_len, set_cell_size

from rounds.domain.evening import clock
from rounds.domain.event import Event, Note
from rounds.domain.people import roster
from rounds.domain.sentence import sentence
from rounds.session.session import Session
from rounds.ui.apps.evening import RoundsApp
from rounds.ui.widgets.wrapped_text import WrappedText
from tests.breadth import daily
from tests.evenings import START, Edited, Hands, a_running_round, a_session, an_event
from tests.ui.screens.laptop import Laptop, into_the_round, laptop


def state_of(session: Session, key: str) -> str:
    return roster.states(session.event)[key]


def partner_of(session: Session, key: str) -> str:
    (pairing,) = [p for p in session.event.rounds[-1].pairings if key in p.people]
    return next(other for other in pairing.people if other != key)


async def test_the_next_step_is_said_in_words_in_every_phase() -> None:
    seen = []
    async with laptop(an_event(6, rounds=2, break_after=[1])) as host:
        seen.append(host.words("next"))
        for seconds in (60, 7, 480, 10, 60, 7, 480):
            if host.words("next") != "Enter: end the round early (press twice)":
                in_break = host.session.state.scene == "break"
                await host.press("enter")
                if in_break:
                    await host.wait(1)
                    await host.press("enter")
            await host.wait(seconds)
            if host.words("next") != seen[-1]:
                seen.append(host.words("next"))
        await host.press("enter")
        seen.append(host.words("next"))

    assert [said.splitlines()[-1] for said in seen] == [
        "Enter: show the seats of round 1 for all 6 expected",
        "Enter: start round 1",
        "Enter: end the round early (press twice)",
        "Enter: begin the break",
        "Enter: show the seats of round 2",
        "Enter: start round 2",
        "Enter: end the round early (press twice)",
        "Enter: close the evening",
        "The evening is over. Ctrl+Q leaves.",
    ]


async def test_a_host_who_practises_at_high_speed_has_as_long_to_press_again() -> None:
    async with laptop(an_event(6)) as host:
        host.session.clocks.speed = 60
        await into_the_round(host)
        await host.wait(60)
        await host.press("enter")
        await host.wait(60)
        asked = host.words("told")
        await host.press("enter")

        assert asked == "Press Enter again to end this round early."
        assert host.session.state.scene == "end"


async def test_a_round_ends_early_only_at_the_second_press() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("enter")
        asked = host.words("told")
        still = host.session.state.scene
        await host.press("enter")

        assert asked == "Press Enter again to end this round early."
        assert still == "first_half"
        assert host.session.state.scene == "end"


async def test_thirty_seconds_less_do_not_end_a_round_unless_pressed_twice() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(450)
        await host.press("minus")
        asked, still = host.words("told"), host.session.state.remaining()
        await host.press("minus")

        assert asked == "Press - again to end this round early."
        assert still == 29
        assert host.session.state.scene == "end"


async def test_thirty_seconds_less_are_taken_at_once_while_more_are_left() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("minus")

        assert host.session.state.remaining() == 449


async def test_thirty_seconds_of_nothing_ask_whether_the_host_forgot_to_start() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("enter")
        await host.wait(60 + 29)
        before = host.words("next")
        await host.wait(2)

        assert "forget" not in before
        assert host.words("next").startswith("Did you forget to start?")
        assert host.words("phase") == "Round 1 of 3: Move"


async def test_the_room_is_previewed() -> None:
    async with laptop(an_event(6)) as host:
        lobby = host.words("told")
        await into_the_round(host)

        assert lobby == "The room sees: the welcome, 6 expected"
        assert host.words("told") == "The room sees: A speaks, 7:59"
        assert host.words("phase") == "Round 1 of 3: First half"
        assert host.words("talking") == "A speaks, swap in 3:59"


async def test_a_refusing_disk_is_said_until_it_takes_everything() -> None:
    async with laptop(an_event(6)) as host:
        host.session.state.unsaved(sentence("The disk is full."))
        await host.settle()
        await host.wait(0.1)
        refused = host.words("failed")
        host.session.state.saved(9, START)
        await host.settle()
        await host.wait(0.1)

        assert refused == "NOT SAVED: The disk is full."
        assert host.words("failed") == ""
        assert host.words("saved").startswith("Saved ")


async def test_the_time_of_saving_is_written_as_the_host_asks() -> None:
    async with laptop(an_event(6, clock="12h")) as host:
        host.session.state.saved(1, START)
        await host.wait(0.1)

        assert host.words("saved") == "Saved 6:30:00 pm"


async def test_the_end_is_held_against_the_closing_of_the_hall() -> None:
    async with laptop(an_event(12, rounds=6, starts_at="18:30", ends_at="19:30")) as host:
        in_time = host.words("on-time")
        await host.wait(400)

        assert in_time == "Will end 19:25, planned end 19:30\n5 min to spare"
        assert host.words("late") == (
            "Will end 19:32, planned end 19:30\n2 min over\nd: end on time"
        )


async def test_the_host_ends_on_time_with_two_keys() -> None:
    async with laptop(an_event(12, rounds=6, starts_at="18:30", ends_at="19:30")) as host:
        await host.wait(600)
        await host.press("d", "2")

        assert host.session.event.in_force.round_minutes == 7
        assert "to spare" in host.words("on-time")


async def test_digits_mark_the_person_of_that_number() -> None:
    async with laptop(an_event(200)) as host:
        await host.press("1", "2", "7")

        assert host.marked == "Person 127"


async def test_a_number_begins_anew_after_something_was_done() -> None:
    async with laptop(an_event(40)) as host:
        await host.press("2", "i", "6")
        after_a_key = host.marked
        await host.press("e", "escape", "3")

        assert after_a_key == "Person 06"
        assert host.marked == "Person 03"


async def test_slash_finds_somebody_and_enter_goes_back_to_the_keys() -> None:
    async with laptop(an_event(200)) as host:
        await host.press("slash")
        await host.type("person 150")
        await host.press("enter", "x")

        assert host.marked == "Person 150"
        assert state_of(host.session, "Person 150") == "absent"
        assert host.session.run.phase == "lobby"


async def test_letters_typed_into_the_line_are_no_keys() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("slash", "x", "g", "b", "escape")

        assert host.session.undo.last_action is None
        assert host.screen == "ConsoleScreen"


@pytest.mark.parametrize(
    ("keys", "state"),
    [(["i"], "here"), (["x"], "absent"), (["i", "g"], "left"), (["i", "g", "i"], "here")],
)
async def test_presence_takes_one_key(keys: list[str], state: str) -> None:
    async with laptop(an_event(6)) as host:
        await host.press("3", *keys)

        assert state_of(host.session, "Person 03") == state
        assert state in host.line_of("Person 03")


async def test_everything_done_to_a_person_is_one_key_from_being_undone() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("3", "x", "u")

        assert state_of(host.session, "Person 03") == "expected"
        assert host.words("told") == "Undone: absence of Person 03"


async def test_a_walk_in_is_a_name_and_enter_and_has_a_seat_and_a_partner_at_once() -> None:
    async with laptop(an_event(5, rounds=4)) as host:
        await into_the_round(host)
        (resting,) = host.session.event.rounds[0].resting
        await host.press("a")
        await host.type("Tom Walker")
        await host.press("enter")

        assert partner_of(host.session, "Tom Walker") == resting
        assert host.marked == "Tom Walker"
        assert host.words("told").startswith("Tom Walker is here: ")
        assert host.words("told").endswith(f" with {resting}")


async def test_a_name_is_spelled_right() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("2", "e", "backspace", "backspace", "enter")

        assert "2 Person" in host.line_of("Person")


async def test_keeping_two_people_apart_says_nothing_anybody_may_not_read() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("1", "k")
        asked = "\n".join(await host.picture())
        await host.type("person 04")
        await host.press("enter")
        after = "\n".join(await host.picture())

        assert host.session.event.kept_apart[0].people == ("Person 01", "Person 04")
        assert "apart" not in asked.split("Person 01 and who else?")[1].lower()
        assert host.words("told") == "Noted."
        assert "Person 04" not in host.words("news")
        assert "kept" not in after.lower()


async def test_two_people_are_pinned_into_the_next_round() -> None:
    async with laptop(an_event(6)) as host:
        host.session.people.check_in_all()
        await host.press("1", "p")
        await host.type("5")
        await host.press("enter")
        await host.wait(2)
        await host.press("enter")

        first = host.session.event.plan[0]
        assert any(set(p.people) == {"Person 01", "Person 05"} for p in first.pairings)


async def test_two_people_change_places_in_the_running_round() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        mine = partner_of(host.session, "Person 01")
        other = next(key for key in ("Person 02", "Person 03") if key != mine)
        theirs = partner_of(host.session, other)
        await host.press("1", "w", "tab")
        await host.type(other)
        await host.press("enter")

        assert partner_of(host.session, "Person 01") == theirs
        assert partner_of(host.session, other) == mine


async def over_the_first_round(host: Laptop) -> None:
    await into_the_round(host)
    await host.wait(480)
    await host.press("enter")
    await host.wait(2)


async def test_a_finished_round_changes_only_after_it_is_unlocked() -> None:
    async with laptop(an_event(6)) as host:
        await over_the_first_round(host)
        await host.press("1", "o", "n")
        locked = host.session.event.rounds[0].pairings
        await host.press("ctrl+f", "n")
        asked = host.session.event.rounds[0].pairings
        await host.press("ctrl+f", "n")

        assert all(pairing.held is None for pairing in (*locked, *asked))
        assert "no-show" in {p.held for p in host.session.event.rounds[0].pairings}


async def test_a_pairing_is_marked_short_with_two_keys_and_unmarked_with_one() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("1", "o", "s")
        short = [p.held for p in host.session.event.rounds[0].pairings]
        await host.press("u")

        assert short.count("short") == 1
        assert all(p.held is None for p in host.session.event.rounds[0].pairings)


async def test_marking_asks_about_the_partner_who_sits_there_and_not_about_the_no_show() -> None:
    async with laptop(a_running_round()) as host:
        host.session.state.run = clock.start("talk", 1, 480, host.session.clocks.steady())
        await host.press("2", "x", "1", "o")

        assert host.words("who") == "Round 1: Person 01, Person 05"


async def test_whom_somebody_met_is_one_key_away() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("1", "v")

        assert partner_of(host.session, "Person 01") in "\n".join(await host.picture())


async def test_a_new_plan_is_shown_first_and_left_alone_by_escape() -> None:
    async with laptop(an_event(8)) as host:
        host.session.people.check_in_all()
        await host.press("enter", "3", "x")
        told = host.words("plan")
        before = host.session.event.plan
        await host.press("r")
        shown = "\n".join(await host.picture())
        await host.press("escape")

        assert told == "New seats at the next move\nr: re-plan now"
        assert "in round 1." in shown
        assert host.session.event.plan == before


async def test_accepting_a_plan_while_people_move_changes_the_board() -> None:
    async with laptop(an_event(8)) as host:
        host.session.people.check_in_all()
        await host.press("enter", "3", "x", "r", "enter")

        board = [entry.name for entry in host.app.room.board]
        assert "Person 03" not in board
        assert len(board) == 7
        assert host.words("plan") == ""


async def test_one_key_takes_a_new_plan_back() -> None:
    async with laptop(an_event(8)) as host:
        host.session.people.check_in_all()
        await host.press("enter", "3", "x")
        before = host.session.event.plan
        await host.press("r", "enter", "u")

        assert host.session.event.plan == before


async def test_too_many_rounds_are_settled_with_one_key() -> None:
    async with laptop(an_event(4, rounds=9)) as host:
        host.session.people.check_in_all()
        await host.press("r")
        shown = "\n".join(await host.picture())
        await host.press("1")

        assert "1: plan only 3 rounds" in shown
        assert host.session.event.in_force.rounds == 3


async def test_escape_goes_back_to_the_stage_and_h_comes_again() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h")
        on_console = host.screen
        await host.press("escape")
        on_stage = host.screen
        await host.press("h", "h")

        assert (on_console, on_stage) == ("ConsoleScreen", "StageScreen")
        assert host.screen == "StageScreen"


async def test_in_a_window_of_its_own_the_console_is_home() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("escape", "h")

        assert host.screen == "ConsoleScreen"
        assert "Stage" not in "\n".join(await host.picture())


async def test_the_countdown_goes_on_behind_a_dialog() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("a")
        host.hands.move(60)
        host.app._beat()

        console = host.app.screen_stack[-2]
        assert console.query_one("#time").text == "6:59"  # type: ignore[attr-defined]


async def test_a_clicker_runs_the_evening_from_the_console_even_while_the_host_types() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("pagedown")
        await host.wait(60)
        await host.press("slash", "pagedown")

        assert host.session.run.phase == "talk"


async def test_no_note_is_on_the_console_only_how_many_there_are() -> None:
    event = an_event(6)
    note = Note(
        round=1, by="Person 01", about="Person 02", at=START, text="SECRET-7391", again=True
    )
    async with laptop(event.with_(notes=(note,))) as host:
        await into_the_round(host)
        await host.press("1")
        shown = "\n".join(await host.picture())
        await host.press("v")
        shown += "\n".join(await host.picture())

        assert "SECRET-7391" not in shown
        assert "1 note" in shown


def long_names() -> Event:
    return Event.checked(
        {
            "event": {"title": "Mixer", "rounds": 6},
            "participants": [
                {
                    "name": f"勅使河原 龍之介 {number} [/] [@click=app.quit]さん",
                    "company": "株" * 60,
                }
                for number in range(200)
            ],
        }
    )


@pytest.mark.parametrize(
    ("size", "language"),
    daily(2, [((60, 20), "en"), ((60, 20), "ja"), ((80, 24), "ja"), ((200, 60), "en")]),
)
async def test_two_hundred_long_japanese_names_stay_in_their_columns(
    size: tuple[int, int], language: str
) -> None:
    hands = Hands()
    session = a_session(long_names(), hands, language=language)
    session.people.check_in_all()
    async with laptop(session, hands, size=size) as host:
        lines = await host.picture()

        assert len(lines) == size[1]
        assert {cell_len(line) for line in lines} == {size[0]}
        assert not any(0x2190 <= ord(each) <= 0x259F for line in lines for each in line)


@pytest.mark.parametrize(
    "size",
    [
        (20, 5),
        pytest.param((59, 24), marks=pytest.mark.wide),
        pytest.param((80, 19), marks=pytest.mark.wide),
    ],
)
async def test_in_too_small_a_window_the_host_reads_how_large_it_must_be(
    size: tuple[int, int],
) -> None:
    async with laptop(an_event(4), size=size) as host:
        lines = await host.picture()

    said = " ".join(" ".join(lines).split())
    assert said == "The window is too small: make it at least 60x20"


@pytest.mark.parametrize("people", daily(1, [2, 3, 5]))
async def test_very_small_evenings_work(people: int) -> None:
    async with laptop(an_event(people, rounds=1), size=(60, 20)) as host:
        await into_the_round(host)

        assert host.session.run.phase == "talk"


async def test_an_empty_roster_has_nobody_to_mark() -> None:
    event = Event.checked({"event": {"title": "Nobody yet"}})
    async with laptop(event) as host:
        await host.press("x", "g", "i", "e", "k", "p", "w", "o", "v", "r", "d")

        assert host.session.undo.last_action is None
        assert host.screen == "ConsoleScreen"


async def test_the_keys_fit_the_window_and_help_is_always_among_them() -> None:
    async with laptop(an_event(6), size=(60, 20)) as host:
        await into_the_round(host)
        keys = (await host.picture())[-2]

        assert keys.rstrip().endswith("? Keys")
        assert "Space" in keys


async def test_the_keys_follow_what_can_be_done() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("1", "i")
        here = (await host.picture())[-1]
        await host.press("x")
        absent = (await host.picture())[-1]

        assert "i Here" not in here
        assert "g Left" in here
        assert "i Here" in absent
        assert "x Absent" not in absent


async def test_news_reach_the_host() -> None:
    hands = Hands()
    async with laptop(an_event(6), hands) as host:
        hands.wall_shift = timedelta(hours=1).total_seconds()
        await host.wait(1)

        assert "The clock of this computer was changed" in host.words("news")


async def test_leaving_in_the_middle_of_a_round_asks_first() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("ctrl+q")

        assert host.screen == "LeaveDialog"


async def test_while_finding_the_keys_say_how_to_go_back() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h", "slash")
        keys = "\n".join((await host.picture())[-3:])
        await host.press("escape")

        assert "Enter / Esc Back" in keys
        assert host.screen == "ConsoleScreen"


async def test_an_exchange_that_breaks_a_rule_says_so_but_not_who_is_kept_apart() -> None:
    async with laptop(an_event(6, rounds=1)) as host:
        host.session.people.check_in_all()
        await host.press("enter")
        first = host.session.event.plan[0].pairings
        one, other = first[0].people[0], first[1].people[0]
        partner = first[1].people[1]
        host.session.people.keep_apart(one, partner)
        await host.mark(one)
        await host.press("w")
        await host.type(other)
        await host.press("enter")

        assert host.words("told").endswith("A rule you set does not allow this.")
        assert partner not in host.words("told")


async def test_an_exchange_in_the_running_round_says_that_it_breaks_a_rule() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        first = host.session.event.rounds[0].pairings
        one, other, partner = first[0].people[0], *first[1].people
        host.session.people.keep_apart(one, partner)
        await host.press("3")
        await host.mark(one)
        await host.press("w", "tab")
        await host.type(other)
        await host.press("enter")

        assert host.words("told").endswith("A rule you set does not allow this.")
        assert "kept apart" not in host.words("told")


async def test_undo_takes_a_round_that_has_run_back_only_at_the_second_press() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(60)
        await host.press("3", "x", "u")
        await host.wait(1)
        await host.press("u")
        asked, phase = host.words("told"), host.session.run.phase
        await host.press("u")

        assert asked == "Press u again to undo: start of round 1"
        assert phase == "talk"
        assert host.session.run.phase == "move"


async def test_going_back_says_what_it_took_back() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("enter", "backspace")

        assert host.words("told") == "Undone: move to round 1"


async def test_a_message_is_taken_away_with_two_keys() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("t")
        await host.type("Please speak softly")
        await host.press("enter")
        shown = host.session.room.message
        await host.press("t")
        asked = "\n".join(await host.picture())
        await host.press("enter")

        assert shown == "Please speak softly"
        assert "Now shown: Please speak softly" in asked
        assert host.session.room.message == ""


async def test_the_host_hears_who_is_left_alone_by_a_no_show() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        (table, partner) = next(
            (pairing.table, other)
            for pairing in host.session.event.rounds[0].pairings
            if "Person 03" in pairing.people
            for other in pairing.people
            if other != "Person 03"
        )
        await host.press("3", "x")

        assert host.words("told") == (
            f"Person 03 is absent. {partner} is alone at table {table}: join them, or ask staff."
        )


async def test_before_people_sit_down_who_is_left_alone_is_said_to_rest_as_on_the_board() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("enter")
        (partner,) = (
            other
            for pairing in host.session.event.plan[0].pairings
            if "Person 03" in pairing.people
            for other in pairing.people
            if other != "Person 03"
        )
        await host.press("3", "x")

        assert host.words("told") == (
            f"Person 03 is absent. {partner} rests in this round: join them, or ask staff."
        )


async def test_without_a_projector_window_the_room_is_said_to_see_nothing() -> None:
    async with laptop(an_event(6), console=True) as host:
        host.app.projector = False
        await host.wait(1)

        assert host.words("told") == "The room sees nothing: no projector window is connected."


async def test_a_corrected_name_is_confirmed() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("2", "e", "ctrl+u")
        await host.type("Bea O'Neill")
        await host.press("enter")

        assert host.words("told") == "The name is now Bea O'Neill"


async def test_nobody_is_sent_to_somebody_who_has_left_too() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        gone, partner = host.session.event.rounds[0].pairings[0].people
        host.session.people.leave(gone)
        await host.mark(partner)
        await host.press("g")

        assert host.words("told") == f"{partner} has left"


async def test_nobody_is_said_to_be_alone_once_the_round_is_over() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(490)
        await host.press("3", "x")

        assert host.session.state.scene == "end"
        assert host.words("told") == "Person 03 is absent"


async def test_the_host_hears_who_joins_the_partner_of_somebody_who_leaves() -> None:
    async with laptop(an_event(5, rounds=4)) as host:
        await into_the_round(host)
        (resting,) = host.session.event.rounds[0].resting
        pairing = host.session.event.rounds[0].pairings[0]
        await host.mark(pairing.people[0])
        await host.press("g")

        assert host.words("told") == (
            f"{pairing.people[0]} has left. "
            f"{resting} joins {pairing.people[1]} at table {pairing.table}."
        )


async def test_the_board_follows_at_once_when_somebody_is_missing_before_the_start() -> None:
    async with laptop(an_event(5, rounds=4)) as host:
        host.session.people.check_in_all()
        await host.press("enter")
        (resting,) = host.session.event.plan[0].resting
        await host.mark(host.session.event.plan[0].pairings[0].people[0])
        await host.press("x")

        seated = {entry.name for entry in host.session.room.board if entry.table}
        assert resting in seated
        assert len(seated) == 4
        assert host.words("plan") == "New seats at the next move\nr: re-plan now"


async def test_a_table_disappears_with_a_key_and_its_label() -> None:
    async with laptop(an_event(6)) as host:
        host.session.people.check_in_all()
        await host.press("enter")
        before = [p.people for round_ in host.session.event.plan for p in round_.pairings]
        await host.press("f", "2", "enter")

        assert host.words("told") == "Table 2 is out of use: its pairings sit at 4."
        assert "2" not in {entry.table for entry in host.session.room.board}
        assert [p.people for round_ in host.session.event.plan for p in round_.pairings] == before
        assert not host.session.plan.stale


async def test_a_table_that_disappeared_comes_back_with_one_key() -> None:
    async with laptop(an_event(6)) as host:
        host.session.people.check_in_all()
        await host.press("enter", "f", "2", "enter", "u")

        assert {entry.table for entry in host.session.room.board} == {"1", "2", "3"}
        assert not host.session.plan.stale


async def test_a_table_at_which_nobody_sits_goes_without_a_word_about_pairings() -> None:
    async with laptop(an_event(8, tables=5)) as host:
        await host.press("enter", "f")
        await host.type("5")
        await host.press("enter")

        assert host.words("told") == "Table 5 is out of use: nobody sits there."


async def test_a_table_that_never_was_is_refused_in_words_and_may_be_put_right() -> None:
    async with laptop(an_event(8)) as host:
        await host.press("enter", "f", "9", "enter")
        refused = host.words("refused")
        await host.press("backspace", "2", "enter")

        assert refused == "There is no table 9. The tables are 1 to 4."
        assert host.screen == "ConsoleScreen"
        assert host.words("told").startswith("Table 2 is out of use")


async def test_escape_after_a_refused_answer_leaves_the_dialog_and_not_the_console() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("enter")
        for key in ("a", "f"):
            await host.press(key, *([] if key == "a" else ["9"]), "enter")
            refused = host.words("refused")
            await host.press("escape")

            assert refused
            assert host.screen == "ConsoleScreen"


async def test_the_host_closes_the_evening_early_with_two_keys() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("d", "0")
        await host.wait(480)

        assert host.words("next") == "Enter: close the evening"
        assert host.session.room.rounds == 1


async def test_the_evening_is_closed_in_the_break() -> None:
    async with laptop(an_event(6, break_after=[1])) as host:
        await into_the_round(host)
        await host.wait(480)
        await host.press("enter", "d", "0")
        asked = host.words("next")
        await host.wait(2)
        await host.press("enter")
        await host.wait(1)
        await host.press("enter")

        assert asked == "Enter: close the evening"
        assert host.session.run.phase == "closing"


async def test_the_latest_news_stand_first() -> None:
    async with laptop(an_event(6)) as host:
        host.session.state.news.extend([sentence("one"), sentence("two"), sentence("three")])
        host.session.state.news.append(sentence("The file cannot be read."))
        await host.press("i")

        assert host.words("news").splitlines() == ["The file cannot be read.", "three", "two"]


async def test_the_seat_is_read_however_long_the_table_is_called() -> None:
    tables = ["Observatory", "Bar", "Window"]
    async with laptop(an_event(6, tables=tables)) as host:
        await host.press("enter")
        long = next(e for e in host.session.room.board if e.table == "Observatory")

        assert host.line_of(long.name).endswith(f"Observ...{long.seat}")


async def test_a_latecomer_for_whom_nobody_is_free_hears_from_when() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("a")
        await host.type("Late Lucy")
        await host.press("enter")

        assert host.words("told") == "Late Lucy is here and joins from the next round"


async def test_a_step_takes_away_what_was_said_before_it() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("enter", "enter")

        assert host.words("told") == "The room sees: 0:00, thank your partner"


async def phases_of_a_double_enter_and_a_third(host: Laptop) -> tuple[str, str]:
    await host.press("enter", "enter")
    hasty = host.session.run.phase
    await host.wait(1)
    await host.press("enter")
    return hasty, host.session.run.phase


@pytest.mark.parametrize(
    ("keys", "typed"),
    daily(1, [(["a"], "Pam"), (["slash"], "person 03"), (["e"], "Pam")]),
    ids=["walk-in", "find", "rename"],
)
async def test_a_second_enter_in_a_dialog_does_not_show_the_seats(
    keys: list[str], typed: str
) -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h", "1", *keys)
        await host.type(typed)
        assert await phases_of_a_double_enter_and_a_third(host) == ("lobby", "move")


async def test_a_host_who_just_started_need_not_wait_for_the_first_step() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("pagedown")

        assert host.session.run.phase == "move"


@pytest.mark.parametrize("language", daily(1, ["en", "ja"]))
async def test_with_every_warning_at_once_a_small_window_shows_what_the_host_needs_most(
    language: str,
) -> None:
    evening = an_event(12, rounds=6, starts_at="18:30", ends_at="19:30")
    async with laptop(evening, size=(60, 20), language=language) as host:
        host.session.people.check_in_all()
        await host.press("enter")
        host.session.state.news.extend([sentence("Long news of the evening. " * 3)] * 3)
        host.session.state.unsaved(sentence("The disk is full."))
        await host.wait(900)
        await host.press("3", "x")
        failed = await host.picture()
        needed = [host.words(name) for name in ("phase", "next", "failed", "late", "told")]
        host.session.state.saved(99, START)
        await host.settle()
        await host.wait(0.1)
        mended = await host.picture()
        needed_then = [host.words(name) for name in ("phase", "next", "saved", "told")]

    for picture, words in ((failed, needed), (mended, needed_then)):
        seen = "".join(set_cell_size(line, 26) for line in picture) + "".join(picture[-5:])
        assert "14:00" in picture[1]
        assert not [each for each in words if "".join(each.split()) not in "".join(seen.split())]


@pytest.mark.parametrize(("size", "key"), daily(1, [((80, 24), "b"), ((60, 20), "full_stop")]))
async def test_beside_a_projector_of_its_own_black_leaves_the_console_to_the_host(
    size: tuple[int, int], key: str
) -> None:
    async with laptop(an_event(6), size=size) as host:
        await into_the_round(host)
        await host.press("m", key)
        told, keys = host.words("told"), "\n".join((await host.picture())[-3:])
        dark = host.session.room.black
        await host.press(key)

        assert dark
        assert host.screen == "ConsoleScreen"
        assert told == "The room sees: a black screen"
        assert "b Picture back" in keys
        assert not host.session.room.black
        assert host.words("told") == "The room sees: A speaks, 7:59"


async def test_on_the_only_screen_black_is_black_and_any_key_brings_the_picture_back() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h", "b")
        dark = "".join(await host.picture()).strip()
        await host.press("x")

        assert dark == ""
        assert host.screen == "ConsoleScreen"
        assert not host.session.room.black


async def test_with_one_person_here_the_host_reads_that_two_are_needed() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("1", "i")

        assert host.words("next").startswith("There is nobody to pair yet")


async def test_who_has_sat_in_no_pairing_has_none_to_mark() -> None:
    async with laptop(an_event(5, rounds=2)) as host:
        await into_the_round(host)
        (resting,) = host.session.event.rounds[0].resting
        await host.mark(resting)
        await host.press("m")
        keys = (await host.picture())[-1]
        await host.press("o")

        assert "o Mark" not in keys
        assert host.screen == "ConsoleScreen"


async def test_where_no_time_is_left_none_can_be_taken_away() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("enter")
        before = "\n".join(await host.picture())
        for _second in range(61):
            await host.wait(1)
        keys = "\n".join(await host.picture())

        assert "- 30 s less" in before
        assert "- 30 s less" not in keys
        assert "+ 30 s more" in keys


async def test_after_the_swap_the_footer_offers_none() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        before = "\n".join(await host.picture())
        for _ in range(10):
            await host.wait(25)

        assert "s Swap now" in before
        assert "s Swap now" not in "\n".join(await host.picture())


@pytest.mark.parametrize(("people", "offered"), [(6, False), (200, True)])
async def test_the_pages_of_the_board_are_turned_where_there_are_several(
    people: int, offered: bool
) -> None:
    async with laptop(an_event(people, rounds=1), console=False) as host:
        await host.press("enter")
        bindings = host.app.screen.active_bindings

        assert ("right_square_bracket" in bindings) == offered
        assert ("left_square_bracket" in bindings) == offered


async def test_every_key_that_chooses_somebody_is_explained() -> None:
    async with laptop(an_event(6), size=(120, 60)) as host:
        await host.press("question_mark")
        shown = " ".join(" ".join(await host.picture()).split()).lower()

        for explained in ("up down choose somebody", "home end first", "0-9 choose by the number"):
            assert explained in shown


async def test_a_lower_window_gives_a_row_of_keys_to_the_people() -> None:
    async with laptop(an_event(6), size=(80, 24)) as host:
        high = await host.everything()
        await host.resize(80, 20)
        low = await host.everything()
        await host.resize(80, 24)

        assert "r Re-plan" in high
        assert "r Re-plan" not in low
        assert low.splitlines()[-1].strip().startswith("i Here")
        assert await host.everything() == high


async def test_a_zero_belongs_to_a_number() -> None:
    async with laptop(an_event(20)) as host:
        await host.press("2", "0")

        assert host.marked == "Person 20"


async def test_page_up_takes_no_step_back_while_somebody_is_looked_for() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("slash")
        await host.type("per")
        await host.press("pageup")

        assert host.session.run.phase == "talk"
        assert "Backspace" not in "".join((await host.picture())[-3:])


async def test_who_is_counted_as_here_without_any_check_in_is_not_said_to_be_checked_in() -> None:
    hands = Hands()
    session = a_session(an_event(6), hands)
    session.steps.next()
    session.steps.next()
    async with laptop(session, hands) as host:
        await host.press("3", "i")

        assert host.words("told").startswith("Person 03 counts as here (nobody is checked in)")
        assert str(host.session.undo.last_action) == "start of round 1"


async def test_news_that_have_no_room_are_told_for_a_moment() -> None:
    async with laptop(an_event(6, ends_at="18:45"), size=(60, 20)) as host:
        await into_the_round(host)
        await host.wait(10)
        host.session.state.edited_outside(
            Edited(), (sentence("mixer.toml:5: must be a whole number"),)
        )
        await host.wait(0.1)

        assert "must be a whole number" in "\n".join(await host.picture())


async def test_a_plan_that_changes_nothing_is_nothing_to_take_back() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("enter")
        before = host.session.undo.last_action
        await host.wait(2)
        await host.press("r", "enter")

        assert host.session.undo.last_action == before
        assert host.session.undo.last_action == before


async def test_the_console_says_whether_a_projector_window_is_connected() -> None:
    connected: list[bool | None] = [None]
    app = RoundsApp(a_session(an_event(6)), console=True, watched=lambda: connected[0])
    async with app.run_test(size=(80, 24)) as pilot:
        words = app.screen.query_one("#projector", WrappedText)
        said = []
        for answer in (None, False, True):
            connected[0] = answer
            app._look_for_windows()
            await pilot.pause()
            said.append(words.said)

        assert said == [
            "",
            "No projector window is connected (rounds stage)",
            "Projector window: connected",
        ]


async def test_a_small_window_gives_the_names_the_columns_that_are_empty() -> None:
    event = Event.checked(
        {
            "event": {"title": "Mixer", "rounds": 2},
            "participants": [{"name": f"Greta Lindqvist {each}"} for each in "ABCDEF"],
        }
    )
    async with laptop(event, size=(60, 20)) as host:
        before_doors = await host.everything()
        await into_the_round(host)
        await host.wait(490)
        await host.press("enter")
        at_the_move = await host.everything()

        assert "Greta Lindqvist A" in before_doors
        assert "Greta Lindqvist A" in at_the_move
        assert "Next" not in before_doors
        assert "Now" not in at_the_move
