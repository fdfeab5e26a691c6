"""What somebody's contact is: a mail address, a telephone number, or something else."""

from __future__ import annotations

import re

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(r"\+?[\d ()/.-]{6,}", re.ASCII)


def is_mail(contact: str) -> bool:
    """Return whether a contact is a mail address."""
    return bool(_MAIL.fullmatch(contact))


def is_phone(contact: str) -> bool:
    """Return whether a contact is a telephone number."""
    return bool(_PHONE.fullmatch(contact)) and any(c.isdigit() for c in contact)


def telephone(contact: str) -> str:
    """Return a telephone number as programs dial it."""
    return re.sub(r"[^\d+]", "", contact)


def link(contact: str) -> str:
    """Return where a press on a contact leads, empty if that is nowhere."""
    if is_mail(contact):
        return f"mailto:{contact}"
    return f"tel:{telephone(contact)}" if is_phone(contact) else ""
