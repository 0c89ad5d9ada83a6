"""Who changed what, and when: read from the versions themselves, which nobody can change."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from carecompare.own.keeping.kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.own.keeping.records import Kind, Saving
    from carecompare.own.keeping.shelf import Shelf


@dataclass(frozen=True)
class Change:
    """One version of something.

    Parameters
    ----------
    area : str
        Code of the municipality.
    kind : Kind
        What was changed.
    saving : Saving
        By whom and when.
    """

    area: str
    kind: Kind[Any]
    saving: Saving

    @property
    def when(self) -> str:
        """Return the time in UTC, to be sorted by; of a version that cannot be read, an empty text."""
        return self.saving.saved_at.isoformat() if self.saving.saved_at else ""


def audit(shelf: Shelf, areas: Iterable[str], most: int | None = None) -> list[Change]:
    """Return the latest changes of municipalities, the last first.

    Parameters
    ----------
    shelf : Shelf
        Where everything is kept.
    areas : iterable of str
        Codes.
    most : int, optional
        How many; all when not given. Of each kind no more than these are read.

    Returns
    -------
    list of Change
        Versions that cannot be read come last.

    Raises
    ------
    OwnDataError
        If the place cannot be read.
    """
    every = (
        Change(area, kind, saving)
        for area in areas
        for folder in sorted(shelf.folders(area))
        if (kind := kind_of(folder)) is not None
        for saving in shelf.history(area, kind, most)
    )
    if most is None:
        return sorted(every, key=lambda each: each.when, reverse=True)
    return heapq.nlargest(most, every, key=lambda each: each.when)
