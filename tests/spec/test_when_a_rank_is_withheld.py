"""順位を付けないとき: 数が少ない、人が少ない、町だけの値でない。値を見せない町は「何町中」にも入らない。"""

from __future__ import annotations

from math import isnan

import pandas as pd
from indicator_making import density_indicator, indicator_year_of

from carecompare.comparisons import Comparison, comparison
from carecompare.tables import VALUES

OFFICES = density_indicator()
NAMES = {"01101": "甲町", "01102": "乙町", "01103": "丙町", "01104": "丁町", "01": "県", "00": "全国"}


def beside(towns: dict[str, tuple[float, float]], statuses: dict[str, str] | None = None) -> Comparison:
    """Set 甲町 beside the others; of each town the offices and the residents they are for."""
    codes = {name: code for code, name in NAMES.items()}
    rows = [
        (
            codes[name],
            2020,
            OFFICES.id,
            1000 * offices / residents,
            0.0,
            9e9,
            offices,
            residents,
            2020,
            "exact",
            (statuses or {}).get(name, "observed"),
        )
        for name, (offices, residents) in towns.items()
    ]
    values = indicator_year_of(pd.DataFrame(rows, columns=list(VALUES.columns)))
    peers = [codes[name] for name in towns if name not in {"甲町", "県", "全国"}]
    return comparison(values, NAMES, OFFICES, 2020, codes["甲町"], peers)


def test_ten_offices_are_ranked_and_nine_are_not() -> None:
    """10か所なら順位が付き、9か所なら付かない。値は見せる。"""
    ten = beside({"甲町": (10, 1_000), "乙町": (30, 1_000)})
    nine = beside({"甲町": (9, 1_000), "乙町": (30, 1_000)})

    assert (ten.among.position, ten.among.of) == (2, 2)
    assert isnan(nine.own["rank"])
    assert nine.own["reason"] == "few_events"
    assert nine.own["value"] == 9


def test_a_rate_per_fewer_than_a_hundred_residents_is_not_shown_at_all() -> None:
    """分母が100人未満なら割合も見せない。件数は見せる。"""
    few = beside({"甲町": (12, 99), "乙町": (30, 1_000)})

    assert isnan(few.own["value"])
    assert few.own["numerator"] == 12
    assert few.own["reason"] == "few_residents"


def test_a_figure_that_is_not_shown_takes_nobody_s_place() -> None:
    """乙町は90人に12か所で、割合を見せない。甲町が1位で、「2市区町村中」。"""
    result = beside({"甲町": (20, 1_000), "乙町": (12, 90), "丙町": (10, 1_000)})

    assert (result.among.position, result.among.of) == (1, 2)


def test_a_figure_that_is_shown_keeps_its_place_among_the_others_though_its_own_rank_is_not_said() -> None:
    """乙町の値は見せるので数に入る。ただし5か所では、乙町の順位は言わない。"""
    result = beside({"甲町": (20, 1_000), "乙町": (5, 200), "丙町": (10, 1_000)})
    (fewest, _) = result.of_role("peer")

    assert (result.among.position, result.among.of) == (2, 3)
    assert fewest["value"] == 25
    assert isnan(fewest["rank"])


def test_the_figure_of_a_union_of_insurers_is_no_town_s() -> None:
    """広域連合全体の値には順位を付けない。値は見せる。"""
    union = beside({"甲町": (20, 1_000), "乙町": (30, 1_000)}, {"甲町": "insurer_level"})

    assert isnan(union.own["rank"])
    assert union.own["value"] == 20


def test_prefecture_and_nation_stand_beside_and_take_no_place() -> None:
    """県と全国は並ぶだけ。一番密でも、順位にも「何町中」にも入らない。"""
    result = beside({"甲町": (20, 1_000), "乙町": (10, 1_000), "県": (900, 1_000), "全国": (900, 1_000)})

    assert (result.among.position, result.among.of) == (1, 2)
    assert [row["name_ja"] for row in result.of_role("reference")] == ["県", "全国"]
    assert all(isnan(row["rank"]) for row in result.of_role("reference"))
