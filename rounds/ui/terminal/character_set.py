"""Whether a terminal is set to a character set in which everything can be shown."""

from __future__ import annotations

import codecs
from contextlib import suppress
from typing import TextIO

from rounds.domain.errors import InputError


def not_utf8(terminal: TextIO | None) -> InputError | None:
    """Return what to tell the host, in ASCII, of a terminal that is not set to UTF-8."""
    encoding = (terminal.encoding if terminal else "") or ""
    with suppress(LookupError):
        if codecs.lookup(encoding).name == "utf-8":
            return None
    return InputError(
        "This terminal is set to {encoding}: it would not show the pictures and many names. "
        "Set it to UTF-8 and start again, for example with: export LC_ALL=C.UTF-8",
        encoding=ascii(encoding or "?").strip("'"),
    )
