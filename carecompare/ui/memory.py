"""What visitors share in memory, so that what was asked for before costs little again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from math import nan
from typing import TYPE_CHECKING, Any, TypeVar

from carecompare.store import Store, rows_at, rows_of_areas
from carecompare.tables import VALUES, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")


class Memory:
    """The pieces drawn last.

    Parameters
    ----------
    most : int
        How many are kept; the one not asked for longest goes first.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept under a key, made first where it is not."""
        kept: T | None = self.find(key)
        if kept is not None:
            return kept
        made = make()
        self.keep(key, made)
        return made

    def find(self, key: Hashable) -> Any:  # noqa: ANN401 - whatever was kept
        """Return what is kept under a key, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, made: object) -> None:
        """Keep something under a key."""
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


class AreaRows:
    """All figures of the areas asked for last: one question to the store serves every piece of a page.

    Parameters
    ----------
    store : Store
        Open.
    most : int
        How many areas are kept.
    """

    def __init__(self, store: Store, most: int) -> None:
        self._store = store
        self._kept = Memory(most)
        self._kept_at = Memory(most)

    def rows(self, indicators: Sequence[str], codes: Sequence[str]) -> list[Row]:
        """Return indicators of some areas over all years.

        Parameters
        ----------
        indicators, codes : sequence of str
            What and where.

        Returns
        -------
        list of Row
            VALUES, by indicator, area and year; a missing number is NaN. Not to be changed.
        """
        of_area = self.series(codes)
        return [row for name in indicators for code in codes for row in of_area[code].get(name, ())]

    def rows_at(self, years: Mapping[str, int], codes: Sequence[str]) -> list[Row]:
        """Return one year of each indicator: of many areas, that is a fraction of all years.

        Parameters
        ----------
        years : mapping of str to int
            The year wanted, by indicator.
        codes : sequence of str
            Where.

        Returns
        -------
        list of Row
            VALUES by area; a missing number is NaN. Not to be changed.
        """
        at = tuple(years.items())
        found: dict[str, list[Row] | None] = {code: self._found_at(code, at) for code in codes}
        absent = [code for code, rows in found.items() if rows is None]
        if absent:
            of_area: dict[str, list[Row]] = {code: [] for code in absent}
            for row in _rows(rows_at(self._store, years, absent)):
                of_area[row["area"]].append(row)
            for code, rows in of_area.items():
                self._kept_at.keep((code, at), rows)
            found |= of_area
        return [row for rows in found.values() if rows for row in rows]

    def _found_at(self, code: str, at: tuple[tuple[str, int], ...]) -> list[Row] | None:
        of_area: dict[str, list[Row]] | None = self._kept.find(code)
        if of_area is not None:
            return [row for name, year in at for row in of_area.get(name, ()) if row["year"] == year]
        kept: list[Row] | None = self._kept_at.find((code, at))
        return kept

    def series(self, codes: Sequence[str]) -> Mapping[str, Mapping[str, Sequence[Row]]]:
        """Return every indicator of some areas over all years.

        Parameters
        ----------
        codes : sequence of str
            Where.

        Returns
        -------
        mapping of str to mapping of str to sequence of Row
            VALUES by area and indicator, each by year; a missing number is NaN. Not to be changed.
        """
        found: dict[str, dict[str, list[Row]]] = {}
        absent: list[str] = []
        for code in dict.fromkeys(codes):
            kept = self._kept.find(code)
            if kept is None:
                absent.append(code)
                found[code] = {}
            else:
                found[code] = kept
        if absent:
            for row in _rows(rows_of_areas(self._store, absent)):
                found[row["area"]].setdefault(row["indicator"], []).append(row)
            for code in absent:
                self._kept.keep(code, found[code])
        return found


def _rows(found: Iterable[tuple[object, ...]]) -> Iterator[Row]:
    """Return rows of VALUES; only numbers may be missing there."""
    columns = tuple(VALUES.columns)
    for cells in found:
        whole = [nan if cell is None else cell for cell in cells] if None in cells else cells
        yield dict(zip(columns, whole, strict=True))
