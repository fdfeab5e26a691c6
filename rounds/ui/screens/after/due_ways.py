"""Doing what is due by sending its message."""

from __future__ import annotations

from rounds.domain.event import Note
from rounds.domain.followup import due_verbs
from rounds.domain.followup.due import Due
from rounds.domain.followup.due_verbs import ClearReply
from rounds.domain.sentence import sentence
from rounds.formats.days_after_messages import message_for
from rounds.i18n import _
from rounds.session.desk import Evening
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.questions import which
from rounds.ui.screens.after.texts import what_to_do
from rounds.ui.screens.after.ways import Way

_REPLIES: tuple[ClearReply, ...] = ("yes", "no")


async def way_to_do(program: DeskProgram, evening: Evening, due: Due) -> Way | None:
    """Return the message of something that is due, and that it is done once that is sent.

    Of a promised answer the host says first which one it is; None after Escape.
    """
    today = program.desk.today
    label = sentence("{what}", what=what_to_do(evening, due))
    if due.kind == "answer" and isinstance(due.entry, Note):
        offered = [("y", _("accept")), ("x", _("decline"))]
        at = await which(program, what_to_do(evening, due), offered)
        if at is None:
            return None
        reply = _REPLIES[at]
        told = due._replace(entry=due.entry.with_(reply=reply))
        return Way(
            label,
            lambda event: due_verbs.answered(event, due, reply, today),
            lambda: message_for(evening.event, told, today),
        )
    waits = due.kind == "consent"  # only an answer ends that
    return Way(
        label,
        None if waits else lambda event: due_verbs.done(event, due, today),
        lambda: message_for(evening.event, due, today),
    )
