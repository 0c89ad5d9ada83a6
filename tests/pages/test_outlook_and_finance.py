"""The sections that look ahead and at finance: what is projected, what is published, what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.text.words import TABLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

AGING = "pages/aging.py"
RESOURCES = "pages/resources.py"


def said(app: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def titles(app: AppTest) -> list[str]:
    return [each.value for each in app.subheader]


@pytest.mark.parametrize(
    ("own", "finding"),
    [
        (
            "15202",
            "75歳以上の人口が最も多いのは令和12年（2030年）（推計、53,109人）。2040年は2025年より1.6%多い推計",
        ),
        (
            "46523",
            "75歳以上の人口が最も多いのは平成27年（2015年）（国勢調査、371人）で、2045年までの推計はこれより少ない",
        ),
        (
            "13112",
            "推計の最後の令和27年（2045年）（164,764人）まで増え続ける。2040年は2025年より15.8%多い推計",
        ),
        ("07204", "いわき市には、年齢別の将来推計人口（平成30年推計）がありません"),
    ],
)
def test_the_outlook_says_when_the_peak_is_or_that_it_is_not_in_sight(
    own: str, finding: str, opened: Opens
) -> None:
    app = opened(AGING, own=own)
    assert not app.exception
    assert any(finding in title for title in titles(app))


def test_a_peak_is_a_year_without_separator_or_a_word(opened: Opens) -> None:
    words = said(opened(AGING, own="15202"))
    assert ">2030</a></td>" in words
    assert ">2045年以降</a></td>" in words
    assert ">2010</a></td>" in words
    assert "2,030" not in words


def test_the_demand_says_its_base_and_that_it_is_not_jmap_s(opened: Opens) -> None:
    app = opened(AGING, own="15202")
    assert "長岡市の介護需要指数は、2020年を100として2045年に107.8（推計）" in titles(app)
    assert "国勢調査ではなく同じ推計の2020年" in said(app)
    assert "JMAP" in said(app)


def test_a_town_without_the_projection_has_words_and_no_empty_chart(opened: Opens) -> None:
    alone = opened(AGING, own="07204", vs="free")
    assert not alone.exception
    assert "いわき市の医療需要指数は、年齢別の将来推計人口がないため計算できません" in titles(alone)
    assert "資料なし" in said(alone)
    # What says nothing but 資料なし is opened by whoever wants it.
    folded = {each.label for each in alone.expander}
    assert TABLE in folded


def test_finance_stands_in_the_order_officials_expect(opened: Opens) -> None:
    app = opened(RESOURCES, own="31389")
    assert "南部町（鳥取県）の経常収支比率88.9%は、先進10事例の11市区町村中3番目に低い" in titles(app)
    words = said(app)
    assert "2022年度の決算" in words
    assert ">10位／19</td>" in words
    assert words.count(">資料なし</td>") >= 4
    assert "公表値です" in words
    assert "財政力指数は手元の公開ファイルにない" in words


def test_a_ratio_below_zero_is_written_with_the_official_minus(opened: Opens) -> None:
    assert ">△3.0</a></td>" in said(opened(RESOURCES, own="13112"))


def test_the_source_names_the_years_that_stand_behind_and_no_others(opened: Opens) -> None:
    words = said(opened(RESOURCES, own="13112"))
    assert "「SSDSE-市区町村（SSDSE-A）」（2023年3月31日）" in words


def test_the_workforce_is_a_resource_across_the_fields(opened: Opens) -> None:
    app = opened(RESOURCES, own="15202", field="横断")
    assert any("医療・福祉の従業者（民営）は75歳以上千人あたり388.7人" in each for each in titles(app))


@pytest.mark.parametrize(
    ("item", "year", "own", "sentence"),
    [
        (
            "growth_75_and_over_to_2040",
            "2040",
            "15202",
            "（50,676 ÷ 2025年の49,891 － 1）× 100で作っています",
        ),
        ("demand_index_care", "2040", "15202", "重みを掛けた合計4,811,554 ÷ 2020年の合計4,328,132"),
        (
            "year_of_75_and_over_peak",
            "2045",
            "15202",
            "75歳以上のピークは2030年。そのときの人数は53,109人です",
        ),
        ("year_of_75_and_over_peak", "2045", "13112", "75歳以上のピークは2045年以降"),
        ("current_balance_ratio", "2022", "15202", "経常収支比率は92.4%"),
    ],
)
def test_the_passport_of_a_figure_says_how_it_was_made(
    item: str, year: str, own: str, sentence: str, opened: Opens
) -> None:
    app = opened("pages/passport.py", own=own, item=item, year=year, area=own)
    assert not app.exception
    assert any(sentence in title for title in titles(app)), titles(app)
    assert "SSDSE" in said(app) or "平成30年推計" in said(app)
