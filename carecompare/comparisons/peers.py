"""Municipalities like the own one: from figures to features, from features to peers that are explained."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.few import FEW_RESIDENTS, RATES
from carecompare.measures.likeness import (
    contributions,
    distances,
    nearest,
    rebased,
    standardised,
    staying,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from carecompare.catalog import Feature
    from carecompare.comparisons.indicator_year import IndicatorYear

MOST_NAMED = 3
# Where peers may come from: anywhere, the own prefecture, or cities for a city and towns for a town.
POOLS = ("nation", "prefecture", "kind")
CLIPPED_TO = (1, 99)
# In a municipality's code the third digit is 1 or 2 for a city or a ward of Tokyo, 3 and more for others.
CITY_DIGITS = "12"


@dataclass(frozen=True)
class FeatureTable:
    """The features of every municipality.

    Parameters
    ----------
    codes : tuple of str
        Municipalities, one per row.
    features : tuple of Feature
        One per column.
    years : tuple of int
        Year of each feature's figures; 0 where there are none.
    figures : ndarray of float, shape (municipalities, features)
        As the indicators give them; NaN where one is missing or has fewer than 100 residents behind it.
    standard : ndarray of float, shape (municipalities, features)
        Standardised, after the transformation the feature asks for.
    """

    codes: tuple[str, ...]
    features: tuple[Feature, ...]
    years: tuple[int, ...]
    figures: NDArray[np.float64]
    standard: NDArray[np.float64]

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """Return the row of each municipality."""
        return {code: row for row, code in enumerate(self.codes)}

    @cached_property
    def code_array(self) -> NDArray[np.str_]:
        """Return the codes as an array."""
        return np.array(self.codes, dtype=np.str_)

    def weights(self, by_feature: Mapping[str, float]) -> NDArray[np.float64]:
        """Return weights in the order of the columns; a feature that is not named has none."""
        return np.array([by_feature.get(each.id, 0.0) for each in self.features], dtype=np.float64)


@dataclass(frozen=True)
class Peers:
    """The municipalities most like the own one, and why.

    Parameters
    ----------
    table : FeatureTable
        What they were found by.
    own : str
        Code of the own municipality.
    codes : tuple of str
        The nearest first; empty where the own municipality lacks too many features or none is left.
    weights : ndarray of float, shape (features,)
        Of the features.
    distance : ndarray of float, shape (peers,)
        From 0 (the own municipality) to 1 (the one least like it in the country).
    shares : ndarray of float, shape (peers, features)
        Contribution of each feature to the squared distance; sums to 1.
    stays : ndarray of float, shape (peers,)
        Share of the draws with moved weights in which the peer stays.
    lacking : tuple of Feature
        Features with weight that the own municipality lacks.
    is_comparable : bool
        Whether the own municipality has enough features at all.
    """

    table: FeatureTable
    own: str
    codes: tuple[str, ...]
    weights: NDArray[np.float64]
    distance: NDArray[np.float64]
    shares: NDArray[np.float64]
    stays: NDArray[np.float64]
    lacking: tuple[Feature, ...]
    is_comparable: bool

    def binding(self, peer: int) -> tuple[Feature, ...]:
        """Return up to three features in which a peer is nearest to the own municipality."""
        order = self._order(peer)
        return tuple(self.table.features[column] for column in order[: min(MOST_NAMED, len(order) // 2)])

    def parting(self, peer: int) -> tuple[Feature, ...]:
        """Return up to three features that make most of the distance, the largest first."""
        order = self._order(peer)[::-1]
        return tuple(self.table.features[column] for column in order[: min(MOST_NAMED, len(order) // 2)])

    def _order(self, peer: int) -> list[int]:
        """Return the columns known of both, from the least contribution to the largest."""
        return self._orders[peer]

    @cached_property
    def _orders(self) -> list[list[int]]:
        known = ~np.isnan(self.table.standard[[self.table.row_of[code] for code in (self.own, *self.codes)]])
        of_both = known[1:] & known[0] & (self.weights > 0)
        # What is not known of both comes last, and is left out.
        ordered = np.argsort(np.where(of_both, self.shares, np.inf), axis=1, kind="stable").tolist()
        return [columns[:count] for columns, count in zip(ordered, of_both.sum(axis=1).tolist(), strict=True)]


def feature_table(
    features: Sequence[Feature],
    values: Mapping[str, IndicatorYear],
    years: Mapping[str, int],
    municipalities: Sequence[str],
) -> FeatureTable:
    """Set the features of every municipality side by side.

    Parameters
    ----------
    features : sequence of Feature
        In the catalogue's order.
    values : mapping of str to IndicatorYear
        Figures of one year, by indicator; an indicator without any is absent.
    years : mapping of str to int
        The year of each.
    municipalities : sequence of str
        Codes.

    Returns
    -------
    FeatureTable
        The logarithm of zero is missing.
    """
    figures = np.full((len(municipalities), len(features)), np.nan)
    for column, feature in enumerate(features):
        if feature.indicator in values:
            figures[:, column] = _figures(values[feature.indicator], municipalities)
    transformed = [_transformed(figures[:, column], each.transform) for column, each in enumerate(features)]
    return FeatureTable(
        codes=tuple(municipalities),
        features=tuple(features),
        years=tuple(years.get(each.indicator, 0) for each in features),
        figures=figures,
        standard=standardised(np.column_stack(transformed)) if features else figures,
    )


def pool_of(table: FeatureTable, own: str, pool: str) -> NDArray[np.bool_]:
    """Return which municipalities may become peers.

    Parameters
    ----------
    table : FeatureTable
        All of them.
    own : str
        Code of the own municipality.
    pool : str
        One of `POOLS`.

    Returns
    -------
    ndarray of bool, shape (municipalities,)
        One for each row of the table.
    """
    codes = table.code_array
    if pool == "prefecture":
        return np.asarray(np.char.startswith(codes, own[:2]))
    if pool == "kind":
        third = codes.astype("U3").view("U1").reshape(-1, 3)[:, 2]
        return np.asarray(np.isin(third, list(CITY_DIGITS)) == (own[2] in CITY_DIGITS))
    return np.ones(codes.size, dtype=np.bool_)


def similar_codes(
    table: FeatureTable, own: str, weights: Mapping[str, float], most: int, pool: str = POOLS[0]
) -> tuple[str, ...]:
    """Return the municipalities most like the own one, the nearest first; see `peers` for why.

    Parameters
    ----------
    table, own, weights, most, pool
        As for `peers`.

    Returns
    -------
    tuple of str
        Codes.

    Raises
    ------
    MeasureError
        If a weight is negative or not finite, or none is above 0.
    """
    row = table.row_of[own]
    apart = distances(table.standard, row, table.weights(weights))
    return tuple(table.codes[each] for each in nearest(apart, row, most, pool_of(table, own, pool)))


def peers(
    table: FeatureTable, own: str, weights: Mapping[str, float], most: int, pool: str = POOLS[0]
) -> Peers:
    """Find the municipalities most like the own one and explain each.

    Parameters
    ----------
    table : FeatureTable
        From `feature_table`.
    own : str
        Code of the own municipality.
    weights : mapping of str to float
        By feature.
    most : int
        How many peers at most.
    pool : str
        One of `POOLS`.

    Returns
    -------
    Peers
        The nearest first.

    Raises
    ------
    MeasureError
        If a weight is negative or not finite, or none is above 0.
    """
    row = table.row_of[own]
    weighed = table.weights(weights)
    candidates = pool_of(table, own, pool)
    apart = distances(table.standard, row, weighed)
    members = nearest(apart, row, most, candidates)
    missing = np.isnan(table.standard[row]) & (weighed > 0)
    return Peers(
        table=table,
        own=own,
        codes=tuple(table.codes[each] for each in members),
        weights=weighed,
        distance=rebased(apart)[members],
        shares=contributions(table.standard[[row, *members]], 0, weighed)[1:],
        stays=staying(table.standard, row, weighed, apart, members, candidates),
        lacking=tuple(each for each, is_missing in zip(table.features, missing, strict=True) if is_missing),
        is_comparable=not bool(np.isnan(apart[row])),
    )


def _transformed(figures: NDArray[np.float64], transform: str) -> NDArray[np.float64]:
    if transform == "log":
        return np.asarray(np.log(figures, out=np.full_like(figures, np.nan), where=figures > 0))
    if transform == "clip" and not np.isnan(figures).all():
        return np.asarray(np.clip(figures, *np.nanpercentile(figures, CLIPPED_TO)))
    return figures


def _figures(values: IndicatorYear, municipalities: Sequence[str]) -> NDArray[np.float64]:
    columns = values.columns
    is_few = np.isin(columns["method"], RATES) & (columns["denominator"] < FEW_RESIDENTS)
    kept = np.where(is_few, nan, columns["value"]).tolist()
    rows = (values.row_of.get(code) for code in municipalities)
    return np.array([nan if row is None else kept[row] for row in rows])
