"""Asks how to end: with fewer rounds, and on time with shorter ones or without the break."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.domain.evening.end_on_time import EndProposal
from rounds.domain.event import Settings
from rounds.domain.timetable import full_minute
from rounds.i18n import _, ngettext, shown_time, written_time
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.key_hints import KeyHints
from rounds.ui.widgets.wrapped_text import WrappedText


def minutes(value: float) -> str:
    """Return minutes without a needless `.0`."""
    return f"{value:g}"


CLOSE_NOW = "close now"
"""The answer that closes the evening at once."""


class EndOnTimeDialog(Dialog["EndProposal | int | str | None"]):
    """Numbered ways to end; a digit answers with one, Escape with None.

    The digit 0 answers with `closes_after`, the round after which the evening can close; `c`
    with `CLOSE_NOW`, where `without` is a round that is on the board and need not be held.
    `late` says that the evening would not end on time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(
        self,
        settings: Settings,
        ways: tuple[EndProposal, ...],
        closes_after: int | None = None,
        without: int | None = None,
        late: bool = False,
    ) -> None:
        super().__init__()
        self._closes_after = closes_after
        self._without = without
        self._settings = settings
        self._ways = ways
        self._late = late

    def compose(self) -> ComposeResult:
        """The question and the ways."""
        with Vertical():
            yield WrappedText(
                _("To end on time (planned end {time}):").format(
                    time=written_time(self._settings.ends_at or "")
                )
                if self._late
                else _("How should the evening end?"),
                classes="question",
            )
            for number, way in enumerate(self._ways, 1):
                yield KeyHints(_("{digit}: {choice}").format(digit=number, choice=self._words(way)))
            if self._closes_after is not None:
                close = _("close the evening after round {number}").format(
                    number=self._closes_after
                )
                yield KeyHints(_("{digit}: {choice}").format(digit=0, choice=close))
            if self._without is not None:
                close = _("close the evening now, without round {number}").format(
                    number=self._without
                )
                yield KeyHints(_("{digit}: {choice}").format(digit="c", choice=close))
            keys = (
                _("A digit: choose | Esc: go on as planned")
                if self._without is None
                else _("A digit or c: choose | Esc: go on as planned")
            )
            yield KeyHints(keys, classes="keys")

    def _words(self, way: EndProposal) -> str:
        if way.introductions is not None:
            template = ngettext(
                "introductions of {seconds} s each, {count} round in all, {minutes} min each, "
                "ends {time}",
                "introductions of {seconds} s each, {count} rounds in all, {minutes} min each, "
                "ends {time}",
                way.rounds,
            )
        elif way.break_after is None:
            template = ngettext(
                "{count} round in all, {minutes} min each, ends {time}",
                "{count} rounds in all, {minutes} min each, ends {time}",
                way.rounds,
            )
        else:
            template = ngettext(
                "without the break, {count} round in all, {minutes} min each, ends {time}",
                "without the break, {count} rounds in all, {minutes} min each, ends {time}",
                way.rounds,
            )
        return template.format(
            seconds=way.introductions,
            count=way.rounds,
            minutes=minutes(way.round_minutes),
            time=shown_time(full_minute(way.ends_at).time()),
        )

    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """The digits, and `c` where the evening can close now."""
        return (("0-9" if self._without is None else "0-9  c", _("Choose")),)

    def on_key(self, event: events.Key) -> None:
        """Answer with the way of that number."""
        if event.character == "0" and self._closes_after is not None:
            event.stop()
            self.dismiss(self._closes_after)
        elif event.key == "c" and self._without is not None:
            event.stop()
            self.dismiss(CLOSE_NOW)
        elif event.character and event.character in "123456789"[: len(self._ways)]:
            event.stop()
            self.dismiss(self._ways[int(event.character) - 1])

    def action_cancel(self) -> None:
        """Go on as planned."""
        self.dismiss(None)
