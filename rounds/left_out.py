"""What the libraries would load and this program never uses.

Rounds opens no network connection, so it needs neither TLS nor OpenSSL's checksums, and it
wants no other package's plugins in the host's evening. Left out, they save 4 MiB of memory.
Python's own rule for it: a module that is None in `sys.modules` cannot be imported, and
asyncio and hashlib go on without.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from types import ModuleType
from typing import cast


def leave_out() -> None:
    """Keep unused parts from being loaded later; what is loaded already stays."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    modules.setdefault("ssl", None)
    with suppress(ImportError):  # some systems build Python without checksums of its own
        _own_checksums()
        modules.setdefault("_hashlib", None)


def _own_checksums() -> None:
    """Raise ImportError unless hashlib can do without OpenSSL."""
    newer = sys.version_info >= (3, 12)
    for name in ("_md5", "_sha1", "_sha3", *(("_sha2",) if newer else ("_sha256", "_sha512"))):
        __import__(name)
