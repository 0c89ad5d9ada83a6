"""Peers and their explanation."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from indicator_making import indicator_year_of

from carecompare.catalog import Feature
from carecompare.comparisons import FeatureTable, IndicatorYear, feature_table, peers, similar_codes
from carecompare.tables import VALUES

CODES = ("01201", "01202", "01301", "02201", "02301", "13101")
NAMES = ("size", "old", "alone", "dense", "young", "rich", "far", "high")
FEATURES = [Feature(id=name, label_ja=name, indicator=name, group="g") for name in NAMES]
WEIGHTS = dict.fromkeys(NAMES, 1.0)


def values(indicator: str, figures: dict[str, float], behind: float = 1000.0) -> IndicatorYear:
    rows = [
        (code, 2020, indicator, figure, 0.0, 0.0, 0.0, behind, 2020, "wilson", "observed")
        for code, figure in figures.items()
    ]
    return indicator_year_of(pd.DataFrame(rows, columns=list(VALUES.columns)))


def table(**changed: dict[str, float]) -> FeatureTable:
    """Return towns that differ in every feature by their place; what is named is as it says."""
    generator = np.random.default_rng(7)
    by_name = {name: dict(zip(CODES, generator.normal(size=len(CODES)), strict=True)) for name in NAMES}
    given = {name: values(name, figures | changed.get(name, {})) for name, figures in by_name.items()}
    return feature_table(FEATURES, given, dict.fromkeys(NAMES, 2020), CODES)


def test_what_binds_and_what_parts_are_three_each_and_never_the_same() -> None:
    found = peers(table(), "01201", WEIGHTS, 3)
    for place in range(3):
        binding, parting = found.binding(place), found.parting(place)
        assert len(binding) == len(parting) == 3
        assert not {each.id for each in binding} & {each.id for each in parting}
        shares = dict(zip(NAMES, found.shares[place], strict=True))
        assert max(shares[each.id] for each in binding) <= min(shares[each.id] for each in parting)
        assert shares[parting[0].id] == max(shares.values())


def test_with_three_features_one_binds_and_one_parts() -> None:
    found = peers(table(), "01201", {"size": 1.0, "old": 1.0, "alone": 1.0}, 1)
    assert len(found.binding(0)) == len(found.parting(0)) == 1


def test_a_feature_without_weight_explains_nothing() -> None:
    found = peers(table(), "01201", WEIGHTS | {"size": 0.0}, 5)
    assert (found.shares[:, 0] == 0).all()
    named = {each.id for place in range(5) for each in (*found.binding(place), *found.parting(place))}
    assert "size" not in named


def test_shares_sum_to_one_and_distances_are_in_order_from_nought_to_one() -> None:
    found = peers(table(), "01201", WEIGHTS, 5)
    assert found.shares.sum(axis=1) == pytest.approx(1)
    assert found.distance.tolist() == sorted(found.distance.tolist())
    assert found.distance[-1] == 1
    assert found.codes == similar_codes(table(), "01201", WEIGHTS, 5)


def test_the_logarithm_of_nobody_is_missing() -> None:
    logarithm = Feature(id="size", label_ja="人口", indicator="size", group="g", transform="log")
    figures = {"01201": 0.0, "01202": 10.0, "01301": 1000.0}
    made = feature_table([logarithm], {"size": values("size", figures)}, {"size": 2020}, list(figures))
    assert np.isnan(made.standard[0, 0])
    assert made.standard[1:, 0].tolist() == pytest.approx([-1, 1])


def test_a_clipped_feature_is_not_stretched_by_one_place() -> None:
    codes = [f"{number:05d}" for number in range(1000, 1300)]
    figures = dict(zip(codes, np.linspace(-10, 10, len(codes)), strict=True)) | {codes[0]: 3000.0}
    clipped = Feature(id="size", label_ja="増減", indicator="size", group="g", transform="clip")
    made = feature_table([clipped], {"size": values("size", figures)}, {"size": 2020}, codes)
    assert np.abs(made.standard).max() < 2
    assert made.figures[0, 0] == 3000


def test_a_share_of_fewer_than_a_hundred_people_is_no_feature() -> None:
    made = feature_table(
        FEATURES[:1], {"size": values("size", {"01201": 1.0, "01202": 2.0}, 99.0)}, {"size": 2020}, CODES[:2]
    )
    assert np.isnan(made.figures).all()


def test_a_feature_without_figures_takes_no_part() -> None:
    made = feature_table(
        FEATURES[:2], {"size": values("size", dict(zip(CODES, range(6), strict=True)))}, {}, CODES
    )
    assert similar_codes(made, "01201", WEIGHTS, 2) == ("01202", "01301")


def test_what_the_own_municipality_lacks_is_named() -> None:
    found = peers(table(old={"01201": np.nan}), "01201", WEIGHTS, 2)
    assert [each.id for each in found.lacking] == ["old"]
    assert found.is_comparable
    assert len(found.codes) == 2


def test_too_little_known_of_the_own_municipality_leaves_nobody() -> None:
    unknown = {name: {"01201": np.nan} for name in NAMES[:4]}
    found = peers(table(**unknown), "01201", WEIGHTS, 5)
    assert not found.is_comparable
    assert found.codes == ()
    assert found.stays.size == found.distance.size == 0


@pytest.mark.parametrize(
    ("pool", "expected"),
    [
        ("nation", {"01202", "01301", "02201", "02301", "13101"}),
        ("prefecture", {"01202", "01301"}),
        ("kind", {"01202", "02201", "13101"}),
    ],
)
def test_peers_come_from_the_pool_asked_for(pool: str, expected: set[str]) -> None:
    assert set(peers(table(), "01201", WEIGHTS, 30, pool).codes) == expected


def test_for_a_village_the_same_kind_is_towns_and_villages() -> None:
    assert set(peers(table(), "01301", WEIGHTS, 30, "kind").codes) == {"02301"}
