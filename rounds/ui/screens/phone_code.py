"""How the room hears of phones: what it sees of the code, and when."""

from __future__ import annotations

from collections.abc import Callable

from rounds.domain.evening.clock import Scene
from rounds.domain.event import PersonKey
from rounds.domain.sentence import Sentence
from rounds.domain.views.room import JoinByPhone, Room
from rounds.i18n import _, say
from rounds.session.phones import Phones, PhonesState
from rounds.session.session import Session


class PhoneCode:
    """The code on the stage: beside lobby and break, and over every picture if the host wants.

    `make` makes the phones when somebody asks for them, since most evenings have none; it is None
    where there can be none. What keeps them off is among the news; a host who has asked for them
    is told on the spot, and the evening goes on.
    """

    def __init__(self, session: Session, make: Callable[[], Phones] | None) -> None:
        self._session = session
        self._make = make
        self._phones: Phones | None = None
        self._over: Scene | None = None
        self._trouble: Sentence | None = None
        self._asked = False

    @property
    def possible(self) -> bool:
        """Whether there can be phones at all."""
        return self._make is not None

    @property
    def state(self) -> PhonesState:
        """How the phones are doing now."""
        return self._phones.state if self._phones else PhonesState()

    @property
    def phones(self) -> Phones:
        """The phones, where they are `possible`."""
        if self._phones is None:
            assert self._make is not None
            self._phones = self._make()
        return self._phones

    def in_room(self, room: Room) -> Room:
        """Return what the room may see, with the code as long as it lets a phone in."""
        state = self.state
        if not state.on or not state.door_open:
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
        return self.state.joined

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
        if not self.possible:
            return ""
        state = self.state
        if state.on and not state.door_open:
            return _("The door is closed for phones. Q on the console opens it.")
        self._over = None if self.covers else self._session.state.scene
        if not state.on and self.covers:
            self.switch_on()
        self._session.state.tell()
        return ""

    def switch_on(self) -> None:
        """Let phones join; the host who asks for it is told if that is impossible."""
        if self.possible:
            self._trouble, self._asked = None, True
            self.phones.switch_on()

    async def switch_off(self) -> None:
        """Stop answering phones, if any are on."""
        if self._phones:
            await self._phones.switch_off()

    def follow(self) -> str:
        """Take notice of changes; return what to tell the host who has asked for phones."""
        state, asked = self.state, self._asked
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
