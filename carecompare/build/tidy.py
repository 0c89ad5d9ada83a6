"""What processes that were killed left half-written is cleared when the next one starts."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carecompare.build.turn import turn
from carecompare.errors import CareCompareError
from carecompare.own import place_at
from carecompare.sources.lock import locked

if TYPE_CHECKING:
    from carecompare.paths import Paths


def tidy(paths: Paths) -> None:
    """Complete an import that only lacks its end, and clear the drafts of imports, builds and savers.

    Parameters
    ----------
    paths : Paths
        Where everything is kept. What somebody is at just now, or cannot be written to, stays as it is: who
        works on it next says so.
    """
    if paths.figures.is_dir():
        with suppress(CareCompareError), locked(paths.figures):
            pass
    if paths.store.is_dir():
        with suppress(CareCompareError), turn(paths):
            pass
    with suppress(CareCompareError):
        place_at(paths.kept_at).tidy()
