"""What was said about a new evening is there again after the program was left half-way."""

from __future__ import annotations

from pathlib import Path

from rounds.domain.new_evening.answers import Answers, Row
from rounds.store.state.new_evening_draft import draft, drop_draft, keep_draft

ANSWERS = Answers(
    title="春の交流会",
    day="2026-12-05",
    rounds=6,
    people=(
        Row(values={"name": "田中 愛子", "avoid": ["佐藤 健"]}),
        Row(values={"name": "佐藤 健", "table": 3}, left_out=True, remark="欠席"),
    ),
)


def test_every_answer_is_offered_again_until_the_evening_is_written() -> None:
    keep_draft(ANSWERS)

    assert draft() == ANSWERS

    drop_draft()

    assert draft() is None


def test_nobody_else_reads_the_draft(state: Path) -> None:
    keep_draft(ANSWERS)

    assert (state / "new-evening.json").stat().st_mode & 0o777 == 0o600


def test_a_damaged_draft_is_none(state: Path) -> None:
    keep_draft(ANSWERS)
    for damaged in ("{", '{"people": 3}', '{"unknown": 1}', "[" * 100_000):
        (state / "new-evening.json").write_text(damaged)

        assert draft() is None
