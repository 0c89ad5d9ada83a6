"""The figures of one indicator and year over all areas, ready to be looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import nan
from typing import TYPE_CHECKING, Any

import numpy as np

from carecompare.comparisons.areas import CODE_DIGITS
from carecompare.comparisons.few import FEW_RESIDENTS, RATES
from carecompare.measures.standing import ordered_by_group
from carecompare.tables import INCOMPLETE, INSURER_LEVEL, NOT_COLLECTED, VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from carecompare.rows import Figures

NO_FIGURES: Figures = {
    "value": nan,
    "lower": nan,
    "upper": nan,
    "numerator": nan,
    "denominator": nan,
    "denominator_year": nan,
    "method": "",
    "status": NOT_COLLECTED,
}
NOBODY = np.empty(0)
# The prefecture of an area that is none: an insurer's code begins with letters.
NO_PREFECTURE = -1


@dataclass(frozen=True)
class Ordered:
    """The figures of municipalities that may be ranked, in order.

    Parameters
    ----------
    figures : ndarray of float
        NaN where there is none that may be.
    prefectures : ndarray of int
        Number of each municipality's.
    """

    figures: NDArray[np.float64]
    prefectures: NDArray[np.int8]

    @cached_property
    def nation(self) -> NDArray[np.float64]:
        """Return those of all municipalities, ascending, without missing ones."""
        return np.sort(self.figures[~np.isnan(self.figures)])

    def inside(self, prefecture: str) -> NDArray[np.float64]:
        """Return those of a prefecture, given by two digits."""
        return self._by_prefecture.get(int(prefecture), NOBODY)

    @cached_property
    def _by_prefecture(self) -> dict[int, NDArray[np.float64]]:
        return ordered_by_group(self.figures, self.prefectures)


@dataclass(frozen=True)
class IndicatorYear:
    """VALUES of one indicator and year.

    Parameters
    ----------
    columns : mapping of str to ndarray
        Columns of VALUES, one entry per area.
    row_of : mapping of str to int
        Where each area stands in the columns.
    ranked : ndarray of float
        The figures that may be ranked: the value, NaN where it is an insurer's of several
        municipalities.
    municipal : ndarray of bool
        Whether the area is a municipality.
    prefectures : ndarray of int
        Number of each area's, 0 of the nation, `NO_PREFECTURE` of an insurer.
    """

    columns: Mapping[str, NDArray[Any]]
    row_of: Mapping[str, int]
    ranked: NDArray[np.float64]
    municipal: NDArray[np.bool_]
    prefectures: NDArray[np.int8]
    # What was asked for once: the same comparators stand beside one municipality after another.
    _figures: dict[str, Figures] = field(default_factory=dict)

    def figures(self, area: str) -> Figures:
        """Return value, limits, parts, method and status of an area.

        Parameters
        ----------
        area : str
            Code.

        Returns
        -------
        Figures
            ``not_collected`` where the area has no row.
        """
        if area not in self._figures:
            row, cell = self.row_of.get(area), self.columns
            self._figures[area] = (
                NO_FIGURES
                if row is None
                else {
                    "value": cell["value"].item(row),
                    "lower": cell["lower"].item(row),
                    "upper": cell["upper"].item(row),
                    "numerator": cell["numerator"].item(row),
                    "denominator": cell["denominator"].item(row),
                    "denominator_year": cell["denominator_year"].item(row),
                    "method": cell["method"].item(row),
                    "status": cell["status"].item(row),
                }
            )
        return self._figures[area]

    @cached_property
    def ordered(self) -> Ordered:
        """Return the figures of municipalities in order."""
        return Ordered(self.ranked[self.municipal], self.prefectures[self.municipal])


def figures_ranked(columns: Mapping[str, NDArray[Any]]) -> NDArray[np.float64]:
    """Return the figures that may be ranked, as `rankable` does for a row of COMPARISON.

    Parameters
    ----------
    columns : mapping of str to ndarray
        ``value``, ``denominator``, ``method`` and ``status`` of VALUES, all of one shape.

    Returns
    -------
    ndarray of float
        NaN where there is none, where it is an insurer's of several municipalities or made of a part of the
        institutions, and where fewer than 100 residents stand behind a rate: that is not shown.
    """
    is_rate = np.logical_or.reduce([columns["method"] == each for each in RATES])
    is_few = is_rate & (columns["denominator"] < FEW_RESIDENTS)
    is_of_others = (columns["status"] == INSURER_LEVEL) | (columns["method"] == INCOMPLETE)
    return np.where(is_few | is_of_others, np.nan, columns["value"])


def indicator_year(values: Mapping[str, NDArray[Any]]) -> IndicatorYear:
    """Return the figures of all areas, ready to be looked up.

    Parameters
    ----------
    values : mapping of str to ndarray
        Columns of VALUES, of one indicator and year; NaN where a number is missing. Empty when it was never
        collected.

    Returns
    -------
    IndicatorYear
        Numbers and years as floats.
    """
    columns = {
        name: values[name].astype(object if kind == "VARCHAR" else float)
        for name, kind in VALUES.columns.items()
    }
    codes = columns["area"].tolist()
    return IndicatorYear(
        columns=columns,
        row_of={code: row for row, code in enumerate(codes)},
        ranked=figures_ranked(columns),
        municipal=np.array([len(code) == CODE_DIGITS for code in codes], dtype=bool),
        prefectures=np.array(
            [int(code[:2]) if code[:2].isdigit() else NO_PREFECTURE for code in codes], dtype=np.int8
        ),
    )
