"""The choices of a note as they stand on the memo sheet: the same keys and order as on the screen.

So whoever types in the sheets presses the keys that are ticked, one after the other.
"""

from __future__ import annotations

from rounds.i18n import _


def rows() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the questions of a note with one key each, in order, and the (key, words) of each."""
    return (
        (
            _("Interest"),
            (
                ("1", _("ready now")),
                ("2", _("has a problem to solve")),
                ("3", _("someday")),
                ("4", _("not yet")),
            ),
        ),
        (
            _("Their offer"),
            (("y", _("accept")), ("b", _("answer by ____")), ("x", _("decline"))),
        ),
        (
            _("My next step"),
            (
                ("m", _("message")),
                ("s", _("social network")),
                ("e", _("mail")),
                ("w", _("newsletter")),
                ("p", _("postcard")),
                ("o", _("one-to-one meeting")),
                ("+", _("I would like to talk again")),
            ),
        ),
    )
