"""What a disk can refuse, and how to be sure that it has taken what was given to it."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare.errors import CareCompareError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carecompare.errors import Problem


def said_of(error: CareCompareError | OSError) -> CareCompareError:
    """Return an error that has a sentence, also for what the operating system refused unexpectedly."""
    if isinstance(error, CareCompareError):
        return error
    file = Path(error.filename).name if isinstance(error.filename, str) else ""
    return CareCompareError("disk_refused", file=file, found=error)


@contextmanager
def refusals_as(error: type[CareCompareError], problem: Problem, file: str = "") -> Iterator[None]:
    """Turn what the operating system refuses in the block into an error a person can mend.

    Parameters
    ----------
    error : type
        Its class.
    problem : str
        Key of its sentence, which says what to do; the reason is its field ``found``.
    file : str
        What was to be read or written, for a person.

    Raises
    ------
    CareCompareError
        Of the class given: no room, no permission, a disk that cannot be written to, or a fault of it.
    """
    try:
        yield
    except OSError as refused:
        raise error(problem, file=file, found=refused) from refused


def write_synced(path: Path, content: bytes) -> None:
    """Write a file that is on the disk, not only on its way there, when this returns."""
    with path.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def copy_folder(folder: Path, to: Path) -> None:
    """Copy a folder with all below it; what the operating system refuses is raised as it says it.

    The library's own copying goes on after a file that failed and hides why.
    """
    to.mkdir(parents=True)
    for each in sorted(folder.iterdir()):
        if each.is_dir():
            copy_folder(each, to / each.name)
        else:
            shutil.copy2(each, to / each.name)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if os.name == "nt":
        return  # a folder cannot be opened there; the file system writes names in order
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


if sys.platform == "win32":

    def taken(handle: int) -> bool:
        """Take the lock of an open file, unless somebody holds it; return whether it was taken."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def taken(handle: int) -> bool:
        """Take the lock of an open file, unless somebody holds it; return whether it was taken."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
