from __future__ import annotations

import csv
import io

from rounds.formats.plan import as_csv, as_text
from tests.formats.evenings_held import an_evening_held

EVENING = an_evening_held()
ROUNDS = (*EVENING.rounds, *EVENING.plan)


def test_a_plan_is_read_by_round_and_by_person() -> None:
    text = as_text.render(EVENING, ROUNDS, ["Nobody meets twice."])

    assert text.startswith("Test Mixer\n  Nobody meets twice.\n\nRound 1  B listens first  over\n")
    assert "Round 2  A listens first  begun\n" in text
    assert "  Anchor  Aiko Tanaka  Dmitri  Emi\n" in text
    assert "  Chloé\n    1 Emi, 2 Aiko Tanaka\n" in text
    assert "  Dmitri\n    1 rests, 2 rests, 3 Aiko Tanaka + Emi\n" in text


def test_where_nobody_listens_first_the_plan_does_not_say_so() -> None:
    assert "listens first" not in as_text.render(an_evening_held(listen_first=False), ROUNDS)


def test_a_spreadsheet_has_the_seats_and_those_who_rest() -> None:
    text = as_csv.render(ROUNDS, {"Emi": "Emi (5)"})

    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert ["1", "2", "Chloé", "Emi (5)", "", "Emi (5)"] in rows
    assert ["2", "rests", "Dmitri", "", "", ""] in rows
