"""The store that commands read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.store import fresh_store

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths


def store_in_use(paths: Paths) -> Path:
    """Return the store, built first where it is missing or stale.

    Raises
    ------
    CareCompareError
        If it has to be built and cannot be.
    """
    path = fresh_store(paths)
    if path is None:
        # Only now: what reads publishers' tables takes longer to import than a built store to be read.
        from carecompare.build import build_store  # noqa: PLC0415

        path = build_store(paths)
    return path
