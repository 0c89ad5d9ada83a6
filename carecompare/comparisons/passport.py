"""Where one figure comes from: its parts, and the source, date and edition of each."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Literal

from carecompare.tables import ESTIMATED, IMPUTED, PROJECTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import CountRow, ValueRow

Side = Literal["numerator", "denominator", "series"]


@dataclass(frozen=True)
class Part:
    """One count behind a figure.

    Parameters
    ----------
    side : str
        ``numerator`` or ``denominator``; ``series`` for one of the years among which a year was found.
    subtracted : bool
        Whether it is taken away from the side's sum.
    count : str
        Id of the count.
    figure : CountRow or None
        None where there is none.
    weight : float
        What it is multiplied by in an index.
    """

    side: Side
    subtracted: bool
    count: str
    figure: CountRow | None
    weight: float = 1.0


@dataclass(frozen=True)
class Passport:
    """A figure with everything it was made of.

    Parameters
    ----------
    figure : ValueRow
        VALUES.
    is_projection : bool
        Whether the counts are those of the projection.
    parts : tuple of Part
        Numerator first.
    """

    figure: ValueRow
    is_projection: bool
    parts: tuple[Part, ...]


def terms(indicator: Indicator, figure: ValueRow) -> tuple[bool, Sequence[str], Sequence[str]]:
    """Return what a figure was made of.

    Parameters
    ----------
    indicator : Indicator
        Its definition.
    figure : ValueRow
        VALUES.

    Returns
    -------
    tuple of bool, sequence of str and sequence of str
        Whether it is of the projection; counts of the numerator and of the denominator, a leading minus
        subtracts.
    """
    later = indicator.projection
    if later is not None and figure["status"] in {PROJECTED, ESTIMATED}:
        return True, later.numerator, later.denominator
    if indicator.imputed is not None and figure["status"] == IMPUTED:
        return False, indicator.imputed.numerator, indicator.imputed.denominator
    return False, indicator.numerator, indicator.denominator


def passport(indicator: Indicator, figure: ValueRow, counts: Mapping[tuple[str, int], CountRow]) -> Passport:
    """Return where a figure comes from.

    Parameters
    ----------
    indicator : Indicator
        Its definition.
    figure : ValueRow
        VALUES.
    counts : mapping of tuple to CountRow
        COUNTS of the area by count and year.

    Returns
    -------
    Passport
        With a part for every count, whether or not it has a figure.
    """
    is_projection, numerator, denominator = terms(indicator, figure)
    below_year = figure["denominator_year"]
    if indicator.is_a_year:
        return Passport(figure, is_projection, _years(indicator, counts))
    newer = indicator.denominator_imputed
    if newer and not isnan(below_year) and all((each, int(below_year)) in counts for each in newer):
        denominator = newer
    sides: list[tuple[Side, Sequence[str], float]] = [
        ("numerator", numerator, figure["year"]),
        ("denominator", denominator, figure["year"] if isnan(below_year) else below_year),
    ]
    return Passport(
        figure=figure,
        is_projection=is_projection,
        parts=tuple(
            Part(
                side,
                term.startswith("-"),
                term.removeprefix("-"),
                counts.get((term.removeprefix("-"), int(year))),
                weight,
            )
            for side, names, year in sides
            for term, weight in zip(names, indicator.weights or (1.0,) * len(names), strict=True)
        ),
    )


def _years(indicator: Indicator, counts: Mapping[tuple[str, int], CountRow]) -> tuple[Part, ...]:
    """Return the years that were compared: those counted, and those projected after the last of them."""
    counted = sorted(
        (year, name)
        for (name, year), row in counts.items()
        if name in indicator.counted and not isnan(row["value"])
    )
    last = counted[-1][0] if counted else 0
    later = sorted((year, name) for name, year in counts if name in indicator.numerator and year > last)
    return tuple(
        Part("series", subtracted=False, count=name, figure=counts[name, year])
        for year, name in (*counted, *later)
    )
