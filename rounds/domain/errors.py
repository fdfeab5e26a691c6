"""The faults a host can mend.

Every one of them says what is wrong, where, and what to do, in that order, as a
`Sentence`: it is caught at one edge and shown in the host's language. Anything else that
goes wrong is a bug and crashes loudly.
"""

from typing import Any

from rounds.domain.sentence import Sentence, plain, sentence


class RoundsError(Exception):
    """Something the host can put right. `exit_status` is what a command ends with."""

    exit_status = 1

    def __init__(self, template: str | Sentence, /, **values: Any) -> None:
        self.sentence = template if isinstance(template, Sentence) else sentence(template, **values)
        super().__init__(self.sentence)

    def __str__(self) -> str:
        """Return the fault in English."""
        return plain(self.sentence)


class InputError(RoundsError):
    """What was given cannot be used: a wrong file, a wrong argument."""

    exit_status = 2


class RosterError(RoundsError):
    """Somebody is on the roster twice, or not at all."""


class RuleError(RoundsError):
    """The evening's rules do not allow this step."""


class StoreError(RoundsError):
    """The disk refuses."""
