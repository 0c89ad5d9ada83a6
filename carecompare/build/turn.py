"""One build at a time, whichever process does it: a lock of the operating system, which a crash lets go."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from carecompare.disk import refusals_as, taken
from carecompare.errors import StoreError
from carecompare.paths import build_lock
from carecompare.store.files import DRAFT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.paths import Paths

MAPS = "maps"
LOOKS_AGAIN_S = 0.05


@contextmanager
def turn(paths: Paths) -> Iterator[bool]:
    """Hold the folder of stores and outlines for oneself until the block ends.

    Parameters
    ----------
    paths : Paths
        Where everything is kept.

    Yields
    ------
    bool
        Whether another process was waited for. What such a process left half-written is cleared: whoever
        holds the lock is the only one who writes.

    Raises
    ------
    StoreError
        If the disk refuses it.
    """
    with refusals_as(StoreError, "store_not_written", paths.store.name):
        paths.store.mkdir(parents=True, exist_ok=True)
        handle = os.open(build_lock(paths.store), os.O_RDWR | os.O_CREAT, 0o666)
    try:
        has_waited = False
        while not taken(handle):
            has_waited = True
            time.sleep(LOOKS_AGAIN_S)
        with refusals_as(StoreError, "store_not_written", paths.store.name):
            _clear(paths.store)
        yield has_waited
    finally:
        os.close(handle)


def _clear(store: Path) -> None:
    for draft in store.glob(f"{DRAFT}*"):
        draft.unlink(missing_ok=True)
    for draft in (store / MAPS).glob(f"{DRAFT}*"):
        shutil.rmtree(draft, ignore_errors=True)
