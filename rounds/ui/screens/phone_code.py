"""How the room hears of phones: what it sees of the code, and when."""

from __future__ import annotations

from rounds.domain.evening.clock import Scene
from rounds.domain.event import PersonKey
from rounds.domain.sentence import Sentence
from rounds.domain.views.room import JoinByPhone, Room
from rounds.i18n import _, say
from rounds.session.phones import Phones
from rounds.session.session import Session


class PhoneCode:
    """The code on the stage: beside lobby and break, and over every picture if the host wants.

    `phones` is None where there can be none. What keeps them off is among the news; a host who
    has asked for them is told on the spot, and the evening goes on.
    """

    def __init__(self, session: Session, phones: Phones | None) -> None:
        self._session = session
        self.phones = phones
        self._over: Scene | None = None
        self._trouble: Sentence | None = None
        self._asked = False

    def in_room(self, room: Room) -> Room:
        """Return what the room may see, with the code as long as it lets a phone in."""
        state = self.phones.state if self.phones else None
        if state is None or not state.on or not state.door_open:
            return room
        joining = JoinByPhone(address=state.address, code=state.code)
        return room.with_(join=joining, join_over=self._over)

    @property
    def covers(self) -> bool:
        """Whether the code is wanted over the whole picture."""
        return self._over is not None and self._over == self._session.state.scene

    @property
    def joined(self) -> frozenset[PersonKey]:
        """Everybody who has joined with a phone."""
        return self.phones.state.joined if self.phones else frozenset()

    @property
    def to_check_in(self) -> frozenset[PersonKey]:
        """Those who have joined and wait to be checked in, where the host lets phones do that."""
        roster = self._session.state.roster
        if not roster.event.in_force.phone_check_in:
            return frozenset()
        if self._session.run.phase != "lobby" and not roster.checked_in:
            return frozenset()  # the evening runs without check-in: everybody takes part
        return frozenset(key for key in self.joined if roster.states.get(key) == "expected")

    def toggle(self) -> str:
        """Show the code over the whole picture, or the picture again; return what to tell the host.

        Phones that are off are switched on.
        """
        if self.phones is None:
            return ""
        state = self.phones.state
        if state.on and not state.door_open:
            return _("The door is closed for phones. Q on the console opens it.")
        self._over = None if self.covers else self._session.state.scene
        if not state.on and self.covers:
            self.switch_on()
        self._session.state.tell()
        return ""

    def switch_on(self) -> None:
        """Let phones join; the host who asks for it is told if that is impossible."""
        if self.phones:
            self._trouble, self._asked = None, True
            self.phones.switch_on()

    def follow(self) -> str:
        """Take notice of changes; return what to tell the host who has asked for phones."""
        if self.phones is None:
            return ""
        state, asked = self.phones.state, self._asked
        if self._over is not None and not self.covers:
            self._over = None
        if state.on:
            self._asked = False
        if state.trouble == self._trouble:
            return ""
        self._trouble = state.trouble
        if state.trouble is None:
            return ""
        self._over, self._asked = None, False
        return say(state.trouble) if asked else ""
