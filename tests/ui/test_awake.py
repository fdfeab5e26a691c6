"""The display stays on while an evening runs."""

from __future__ import annotations

from threading import Event

import pytest

from rounds.ui.awake import Awake, display_held


def test_the_display_is_held_where_the_system_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    failed = Event()
    awake = Awake(failed.set, after=0)

    awake.start()
    awake.stop()

    assert not failed.is_set()
    with display_held() as held:
        assert held


def test_the_host_is_told_once_where_the_system_offers_no_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    failed = Event()
    awake = Awake(failed.set, after=0)

    awake.start()

    assert failed.wait(60)
    awake.stop()


def test_an_evening_that_ends_at_once_never_asks_for_the_display(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    failed = Event()
    awake = Awake(failed.set, after=3600)

    awake.start()
    awake.stop()

    assert not failed.is_set()
