"""One import at a time: a lock of the operating system, which a crash lets go by itself."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from carecompare.disk import refusals_as, taken
from carecompare.errors import SourceError
from carecompare.paths import import_lock
from carecompare.sources.drafts import is_unsettled, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOOKS_AGAIN_S = 0.01


@contextmanager
def locked(figures: Path) -> Iterator[None]:
    """Hold the figures for oneself until the block ends; what others left unfinished is settled first.

    Parameters
    ----------
    figures : Path
        ``data/figures``.

    Raises
    ------
    SourceError
        If another process, or another visitor of this one, holds them; or if the folder cannot be written.
    """
    with refusals_as(SourceError, "figures_not_writable", figures.name):
        figures.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(import_lock(figures), os.O_RDWR | os.O_CREAT, 0o666)
    # Closing lets the lock go. The file stays: removing it would let two hold locks on two files of one name.
    try:
        if not taken(handle):
            raise SourceError("import_under_way")
        with refusals_as(SourceError, "figures_not_writable", figures.name):
            settle(figures)
        yield
    finally:
        os.close(handle)


def import_under_way(figures: Path) -> bool:
    """Return whether somebody is changing the figures now."""
    try:
        handle = os.open(import_lock(figures), os.O_RDWR)
    except OSError:
        return False  # who cannot open the lock cannot hold it either
    try:
        return not taken(handle)
    finally:
        os.close(handle)


def finish_interrupted(figures: Path) -> None:
    """Complete an import or an undo that was cut off after its last draft was written.

    Parameters
    ----------
    figures : Path
        ``data/figures``. Whoever is moving the files in place just now is waited for.

    Raises
    ------
    SourceError
        If the folder cannot be written.
    """
    while is_unsettled(figures):
        try:
            with locked(figures):
                return
        except SourceError as error:
            if error.problem != "import_under_way":
                raise
        time.sleep(LOOKS_AGAIN_S)
