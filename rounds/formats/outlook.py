"""An evening to come in one sentence."""

from __future__ import annotations

from rounds.domain.new_evening.outlook import Outlook
from rounds.domain.views.host_view import duration
from rounds.i18n import _, listed, ngettext, say, shown_time


def in_words(found: Outlook) -> str:
    """Return the evening in one sentence: people, introductions, rounds, break, end, length."""
    parts = [ngettext("{count} person", "{count} people", found.people).format(count=found.people)]
    if found.introductions:
        parts.append(_("introductions of {seconds} s each").format(seconds=found.introductions))
    parts.append(
        ngettext(
            "{count} round of {minutes} minutes",
            "{count} rounds of {minutes} minutes",
            found.rounds,
        ).format(count=found.rounds, minutes=f"{found.round_minutes:g}")
    )
    if found.break_after:
        parts.append(_("break after {number}").format(number=found.break_after))
    if found.ends is not None:
        parts.append(_("ends {time}").format(time=shown_time(found.ends.time())))
    parts.append(_("{span} long").format(span=say(duration(found.minutes))))
    return listed(parts)
