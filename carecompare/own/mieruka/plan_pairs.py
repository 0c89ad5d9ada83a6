"""Exports of 見える化 that hold plan and actual of one thing: series named alike but for one word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carecompare.cells import narrow
from carecompare.own.contents.plan_figures import PlanFigure, PlanItem
from carecompare.own.keeping.records import LONGEST_NAME
from carecompare.own.mieruka.health import own_series
from carecompare.text.own.plan_figure_words import PLAN_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.own.mieruka.figures import ExportedBook
    from carecompare.own.mieruka.periods import Period
    from carecompare.own.mieruka.places import Places


SEPTEMBER, MARCH = 9, 3
Side = Literal["planned", "actual"]


def plan_pairs(
    books: Iterable[ExportedBook], places: Places
) -> tuple[tuple[PlanItem, ...], tuple[PlanFigure, ...]]:
    """Return what exports say of plan and actual.

    Parameters
    ----------
    books : iterable of ExportedBook
        What the town brought; no layout of such an export is known, so names alone decide.
    places : Places
        The areas as seen from the own municipality.

    Returns
    -------
    tuple of PlanItem and of PlanFigure
        Own items by the name without the word for plan or actual, and their figures by fiscal year. Of a
        series without its other half, and of a year that is not finished, nothing is taken.
    """
    items: dict[str, PlanItem] = {}
    sides: dict[str, dict[Side, dict[tuple[int, bool], float]]] = {}
    for book in books:
        for series in own_series(book, places) if book.layout == "series" else ():
            side, name = _side(series.name)
            if side is None or not name:
                continue
            item = PlanItem(f"{book.code} {name}".strip()[:LONGEST_NAME], series.unit)
            items.setdefault(item.id, item)
            of = sides.setdefault(item.id, {}).setdefault(side, {})
            for position, value in enumerate(series.figures):
                when = _when(book.period(position))
                if value is not None and value >= 0 and when is not None:
                    of[when] = value
    paired = {name: each for name, each in sides.items() if len(each) == len(PLAN_SIGNS)}
    figures = [figure for name, each in paired.items() for figure in _figures(name, each)]
    named = {each.item for each in figures}
    return tuple(each for name, each in items.items() if name in named), tuple(figures)


def _side(name: str) -> tuple[Side | None, str]:
    plain = narrow(name)
    sides: tuple[Side, ...] = ("planned", "actual")
    found = [(side, sign) for side in sides for sign in PLAN_SIGNS[side] if sign in plain]
    if len({side for side, _ in found}) != 1:
        return None, ""
    side, sign = found[0]
    rest = plain.replace(sign, "").replace("()", "").strip(" _-・[]")
    return side, rest


def _when(period: Period) -> tuple[int, bool] | None:
    """Return the fiscal year of a period and whether it is of the end of September; None of other months."""
    if period.until or period.family == "file":
        return None
    if period.month == SEPTEMBER:
        return period.fiscal_year, True
    return (period.fiscal_year, False) if period.month in {0, MARCH} else None


def _figures(name: str, sides: dict[Side, dict[tuple[int, bool], float]]) -> list[PlanFigure]:
    planned, actual = sides["planned"], sides["actual"]
    years = sorted({year for year, _ in (*planned, *actual)})
    figures = [
        PlanFigure(
            name,
            year,
            planned=planned.get((year, False)),
            actual=actual.get((year, False)),
            interim=actual.get((year, True)),
        )
        for year in years
    ]
    return [each for each in figures if not each.is_blank]
