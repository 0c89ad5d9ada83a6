"""Which exported figures are figures of an indicator here, of which area and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.own.uploads.spelling import plain_name
from carecompare.own.uploads.units import same_unit
from carecompare.text.layouts.mieruka_layout_words import SAME_AS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from carecompare.catalog import Indicator
    from carecompare.own.mieruka.figures import ExportedBook, ExportedFigures, ExportedSeries
    from carecompare.own.mieruka.periods import Period


# Made otherwise here than there, whatever they are called.
MADE_OTHERWISE = ("standardised", "change", "index", "year")
MARCH = 3


@dataclass(frozen=True)
class SameFigure:
    """An exported figure of an indicator that is published here too.

    Parameters
    ----------
    indicator : str
        Its id.
    series, label : str
        Of the table, as written: the series and the period.
    area : str
        Code.
    year : int
        As the indicator counts years: a fiscal year where it is one of fiscal years.
    value : float
        The exported figure, in the indicator's unit.
    """

    indicator: str
    series: str
    label: str
    area: str
    year: int
    value: float


def same_figures(
    kept: ExportedFigures, indicators: Iterable[Indicator], areas: Iterable[str]
) -> list[SameFigure]:
    """Return the exported figures of indicators that stand here too.

    Parameters
    ----------
    kept : ExportedFigures
        What a town has brought.
    indicators : iterable of Indicator
        What is published here.
    areas : iterable of str
        Codes of the areas that are wanted.

    Returns
    -------
    list of SameFigure
        Name and unit are the same; adjusted figures are left out, and years of unclear meaning too. Each
        indicator, area and year once, of the book exported last.
    """
    wanted = set(areas)
    of_name = _names(indicators)
    found: dict[tuple[str, str, int], SameFigure] = {}
    for book in sorted(kept.books, key=lambda each: each.exported_on):
        if book.layout == "areas":
            continue
        for series in book.series:
            indicator = of_name.get(plain_name(series.name))
            if indicator is None or series.mode or series.area not in wanted:
                continue
            if same_unit(series.unit, indicator.unit_ja):
                of_series = _figures(book, series, indicator)
                found.update(((each.indicator, each.area, each.year), each) for each in of_series)
    order = {each.id: place for place, each in enumerate(dict.fromkeys(of_name.values()))}
    places = {code: place for place, code in enumerate(areas)}
    return sorted(found.values(), key=lambda each: (order[each.indicator], places[each.area], each.year))


def _figures(book: ExportedBook, series: ExportedSeries, indicator: Indicator) -> Iterator[SameFigure]:
    for position, value in enumerate(series.figures):
        year = _year(book.period(position), indicator)
        if value is not None and year:
            yield SameFigure(indicator.id, series.name, book.periods[position], series.area, year, value)


def _year(period: Period, indicator: Indicator) -> int:
    """Return the year as the indicator counts it, or 0 where the two count differently."""
    if period.until or period.family in {"file", "month"}:
        return 0
    if indicator.fiscal_year:
        if period.family == "fiscal":
            return period.year
        is_end = period.family == "month_end" and period.month == MARCH
        return period.fiscal_year if is_end else 0
    return period.year if period.family == "calendar" else 0


def _names(indicators: Iterable[Indicator]) -> Mapping[str, Indicator]:
    usable = {each.id: each for each in indicators if each.kind not in MADE_OTHERWISE}
    found = {
        plain_name(name): each for each in usable.values() for name in (each.label_ja, each.short_ja) if name
    }
    aliases = {plain_name(name): usable[each] for name, each in SAME_AS.items() if each in usable}
    return {**found, **aliases}
