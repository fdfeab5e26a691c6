"""A change of a file that another program saves at the same time."""

from __future__ import annotations

import pytest

from rounds.domain.errors import StoreError
from rounds.store.disk import undisturbed as module
from rounds.store.disk.atomic import Changed
from rounds.store.disk.undisturbed import undisturbed


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSE", 0)


def test_a_change_begins_again_with_what_another_program_saved() -> None:
    tries = iter([Changed, None])

    def attempt() -> str:
        if fault := next(tries):
            raise fault
        return "done"

    assert undisturbed("folder/mixer.toml", attempt) == "done"


def test_a_program_that_saves_all_the_time_is_named_as_the_reason() -> None:
    def attempt() -> None:
        raise Changed

    with pytest.raises(StoreError, match=r"^mixer.toml is being written by another program"):
        undisturbed("folder/mixer.toml", attempt)
