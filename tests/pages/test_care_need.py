"""The page on the need of care: whose figure it is, and what it may be compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE = "pages/care_need.py"
STANDARDISED = "certification_rate_standardised"


def said(app: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def test_the_nation_and_the_cases_stand_beside_it(opened: Opens) -> None:
    words = said(opened(PAGE, own="13112"))
    for figure in ("21.9", "41,581", "189,661", "19.4", "6,952,265", "35,889,733"):
        assert figure in words


def test_a_member_of_a_union_shows_the_union_s_figure_as_the_union_s(opened: Opens) -> None:
    app = opened(PAGE, own="31389")
    assert app.subheader[0].value == (
        "南部町（鳥取県）の認定率17.8%は、南部箕蚊屋広域連合全体の値のため、順位は付けません"
    )
    assert "南部町（鳥取県）の値は、保険者である南部箕蚊屋広域連合全体の値です" in said(app)
    assert ">保険者の値</td>" in said(app)


def test_among_the_cases_only_ten_are_ranked(opened: Opens) -> None:
    assert "順位（10中）" in said(opened(PAGE, own="15202"))


def test_a_town_whose_insurer_is_unknown_says_why_it_has_no_figure(opened: Opens) -> None:
    app = opened(PAGE, own="20206", vs="prefecture")
    assert app.subheader[0].value == (
        "諏訪市の認定率は、どの広域連合などが保険者か手元の資料では分からないため、値がありません"
    )
    assert "0ではありません" in said(app)
    assert not app.exception


def test_the_standardised_rate_says_who_computed_it(opened: Opens) -> None:
    app = opened(PAGE, own="15202", item=STANDARDISED)
    assert "年齢をそろえた認定率（当方算出）" in app.subheader[0].value
    assert "厚生労働省の調整済み認定率は作り方が違う" in said(app)
    assert "割っただけではこの値になりません" in said(app)


@pytest.mark.parametrize("item", ["", "certification_rate_level_3_and_over", STANDARDISED])
def test_every_rate_has_its_source_its_estimated_date_and_the_caution(opened: Opens, item: str) -> None:
    words = said(opened(PAGE, own="15202", item=item))
    assert "厚生労働省「介護保険事業状況報告（年報）" in words
    assert "令和5年度（2023年度）末" in words
    assert "目標ではありません" in words


def test_the_switch_changes_the_rate(opened: Opens) -> None:
    app = opened(PAGE, own="15202")
    switch = next(each for each in app.segmented_control if each.label == "見る指標")
    switch.set_value(STANDARDISED).run()
    assert not app.exception
    assert app.query_params["item"] == STANDARDISED
    assert "年齢をそろえた" in app.subheader[0].value


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ("15202", "ふつうに見られる幅（95%、偶然と市区町村どうしの違い）の中"),
        ("31389", "広域連合"),
        ("46523", "ふつうに見られる幅"),
    ],
)
def test_whether_chance_explains_the_difference_from_the_nation_is_said(
    opened: Callable[..., AppTest], own: str, words: str
) -> None:
    app = opened(PAGE, own=own)
    assert not app.exception
    assert words in app.subheader[1].value
    assert len(app.get("vega_lite_chart")) == 2


def test_what_is_no_share_has_no_funnel(opened: Callable[..., AppTest]) -> None:
    app = opened(PAGE, own="15202", item="certification_rate_standardised")
    assert not app.exception
    assert "じょうご" not in "".join(each.value for each in app.header)


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        (
            "13305",
            "日の出町の85歳以上は、第1号被保険者（令和5年度（2023年度）末）が782人で、国勢調査（令和2年（2020年））の1,419人より637人少なく",
        ),
        (
            "07546",
            "双葉町の85歳以上は、第1号被保険者（令和5年度（2023年度）末）が435人で、国勢調査（令和2年（2020年））の0人より435人多く",
        ),
    ],
)
@pytest.mark.parametrize("page", [PAGE, "pages/decomposition.py", "pages/analysis_sheet.py"])
def test_where_others_are_insured_than_live_there_the_page_says_it_once(
    page: str, own: str, sentence: str, opened: Opens
) -> None:
    assert said(opened(page, own=own, vs="prefecture")).count(sentence) == 1


@pytest.mark.parametrize("own", ["15202", "13402", "31389"])
def test_where_they_are_nearly_the_same_or_few_or_an_insurer_s_nothing_is_said(
    own: str, opened: Opens
) -> None:
    assert "第1号被保険者（令和5年度" not in said(opened(PAGE, own=own, vs="prefecture"))
