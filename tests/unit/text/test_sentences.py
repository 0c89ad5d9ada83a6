from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from carecompare.text import sentences
from carecompare.text.sentences import RankedFigure, course, inside, ranked, scope

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

NAN = math.nan


def figure(
    value: float, position: float, *, of: int = 11, count: float = 500, reason: str = ""
) -> RankedFigure:
    return RankedFigure("長岡市", value, count, "observed", position, of, "先進10事例の", reason)


@pytest.mark.parametrize(
    ("position", "ending"),
    [
        (1, "11市区町村の中で最も高い"),
        (6, "11市区町村中6番目に高い"),
        (7, "11市区町村中5番目に低い"),
        (11, "11市区町村の中で最も低い"),
    ],
)
def test_a_rank_is_said_from_the_nearer_end(catalog: Catalog, position: float, ending: str) -> None:
    said = ranked(catalog.indicators["share_65_and_over"], figure(31.44, position))
    assert said == f"長岡市の高齢化率31.4%は、先進10事例の{ending}"


def test_a_density_says_what_it_is_per(catalog: Catalog) -> None:
    said = ranked(catalog.indicators["hospitals_per_100000"], figure(3.37, 2))
    assert said.startswith("長岡市の病院は10万人あたり3.4か所で、")


def test_few_events_are_said_as_a_number_without_a_rank(catalog: Catalog) -> None:
    said = ranked(catalog.indicators["hospitals_per_100000"], figure(73.3, NAN, count=1, reason="few_events"))
    assert "（1か所）" in said
    assert "番目" not in said


def test_many_unknown_ages_are_said_instead_of_a_rank(catalog: Catalog) -> None:
    said = ranked(catalog.indicators["share_75_and_over"], figure(14.2, NAN, reason="unknown_ages"))
    assert said == "長岡市の後期高齢化率14.2%は、年齢不詳の人が3%を超えるため、幅で読み、順位は付けません"


def test_a_missing_value_is_said_with_its_reason(catalog: Catalog) -> None:
    missing = RankedFigure("双葉町", NAN, NAN, "not_applicable", NAN, 10, "", "")
    assert ranked(catalog.indicators["share_65_and_over"], missing) == "双葉町の高齢化率は「該当なし」です"


def test_a_fall_and_a_rise_are_told_apart(catalog: Catalog) -> None:
    share = catalog.indicators["share_65_and_over"]
    assert course("長岡市", share, (2020, 31.4), (2050, 41.2)).endswith("41.2%へ（9.8ポイント上がる）")
    assert course("長岡市", share, (2020, 41.2), (2050, 31.4)).endswith("31.4%へ（9.8ポイント下がる）")
    assert "ポイント" not in course("長岡市", share, (2020, 31.41), (2050, 31.42))


@pytest.mark.parametrize(
    ("prefecture", "said"), [("東京都", "都内"), ("北海道", "道内"), ("大阪府", "府内"), ("新潟県", "県内")]
)
def test_inside_a_prefecture_is_said_as_its_kind_asks(prefecture: str, said: str) -> None:
    assert inside(prefecture) == said


def test_a_municipality_outside_the_cases_is_added_to_them() -> None:
    assert scope("exemplars", "長野市", "長野県", own_is_member=False) == "先進10事例に長野市を加えた"


def test_more_than_three_names_are_cut_and_counted() -> None:
    assert sentences.listed(["甲", "乙", "丙", "丁"]) == "甲・乙・丙など4種"
