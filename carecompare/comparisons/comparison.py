"""One indicator of one year side by side: who stands where, and where no rank may be given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from carecompare.comparisons.areas import CODE_DIGITS, prefecture_of
from carecompare.measures.standing import quantile_groups, ranks
from carecompare.tables import COMPARISON_COLUMNS, INSURER_LEVEL, NATION, NOT_COLLECTED, VALUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from carecompare.catalog import Indicator

# Below these a rate says more about chance than about the place.
FEW_EVENTS = 10
FEW_RESIDENTS = 100
FEWEST_RANKED = 2
QUARTERS = 4
UNKNOWN_AGES = "unknown_ages"
INSURER_UNKNOWN = "insurer_unknown"
RATES = ("wilson", "exact", "byar", "indirect")
WITHHOLDING = ("few_events", "few_residents", UNKNOWN_AGES)
_GIVEN = ("area", "year", "indicator")


@dataclass(frozen=True)
class Place:
    """A rank from the highest, of how many. ``position`` is NaN where none is given."""

    position: float
    of: int


@dataclass(frozen=True)
class Comparison:
    """The rows shown and where the own municipality stands among all others.

    Parameters
    ----------
    frame : DataFrame
        COMPARISON: own, peers in their order, then the prefecture and the nation as references.
    indicator : Indicator
        What is compared.
    year : int
        Of the numerator.
    among : Place
        Own among own and peers.
    in_prefecture, in_nation : Place
        Own among all municipalities there.
    """

    frame: pd.DataFrame
    indicator: Indicator
    year: int
    among: Place
    in_prefecture: Place
    in_nation: Place

    def row(self, role: str) -> pd.Series | None:
        """Return the first row of a role, or None."""
        rows = self.frame.loc[self.frame["role"] == role]
        return None if rows.empty else rows.iloc[0]

    @property
    def own(self) -> pd.Series:
        """Return the own municipality's row."""
        return self.frame.iloc[0]


def comparison(
    values: pd.DataFrame,
    areas: pd.DataFrame,
    indicator: Indicator,
    year: int,
    own: str,
    peers: Sequence[str],
) -> Comparison:
    """Set one indicator of one year side by side.

    Parameters
    ----------
    values : DataFrame
        VALUES of the indicator and year over all areas; empty when it was never collected.
    areas : DataFrame
        From `labelled_areas`.
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
        an insurer of several municipalities is shown for each of them and ranked for none.
    """
    shown = [own, *(peer for peer in peers if peer != own)]
    references = [code for code in (prefecture_of(own), NATION) if code in areas.index]
    codes = [*shown, *references]
    everywhere = values["area"].to_numpy(dtype=object)
    at = pd.Index(everywhere).get_indexer(pd.Index(codes, dtype=object))
    columns = figures_at(values, at)
    reason = reasons(columns["method"], columns["status"], columns["numerator"], columns["denominator"])
    for name in ("value", "lower", "upper"):
        columns[name] = np.where(reason == "few_residents", np.nan, columns[name])
    compared = len(shown)
    figures = np.where(reason == INSURER_LEVEL, np.nan, columns["value"])[:compared]
    of = int((~np.isnan(figures)).sum())
    # Alone is no rank.
    withheld = np.isin(reason, WITHHOLDING)
    unranked = withheld | (of < FEWEST_RANKED)
    outside = np.full(len(references), np.nan)
    position = np.concatenate([ranks(figures), outside])
    quarter = np.concatenate([quantile_groups(figures, QUARTERS), outside])
    frame = pd.DataFrame(
        {
            "area": codes,
            "year": year,
            "indicator": indicator.id,
            **columns,
            "name_ja": areas["label_ja"].reindex(codes).to_numpy(dtype=object),
            "role": ["own", *["peer"] * (compared - 1), *["reference"] * len(references)],
            "rank": np.where(unranked, np.nan, position),
            "ranked": of,
            "quartile": np.where(withheld, np.nan, quarter),
            "gap": columns["value"] - columns["value"][0],
            "reason": reason,
        }
    )
    municipal = np.array([len(code) == CODE_DIGITS for code in everywhere], dtype=bool)
    inside = np.array([code.startswith(own[:2]) for code in everywhere], dtype=bool) & municipal
    of_insurers = values["status"].to_numpy(dtype=object) == INSURER_LEVEL
    nationwide = np.where(of_insurers, np.nan, values["value"].to_numpy(dtype=float))
    at_own = -1 if withheld[0] else int(at[0])
    return Comparison(
        frame=frame[list(COMPARISON_COLUMNS)],
        indicator=indicator,
        year=year,
        among=Place(float(frame["rank"].iloc[0]), of),
        in_prefecture=_place(nationwide, inside, at_own),
        in_nation=_place(nationwide, municipal, at_own),
    )


def reasons(
    method: NDArray[np.object_],
    status: NDArray[np.object_],
    numerator: NDArray[np.float64],
    denominator: NDArray[np.float64],
) -> NDArray[np.object_]:
    """Return why a figure is read with care, or empty.

    A few events or residents, unknown ages, an insurer of several municipalities or an unknown one.

    Parameters
    ----------
    method : ndarray of str
        How its interval was made; an amount without one (a population) has no reason.
    status : ndarray of str
        What the figure is.
    numerator, denominator : ndarray of float
        What it was made of.

    Returns
    -------
    ndarray of str
        Of the same length.
    """
    is_rate = np.isin(method.astype(str), RATES)
    choices = ["few_residents", INSURER_LEVEL, "few_events", UNKNOWN_AGES, INSURER_UNKNOWN]
    conditions = [
        is_rate & (denominator < FEW_RESIDENTS),
        status == INSURER_LEVEL,
        is_rate & (numerator < FEW_EVENTS),
        method == UNKNOWN_AGES,
        method == INSURER_UNKNOWN,
    ]
    return np.select(conditions, choices, default="").astype(object)


def figures_at(values: pd.DataFrame, at: NDArray[np.intp]) -> dict[str, NDArray[Any]]:
    """Return the columns of VALUES at row numbers, without area, year and indicator.

    Parameters
    ----------
    values : DataFrame
        VALUES.
    at : ndarray of int
        Row numbers; -1 where there is no row.

    Returns
    -------
    dict of str to ndarray
        By column; where there is no row a number is missing, a text empty and the status ``not_collected``.
    """
    columns: dict[str, NDArray[Any]] = {}
    for name, kind in VALUES.columns.items():
        if name in _GIVEN:
            continue
        if kind == "VARCHAR":
            texts = values[name].to_numpy(dtype=object)
            columns[name] = np.array([texts[row] if row >= 0 else "" for row in at], dtype=object)
        else:
            numbers = values[name].to_numpy(dtype=float, na_value=np.nan)
            columns[name] = np.array([numbers[row] if row >= 0 else np.nan for row in at], dtype=float)
    columns["status"] = np.where(at < 0, NOT_COLLECTED, columns["status"])
    return columns


def _place(figures: NDArray[np.float64], members: NDArray[np.bool_], own: int) -> Place:
    among = figures[members]
    of = int((~np.isnan(among)).sum())
    if own < 0 or np.isnan(figures[own]):
        return Place(float("nan"), of)
    return Place(float((among > figures[own]).sum() + 1), of)
