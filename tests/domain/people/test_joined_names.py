"""Names that are joined in one text."""

from __future__ import annotations

import pytest

from rounds.domain.people.joined_names import companions, names_in


@pytest.mark.parametrize(
    ("text", "name", "more"),
    [
        ("Ann Lee and wife", "Ann Lee", 1),
        ("森 さくら ほか2名", "森 さくら", 2),
        ("赵敏等3人", "赵敏", 2),
        ("Hans Mann", "Hans Mann", 0),
        ("Ann Lee" + " " * 9000 + "x", "Ann Lee" + " " * 9000 + "x", 0),
    ],
)
def test_who_comes_along_is_counted_and_a_text_without_end_takes_no_time(
    text: str, name: str, more: int
) -> None:
    assert companions(text) == (name, more)
    assert names_in(name) == ()
