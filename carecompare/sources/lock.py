"""One import at a time: a lock of the operating system, which a crash lets go by itself."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from carecompare.errors import SourceError
from carecompare.paths import import_lock

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def locked(figures: Path) -> Iterator[None]:
    """Hold the figures for oneself until the block ends.

    Parameters
    ----------
    figures : Path
        ``data/figures``.

    Raises
    ------
    SourceError
        If another process, or another visitor of this one, holds them; or if the folder cannot be written.
    """
    try:
        figures.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(import_lock(figures), os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError as error:
        raise SourceError("figures_not_writable", file=figures.name) from error
    # Closing lets the lock go. The file stays: removing it would let two hold locks on two files of one name.
    try:
        if not _taken(handle):
            raise SourceError("import_under_way")
        yield
    finally:
        os.close(handle)


def import_under_way(figures: Path) -> bool:
    """Return whether somebody is changing the figures now."""
    if not import_lock(figures).exists():
        return False
    try:
        with locked(figures):
            return False
    except SourceError as error:
        if error.problem == "import_under_way":
            return True
        raise


if sys.platform == "win32":

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
