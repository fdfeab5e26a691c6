"""The join code: eight letters and digits that nobody takes for one another."""

from __future__ import annotations

import hmac
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters without 0, O, 1, I, L (which look alike) and U (so that few words appear)."""

LENGTH = 8


def new_code() -> str:
    """Return a code that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))


def is_code(text: str) -> bool:
    """Return whether this could be a join code at all."""
    return len(text) == LENGTH and set(text) <= set(ALPHABET)


def same_code(typed: str, code: str) -> bool:
    """Return whether this is the code, in capitals or not; it takes equally long in any case."""
    return hmac.compare_digest(typed.strip().upper().encode(), code.encode())
