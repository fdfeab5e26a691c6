"""How long the keeping of an event file waits for what."""

from __future__ import annotations

from typing import NamedTuple


class Pace(NamedTuple):
    """Times in seconds; tests use much shorter ones.

    The file is looked at every `poll` seconds, and a refused save is tried again after `retry`.
    Another program that is writing the file gets `patience`, with a look every `glance`. A file
    that was replaced is watched for `displaced`.
    """

    poll: float = 1.0
    retry: float = 2.0
    patience: float = 0.5
    glance: float = 0.02
    displaced: float = 3.0
