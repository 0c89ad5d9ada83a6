"""VALUES of every area, indicator and year in memory: a page asks for a few of them, many times over."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any

import numpy as np

from carecompare.tables import PROJECTED, VALUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from carecompare.rows import ValueRow
    from carecompare.store.files import Store
    from carecompare.tables import Status

ABSENT = -1
NUMBERS = ("value", "lower", "upper", "numerator", "denominator")
MARKS = ("area", "year", "indicator", "denominator_year", "method", "status")
VALUE, STATUS = NUMBERS.index("value"), MARKS.index("status")


@dataclass(frozen=True)
class IndicatorValues:
    """VALUES, and where among them each area stands with each indicator and year.

    Nothing it returns is to be changed by its readers.

    Parameters
    ----------
    numbers : ndarray of float, shape (n, 5)
        The columns `NUMBERS`; NaN where one is missing.
    marks : ndarray of int, shape (n, 6)
        The columns `MARKS`, each by its place among the entries.
    entries : mapping of str to list
        The different words or years of those columns, ascending; NaN for a missing year.
    place : ndarray of int, shape (areas, series)
        ValueRow of each area's figure of each indicator and year; -1 where there is none.
    line_of : mapping of str to int
        Where each area stands in ``place``.
    column_of : mapping of tuple of (str, int) to int
        Where each indicator and year stands there; by indicator, then by year.
    span_of : mapping of str to slice
        Where the years of each indicator stand there.
    """

    numbers: NDArray[np.float64]
    marks: NDArray[np.int16]
    entries: Mapping[str, list[Any]]
    place: NDArray[np.int32]
    line_of: Mapping[str, int]
    column_of: Mapping[tuple[str, int], int]
    span_of: Mapping[str, slice]

    def years(self) -> dict[str, dict[int, bool]]:
        """Return the years of each indicator that have a figure, and whether all figures are projections."""
        has_value = ~np.isnan(self.numbers[:, VALUE])
        is_projected = self._has_status(PROJECTED)
        known: dict[str, dict[int, bool]] = {}
        for (indicator, year), column in self.column_of.items():
            rows = _present(self.place[:, column])
            held = rows[has_value[rows]]
            if held.size:
                known.setdefault(indicator, {})[year] = bool(is_projected[held].all())
        return known

    def rows(self, indicators: Sequence[str], codes: Sequence[str]) -> list[ValueRow]:
        """Return indicators of some areas over all years.

        Parameters
        ----------
        indicators, codes : sequence of str
            What and where; without a figure there is no row.

        Returns
        -------
        list of ValueRow
            VALUES, by indicator and area as they were asked for and by year; a missing number is NaN.
        """
        lines = self.place[self._lines(codes)]
        parts = [lines[:, self.span_of[name]].ravel() for name in indicators if name in self.span_of]
        return self._rows(np.concatenate(parts)) if parts else []

    def rows_at(self, years: Mapping[str, int], codes: Sequence[str]) -> list[ValueRow]:
        """Return one year of each indicator, of some areas.

        Parameters
        ----------
        years : mapping of str to int
            The year wanted, by indicator.
        codes : sequence of str
            Where; without a figure there is no row.

        Returns
        -------
        list of ValueRow
            VALUES, by area and indicator as they were asked for; a missing number is NaN.
        """
        series = [self.column_of[each] for each in years.items() if each in self.column_of]
        return self._rows(self.place[self._lines(codes)][:, series].ravel())

    def series(self, indicators: Sequence[str], codes: Sequence[str]) -> dict[str, dict[str, list[ValueRow]]]:
        """Return indicators of some areas over all years, as `rows` does, put together by area.

        Parameters
        ----------
        indicators, codes : sequence of str
            What and where.

        Returns
        -------
        dict of str to dict of str to list of ValueRow
            VALUES by area and indicator, each by year; a missing number is NaN.
        """
        found: dict[str, dict[str, list[ValueRow]]] = {code: {} for code in codes}
        for row in self.rows(indicators, codes):
            found[row["area"]].setdefault(row["indicator"], []).append(row)
        return found

    def at(self, years: Mapping[str, int], codes: Sequence[str]) -> dict[str, NDArray[Any]]:
        """Return one year of each indicator over many areas.

        Parameters
        ----------
        years : mapping of str to int
            The year, by indicator; each has figures.
        codes : sequence of str
            Where; each a known area.

        Returns
        -------
        dict of str to ndarray, shape (indicators, areas)
            ``value``, NaN where there is none, ``denominator``, ``method`` and ``status``.
        """
        series = [self.column_of[each] for each in years.items()]
        rows = self.place[self._lines(codes)][:, series].T
        marks = {
            name: np.array(self.entries[name], dtype=object)[self.marks[rows, MARKS.index(name)]]
            for name in ("method", "status")
        }
        value = np.where(rows == ABSENT, nan, self.numbers[rows, VALUE])
        return {"value": value, "denominator": self.numbers[rows, NUMBERS.index("denominator")], **marks}

    def over_all_areas(self, indicator: str, year: int) -> dict[str, NDArray[Any]]:
        """Return one indicator of one year over all areas.

        Returns
        -------
        dict of str to ndarray
            Columns of VALUES, by area; empty when it was never collected.
        """
        column = self.column_of.get((indicator, year))
        rows = np.empty(0, dtype=np.int32) if column is None else _present(self.place[:, column])
        numbers, marks = self.numbers[rows], self.marks[rows]
        columns: dict[str, NDArray[Any]] = {name: numbers[:, i] for i, name in enumerate(NUMBERS)}
        for i, name in enumerate(MARKS):
            columns[name] = np.array(self.entries[name], dtype=object)[marks[:, i]]
        return {name: columns[name] for name in VALUES.columns}

    def _has_status(self, status: Status) -> NDArray[np.bool_]:
        is_it = np.array([each == status for each in self.entries["status"]], dtype=bool)
        return is_it[self.marks[:, STATUS]]

    def _lines(self, codes: Iterable[str]) -> list[int]:
        return [self.line_of[code] for code in codes if code in self.line_of]

    def _rows(self, places: NDArray[np.int32]) -> list[ValueRow]:
        rows = _present(places)
        areas, years, indicators, below, methods, statuses = (self.entries[name] for name in MARKS)
        # In the order of VALUES. Made by a loop over its columns a row would cost three times as much.
        return [
            {
                "area": areas[area],
                "year": years[year],
                "indicator": indicators[indicator],
                "value": value,
                "lower": lower,
                "upper": upper,
                "numerator": numerator,
                "denominator": denominator,
                "denominator_year": below[denominator_year],
                "method": methods[method],
                "status": statuses[status],
            }
            for (area, year, indicator, denominator_year, method, status), (
                value,
                lower,
                upper,
                numerator,
                denominator,
            ) in zip(self.marks[rows].tolist(), self.numbers[rows].tolist(), strict=True)
        ]


def indicator_values(store: Store) -> IndicatorValues:
    """Read all of VALUES.

    Returns
    -------
    IndicatorValues
        Independent of the store.
    """
    cursor = store.cursor()
    wanted = ", ".join(
        [
            *(f"coalesce({name}, 'nan'::DOUBLE) AS {name}" for name in NUMBERS),
            *(f"enum_code({name}) AS {name}" for name in VALUES.enumerated),
            "year",
            "coalesce(denominator_year, 0) AS denominator_year",
        ]
    )
    read = cursor.execute(f"SELECT {wanted} FROM {VALUES.name}").fetchnumpy()  # noqa: S608 - own names
    columns = {name: np.asarray(column) for name, column in read.items()}
    entries = {}
    for name in MARKS:
        if name in VALUES.enumerated:
            ((words,),) = cursor.execute(f"SELECT enum_range(NULL::{VALUES.enumeration(name)})").fetchall()
            entries[name] = words
        else:
            years, columns[name] = _numbered(columns[name])
            entries[name] = [year or nan for year in years]
    width = len(entries["year"])
    series, series_of = _numbered(columns["indicator"].astype(np.int32) * width + columns["year"])
    place = np.full((len(entries["area"]), len(series)), ABSENT, dtype=np.int32)
    place[columns["area"], series_of] = np.arange(len(series_of))
    names = [(entries["indicator"][each // width], entries["year"][each % width]) for each in series]
    span_of: dict[str, slice] = {}
    for column, (indicator, _) in enumerate(names):
        first = span_of[indicator].start if indicator in span_of else column
        span_of[indicator] = slice(first, column + 1)
    return IndicatorValues(
        numbers=np.column_stack([columns[name] for name in NUMBERS]),
        marks=np.column_stack([columns[name].astype(np.int16) for name in MARKS]),
        entries=entries,
        place=place,
        line_of={area: line for line, area in enumerate(entries["area"])},
        column_of={name: column for column, name in enumerate(names)},
        span_of=span_of,
    )


def _numbered(numbers: NDArray[np.integer[Any]]) -> tuple[list[int], NDArray[np.int64]]:
    """Return the different numbers, ascending, and where among them each one stands.

    What ``np.unique`` gives, without sorting: none is negative, and they lie close together.
    """
    occurs = np.bincount(numbers) > 0
    return np.flatnonzero(occurs).tolist(), (np.cumsum(occurs) - 1)[numbers]


def _present(rows: NDArray[np.int32]) -> NDArray[np.int32]:
    present: NDArray[np.int32] = rows[rows != ABSENT]
    return present
