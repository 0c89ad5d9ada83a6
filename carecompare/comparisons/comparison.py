"""One indicator of one year side by side: who stands where, and where no rank may be given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from typing import TYPE_CHECKING

from carecompare.comparisons.areas import prefecture_of
from carecompare.comparisons.few import FEW_EVENTS, FEW_RESIDENTS, RATES
from carecompare.measures.rank_interval import Figure
from carecompare.measures.standing import quantile_groups, rank_among
from carecompare.rows import Place
from carecompare.tables import (
    INCOMPLETE,
    INSURER_LEVEL,
    INSURER_UNKNOWN,
    NATION,
    NOT_ADDED_UP,
    UNKNOWN_AGES,
    UNLISTED,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from carecompare.catalog import Indicator
    from carecompare.comparisons.indicator_year import IndicatorYear
    from carecompare.rows import ComparisonRow, Figures, FiledRow, ProfileRow, Reason, Role


FEWEST_RANKED = 2
# Of the comparators: with more of them unknown not even the quartiles are known.
MOST_PARTLY = 0.25
QUARTERS = 4
_REASONS: Mapping[str, Reason] = {
    UNKNOWN_AGES: UNKNOWN_AGES,
    INSURER_UNKNOWN: INSURER_UNKNOWN,
    UNLISTED: UNLISTED,
    INCOMPLETE: INCOMPLETE,
    NOT_ADDED_UP: NOT_ADDED_UP,
}

WITHHOLDING: tuple[Reason, ...] = ("few_events", "few_residents", UNKNOWN_AGES, INCOMPLETE)


def place_in(ordered: NDArray[np.float64], figure: float) -> Place:
    """Return where a figure stands among others, ascending; nowhere where it is missing."""
    return Place(rank_among(ordered, figure), ordered.size)


@dataclass(frozen=True)
class Comparison:
    """The rows shown and where the own municipality stands among all others.

    Parameters
    ----------
    rows : list of ComparisonRow
        COMPARISON without the quartile, which only files have: own, peers in their order, then the prefecture
        and the nation as references.
    indicator : Indicator
        What is compared.
    year : int
        Of the numerator.
    among : Place
        Own among own and peers.
    in_prefecture, in_nation : Place
        Own among all municipalities there.
    """

    rows: list[ComparisonRow]
    indicator: Indicator
    year: int
    among: Place
    in_prefecture: Place
    in_nation: Place

    @property
    def own(self) -> ComparisonRow:
        """Return the own municipality's row."""
        return self.rows[0]

    def of_role(self, role: Role) -> list[ComparisonRow]:
        """Return the rows of a role: ``own``, ``peer`` or ``reference``."""
        return [row for row in self.rows if row["role"] == role]

    @cached_property
    def filed(self) -> list[FiledRow]:
        """Return the rows as files have them: with the quartile, where there is a rank."""
        among = [row for row in self.rows if row["role"] != "reference"]
        quarters = [
            *quantile_groups([rankable(row) for row in among], QUARTERS).tolist(),
            *[nan] * len(self.of_role("reference")),
        ]
        return [
            {**row, "quartile": nan if isnan(row["rank"]) else quarter}
            for row, quarter in zip(self.rows, quarters, strict=True)
        ]


def comparison(
    values: IndicatorYear,
    labels: Mapping[str, str],
    indicator: Indicator,
    year: int,
    own: str,
    peers: Sequence[str],
) -> Comparison:
    """Set one indicator of one year side by side.

    Parameters
    ----------
    values : IndicatorYear
        Figures of the indicator and year.
    labels : mapping of str to str
        Names by code, each meaning one place.
    indicator : Indicator
        Its definition.
    year : int
        The year shown.
    own : str
        Code of the own municipality.
    peers : sequence of str
        Codes of the comparators.

    Returns
    -------
    Comparison
        Ranks are over the own municipality and its peers that have a value, 1 for the highest, ties
        share the lower number. A rank and a quartile are withheld where fewer than 10 events or 100
        residents stand behind the value, or where more than 3 % of the ages are unknown. The figure of
        an insurer of several municipalities is shown for each of them and ranked for none. A year is not
        ranked at all.
    """
    shown = [own, *(peer for peer in peers if peer != own)]
    references = [code for code in (prefecture_of(own), NATION) if code in labels]
    found: list[ProfileRow] = []
    for code in (*shown, *references):
        figures = values.figures(code)
        reason = reason_for_care(figures)
        found.append(
            {
                **without_shaky_value(figures, reason),
                "area": code,
                "year": year,
                "indicator": indicator.id,
                "name_ja": labels.get(code, code),
                "role": "own" if code == own else "reference" if code in references else "peer",
                "reason": reason,
            }
        )
    ranked = [rankable(row) for row in found[: len(shown)]]
    ordered = sorted(figure for figure in ranked if not isnan(figure))
    of = len(ordered)
    # A year has no order of merit, and alone is no rank.
    is_unordered = indicator.is_a_year or of < FEWEST_RANKED
    rows: list[ComparisonRow] = [
        {
            **row,
            "year": year,
            "rank": nan if is_unordered or row["reason"] in WITHHOLDING else rank_among(ordered, figure),
            "ranked": of,
            "gap": row["value"] - found[0]["value"],
        }
        for row, figure in zip(found, [*ranked, *[nan] * len(references)], strict=True)
    ]
    is_unranked = indicator.is_a_year or rows[0]["reason"] in (*WITHHOLDING, INSURER_LEVEL)
    placed = nan if is_unranked else rows[0]["value"]
    return Comparison(
        rows=rows,
        indicator=indicator,
        year=year,
        among=Place(rows[0]["rank"], of),
        in_prefecture=place_in(values.ordered.inside(prefecture_of(own)), placed),
        in_nation=place_in(values.ordered.nation, placed),
    )


def rankable(row: Figures) -> float:
    """Return the value of a row that may be ranked.

    NaN for an insurer's of several towns, and for what is made of a part of the institutions.
    """
    return nan if row["status"] == INSURER_LEVEL or row["method"] == INCOMPLETE else row["value"]


def comparable(rows: Iterable[Figures]) -> list[float]:
    """Return the figures that a median of comparators may be taken of.

    Parameters
    ----------
    rows : iterable of Figures
        One for each of them.

    Returns
    -------
    list of float
        Those that may be ranked. None where more than a quarter of all are known in part or not listed: what
        is left would be the places with little to report, and a quarter of the whole could lie anywhere.
    """
    of = list(rows)
    partly = sum(row["method"] in {INCOMPLETE, UNLISTED} for row in of)
    if partly > MOST_PARTLY * len(of):
        return []
    return [value for row in of if not isnan(value := rankable(row))]


def reason_for_care(figures: Figures) -> Reason:
    """Return why a figure is read with care, or nothing.

    Parameters
    ----------
    figures : Figures
        An amount without an
        interval (a population) has no reason.

    Returns
    -------
    Reason
        ``few_residents``, ``insurer_level``, ``few_events``, ``unknown_ages``, ``insurer_unknown``,
        ``unlisted``, ``incomplete``, ``not_added_up`` or empty: the first that holds.
    """
    method = figures["method"]
    is_rate = method in RATES
    if is_rate and figures["denominator"] < FEW_RESIDENTS:
        return "few_residents"
    if figures["status"] == INSURER_LEVEL:
        return INSURER_LEVEL
    if is_rate and figures["numerator"] < FEW_EVENTS:
        return "few_events"
    return _REASONS.get(method, "")


def without_shaky_value(figures: Figures, reason: Reason) -> Figures:
    """Return figures whose value and limits are withheld where fewer than 100 residents stand behind them.

    Parameters
    ----------
    figures : Figures
        Of one area, indicator and year.
    reason : Reason
        From `reason_for_care`.
    """
    return figures | {"value": nan, "lower": nan, "upper": nan} if reason == "few_residents" else figures


def drawn_from(row: Figures) -> Figure:
    """Return what the rank of a row of COMPARISON is drawn from; no value where it may not be ranked."""
    parts = (row["lower"], row["upper"], row["numerator"], row["denominator"])
    return Figure(rankable(row), *parts, row["method"], row["method"] == UNKNOWN_AGES)
