"""One indicator of one year side by side: who stands where, and where no rank may be given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.comparisons.areas import prefecture_of
from carecompare.measures.standing import quantile_groups, ranks
from carecompare.tables import COMPARISON_COLUMNS, NATION, NOT_COLLECTED, VALUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator

# Below these a rate says more about chance than about the place.
FEW_EVENTS = 10
FEW_RESIDENTS = 100
QUARTERS = 4
UNKNOWN_AGES = "unknown_ages"


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
        residents stand behind the value.
    """
    by_area = values.set_index("area")
    shown = [own, *(peer for peer in peers if peer != own)]
    references = [code for code in (prefecture_of(own), NATION) if code in areas.index]
    frame = by_area.reindex([*shown, *references])
    frame.index.name = "area"
    frame = frame.reset_index()
    frame["indicator"] = indicator.id
    frame["year"] = year
    frame["status"] = frame["status"].fillna(NOT_COLLECTED)
    frame["method"] = frame["method"].fillna("")
    frame["name_ja"] = areas["label_ja"].reindex(frame["area"]).to_numpy()
    frame["role"] = ["own", *["peer"] * (len(shown) - 1), *["reference"] * len(references)]
    frame["reason"] = reasons(frame)
    few = frame["reason"] == "few_residents"
    frame.loc[few, ["value", "lower", "upper"]] = np.nan
    compared = frame["role"] != "reference"
    position = np.full(len(frame), np.nan)
    position[compared] = ranks(frame.loc[compared, "value"].to_numpy(dtype=float))
    quarter = np.full(len(frame), np.nan)
    quarter[compared] = quantile_groups(frame.loc[compared, "value"].to_numpy(dtype=float), QUARTERS)
    withheld = frame["reason"].isin(["few_events", "few_residents"]).to_numpy()
    of = int(frame.loc[compared, "value"].notna().sum())
    frame["rank"] = np.where(withheld, np.nan, position)
    frame["quartile"] = np.where(withheld, np.nan, quarter)
    frame["ranked"] = of
    frame["gap"] = frame["value"] - frame["value"].iloc[0]
    municipal = values.loc[values["area"].map(areas["level"]) == "municipality"]
    inside = municipal.loc[municipal["area"].str[:2] == own[:2]]
    return Comparison(
        frame=frame[list(COMPARISON_COLUMNS)],
        indicator=indicator,
        year=year,
        among=Place(float(frame["rank"].iloc[0]), of),
        in_prefecture=_place(inside, own, withheld=bool(withheld[0])),
        in_nation=_place(municipal, own, withheld=bool(withheld[0])),
    )


def reasons(frame: pd.DataFrame) -> pd.Series:
    """Return why a row is read with care: few events, few residents, unknown ages, or empty.

    Parameters
    ----------
    frame : DataFrame
        VALUES rows.

    Returns
    -------
    Series of str
        Amounts without an interval (a population) have no reason.
    """
    is_rate = frame["method"].isin(["wilson", "exact", "byar"])
    few_events = is_rate & (frame["numerator"] < FEW_EVENTS)
    few_residents = is_rate & (frame["denominator"] < FEW_RESIDENTS)
    unknown = frame["method"] == UNKNOWN_AGES
    found = np.select(
        [few_residents, few_events, unknown], ["few_residents", "few_events", UNKNOWN_AGES], default=""
    )
    return pd.Series(found, index=frame.index)


def _place(rows: pd.DataFrame, own: str, *, withheld: bool) -> Place:
    figures = rows["value"].to_numpy(dtype=float)
    of = int((~np.isnan(figures)).sum())
    at = np.flatnonzero(rows["area"].to_numpy() == own)
    if withheld or len(at) == 0 or np.isnan(figures[at[0]]):
        return Place(float("nan"), of)
    return Place(float((figures > figures[at[0]]).sum() + 1), of)


def empty_values() -> pd.DataFrame:
    """Return VALUES without rows, for an indicator that was never collected."""
    return pd.DataFrame(columns=list(VALUES.columns))
