"""The draft of a new evening that was not finished: it is offered when the next one is set up.

It is replaced whole at each change and not synced to the medium; only the user can read it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from rounds.domain.new_evening.answers import Answers
from rounds.store.state.paths import replace_text, state_folder


def _file() -> Path:
    return state_folder() / "new-evening.json"


def keep_draft(answers: Answers) -> None:
    """Keep the answers so far; if the disk refuses, only the draft is lost."""
    with suppress(OSError, UnicodeError):
        replace_text(_file(), json.dumps(answers.data(whole=False)))


def draft() -> Answers | None:
    """Return the answers that were kept, None where there are none that can be read."""
    try:
        return Answers.checked(json.loads(_file().read_bytes()))
    except (OSError, ValueError, RecursionError):
        return None


def drop_draft() -> None:
    """Delete the draft: its evening is written."""
    with suppress(OSError):
        _file().unlink(missing_ok=True)
