"""Errors that the host can fix.

Each of them says what is wrong, where, and what to do, in that order, as a `Sentence`: it is
caught at one edge and shown in the host's language. Anything else that goes wrong is a bug and
crashes loudly.
"""

from typing import Any

from rounds.domain.sentence import Sentence, plain, sentence


class RoundsError(Exception):
    """An error that the host can fix; `exit_status` is that of a command that ends with it."""

    exit_status = 1

    def __init__(self, template: str | Sentence, /, **values: Any) -> None:
        self.sentence = template if isinstance(template, Sentence) else sentence(template, **values)
        super().__init__(self.sentence)

    def __str__(self) -> str:
        """Return the message in English."""
        return plain(self.sentence)


class InputError(RoundsError):
    """An input that cannot be used: a wrong file, a wrong argument."""

    exit_status = 2


class RosterError(RoundsError):
    """A person who is on the roster twice, or not at all."""


class RuleError(RoundsError):
    """A step that the rules of the evening do not allow."""


class StoreError(RoundsError):
    """A disk that refuses to read or write."""
