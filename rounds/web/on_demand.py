"""The phones of an evening, imported when somebody wants them: most evenings start without."""

from __future__ import annotations

from rounds.session.phones import Phones
from rounds.session.session import Session
from rounds.store.state.phones_file import PhonesFile


def phones(file: PhonesFile, address: str | None, port: int, session: Session) -> Phones:
    """Return the phones of a session, still off, to be reached at this address and port.

    Without an address it is that of the laptop's own network.
    """
    from rounds.web.service import PhoneService

    return PhoneService(session, file, address=address, port=port)
