"""The part of the notes that asks for a participant's code, or offers to choose one."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from rounds.domain.event import Event
from rounds.i18n import _
from rounds.store.state.codes import DIGITS, Codes
from rounds.ui.screens.notes import texts
from rounds.ui.screens.notes.partners import Somebody
from rounds.ui.terminal.ime_keys import half_width
from rounds.ui.widgets.text_line import TextLine
from rounds.ui.widgets.wrapped_text import WrappedText

MOST_TRIES = 3
"""Wrong codes after which the notes lock."""


class CodePart(Vertical):
    """Four digits that nobody can read on the screen; a new code is typed twice."""

    class Done(Message):
        """The code is right, is chosen or not wanted (`passed`), or was wrong too often."""

        def __init__(self, passed: bool) -> None:
            super().__init__()
            self.passed = passed

    def __init__(self) -> None:
        super().__init__(id="code")
        self.line = TextLine(id="digits", max_length=2 * DIGITS)
        self.line.password = True
        self.person: Somebody | None = None
        self.is_offer = False
        self._codes: Codes | None = None
        self._first = ""
        self._tries = 0

    def compose(self) -> ComposeResult:
        """The question, the line, and what was wrong."""
        yield WrappedText(id="code-question")
        yield self.line
        yield WrappedText(id="code-refused")

    def ask(self, event: Event, person: Somebody) -> bool:
        """Get ready to ask for somebody's code; return False where there is none to ask for."""
        self._open(event, person, is_offer=False)
        return self._codes is not None and self._codes.has(person.key)

    def offer(self, event: Event, person: Somebody) -> bool:
        """Get ready to offer somebody a code; return False where there is one already."""
        self._open(event, person, is_offer=True)
        return self._codes is not None and not self._codes.has(person.key)

    def close(self) -> None:
        """Leave nothing of anybody here."""
        self.person, self._codes, self._first = None, None, ""
        self.line.fill("")

    def _open(self, event: Event, person: Somebody, *, is_offer: bool) -> None:
        self.close()
        self.person, self.is_offer, self._tries = person, is_offer, 0
        self._codes = Codes(event)
        self._say(texts.code_offered() if is_offer else texts.code_asked())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the digits."""
        event.stop()
        code = half_width(self.line.value).strip()
        self.line.fill("")
        if self._codes is None or self.person is None:
            return
        if not self.is_offer:
            self._check(self._codes, self.person, code)
        elif not code and not self._first:
            self.post_message(self.Done(passed=True))
        elif len(code) != DIGITS or not code.isascii() or not code.isdecimal():
            self._say("", texts.code_has_four_digits())
        elif not self._first:
            self._first = code
            self._say(texts.code_again())
        elif code != self._first:
            self._first = ""
            self._say(texts.code_offered(), _("Those were not the same four digits."))
        else:
            self._keep(self._codes, self.person, code)

    def _check(self, codes: Codes, person: Somebody, code: str) -> None:
        if codes.fits(person.key, code):
            self.post_message(self.Done(passed=True))
            return
        self._tries += 1
        if self._tries >= MOST_TRIES:
            self.post_message(self.Done(passed=False))
        else:
            self._say("", texts.wrong_code())

    def _keep(self, codes: Codes, person: Somebody, code: str) -> None:
        try:
            codes.choose(person.key, code)
        except OSError:
            self._first = ""
            self._say(texts.code_offered(), _("The code cannot be kept on this computer."))
        else:
            self.post_message(self.Done(passed=True))

    def _say(self, question: str, refused: str = "") -> None:
        """Ask a question (the same one for "") and say what was wrong."""
        if question:
            self.query_one("#code-question", WrappedText).say(question)
        self.query_one("#code-refused", WrappedText).say(refused)
