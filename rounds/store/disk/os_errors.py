"""The reasons for errors of a disk in plain words, and what to do about each."""

from __future__ import annotations

import errno
import os

from rounds.domain.errors import StoreError
from rounds.domain.sentence import Sentence, sentence

_ROOM = sentence("Free some space on it, or choose another place.")
_OWN = sentence("Choose a folder of your own.")
_NAME = sentence("Choose another name.")
_AGAIN = sentence("Try again, or choose another place.")

_KNOWN = {
    errno.ENOSPC: (sentence("the disk is full"), _ROOM),
    errno.EDQUOT: (sentence("your quota on the disk is full"), _ROOM),
    errno.EFBIG: (sentence("the disk does not allow larger files"), _ROOM),
    errno.EACCES: (sentence("the file or its folder is read-only"), _OWN),
    errno.EPERM: (sentence("the file or its folder is read-only"), _OWN),
    errno.EROFS: (sentence("the disk is read-only"), _OWN),
    errno.EIO: (sentence("the disk reports an error"), _AGAIN),
    errno.ENOENT: (sentence("the folder is not there"), sentence("Make the folder first.")),
    errno.ENOTDIR: (sentence("its folder is a file"), _OWN),
    errno.EISDIR: (sentence("it is a folder"), _NAME),
    errno.ENAMETOOLONG: (sentence("the name is too long"), sentence("Choose a shorter name.")),
    errno.EBUSY: (sentence("another program keeps writing the file"), _AGAIN),
    errno.ENOLCK: (sentence("the disk does not support locks"), _OWN),
    errno.ENOTSUP: (sentence("the disk does not support that"), _OWN),
    errno.ENOSYS: (sentence("the disk does not support that"), _OWN),
    errno.EINVAL: (sentence("the disk does not support that"), _NAME),
}


def reason(fault: OSError) -> Sentence:
    """Return the reason for an error, as a part of a sentence."""
    if known := _KNOWN.get(fault.errno or 0):
        return known[0]
    return sentence("the disk refuses ({reason})", reason=fault.strerror or os.strerror(errno.EIO))


def remedy(fault: OSError) -> Sentence:
    """Return what to do about it, as a sentence."""
    known = _KNOWN.get(fault.errno or 0)
    return known[1] if known else _AGAIN


def cannot_be_written(file: str, fault: OSError) -> StoreError:
    """Return the error for a file, shown as `file`, that the disk did not take."""
    return StoreError(
        "{file} cannot be written: {reason}. {remedy}",
        file=file,
        reason=reason(fault),
        remedy=remedy(fault),
    )
