"""The pages on what stands out and on ages or rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

FINDINGS, DECOMPOSITION = "pages/findings.py", "pages/decomposition.py"
VILLAGE = "46523"


def said(app: AppTest) -> str:
    kinds = ("subheader", "header", "markdown", "caption", "info")
    words = [str(element.value) for kind in kinds for element in app.get(kind)]
    return "\n".join([*words, *(str(element.proto.body) for element in app.get("html"))])


def header(app: AppTest) -> str:
    return str(app.header[0].value)


def test_every_finding_has_a_caution_a_link_and_a_way_to_set_it_aside(opened: Opens) -> None:
    app = opened(FINDINGS, own="15202")
    count = len([button for button in app.button if button.label == "見送る"])
    assert count >= 3
    assert header(app) == f"目に留まるもの（{count}件）"
    assert said(app).count("｜") == count
    links = [element.proto for element in app.get("page_link")]
    assert sum("取組を見る" in link.label for link in links) == count


def test_the_first_finding_shows_its_evidence(opened: Opens) -> None:
    app = opened(FINDINGS, own="15202")
    assert len(app.get("vega_lite_chart")) == 1
    assert "出典：" in said(app)


def test_a_link_to_initiatives_opens_at_its_field(opened: Opens) -> None:
    app = opened("pages/initiatives.py", own="15202", field="住まい")
    chosen = next(box for box in app.selectbox if box.label == "分野でしぼる")
    assert chosen.value == "住まい"
    chosen.set_value("all").run()
    assert not app.exception
    assert "field" not in app.query_params


def test_the_village_learns_what_stands_out_and_why_the_rest_is_silent(opened: Opens) -> None:
    words = said(opened(FINDINGS, own=VILLAGE))
    assert "大和村の一般行政の職員は人口千人あたり42.5人で" in words
    assert "年齢をそろえた認定率" in words
    assert "大和村では数が10未満です" in words
    assert "診療所は" not in words


def test_an_insurer_s_figure_stands_out_for_nobody(opened: Opens) -> None:
    words = said(opened(FINDINGS, own="31389", vs="prefecture"))
    assert "保険者である南部箕蚊屋広域連合全体の値です" in words
    assert "認定率17" not in words


def test_few_comparators_are_too_few(opened: Opens) -> None:
    app = opened(FINDINGS, own="15202", vs="free", chosen="20201")
    assert "くらべる相手が1市区町村と少なく" in said(app)
    assert not app.exception


def test_the_difference_from_the_nation_is_parted_in_points_and_persons(opened: Opens) -> None:
    app = opened(DECOMPOSITION, own="15202")
    assert app.subheader[0].value == (
        "長岡市と全国の認定率の差△1.8ポイントのうち、年齢構成によるもの+0.4、年齢別の認定率によるもの△2.2"
    )
    words = said(app)
    assert "実際は14,546人（△1,820人）" in words
    assert "密度を保つことが目標とは限りません" in words
    assert "2045年は約21〜44か所です" in words


@pytest.mark.parametrize("against", ["nation", "prefecture", "peers", "44208"])
def test_the_difference_may_be_from_any_of_them(opened: Opens, against: str) -> None:
    app = opened(DECOMPOSITION, own="13112", against=against)
    assert not app.exception
    assert "ポイントのうち、年齢構成によるもの" in app.subheader[0].value


def test_a_link_that_names_nobody_falls_back_to_the_nation(opened: Opens) -> None:
    app = opened(DECOMPOSITION, own="15202", against="everybody")
    assert len(app.warning) == 1
    assert "全国の認定率の差" in app.subheader[0].value


def test_a_union_s_member_is_told_whose_figures_are_parted(opened: Opens) -> None:
    words = said(opened(DECOMPOSITION, own="31389"))
    assert "南部町（鳥取県）の値は、保険者である南部箕蚊屋広域連合全体の値です" in words


def test_a_member_is_not_parted_from_its_own_insurer(opened: Opens) -> None:
    app = opened(DECOMPOSITION, own="31389", vs="free", chosen="31390", against="31390")
    assert any("同じ保険者（南部箕蚊屋広域連合）" in info.value for info in app.info)


def test_a_town_whose_insurer_is_unknown_is_told_so(opened: Opens) -> None:
    app = opened(DECOMPOSITION, own="20206")
    assert any("保険者か手元の資料では分からない" in info.value for info in app.info)
    assert not app.exception


def test_few_offices_are_not_multiplied_into_the_future(opened: Opens) -> None:
    app = opened(DECOMPOSITION, own=VILLAGE)
    assert app.subheader[1].value.startswith("大和村の推計人口は、2025年にくらべて75歳以上は2045年に△11%")
    assert "10か所未満のため、必要数は図にせず" in said(app)


def test_a_town_without_a_projection_says_so(opened: Opens) -> None:
    app = opened(DECOMPOSITION, own="07546")
    assert any("市区町村別の将来推計がない" in info.value for info in app.info)


def test_a_rank_is_shown_with_its_range_and_a_small_figure_with_its_shrunk_value(opened: Opens) -> None:
    app = opened("pages/resources.py", own="44208", field="医療", item="clinics_per_100000")
    words = said(app)
    assert "2位（1〜6位）" in words
    assert "参考：竹田市の縮約値" in words
    assert "順位の幅は高いほうから1〜6位" in words


def test_a_withheld_rank_has_no_range(opened: Opens) -> None:
    app = opened("pages/resources.py", own=VILLAGE, field="医療", item="clinics_per_100000")
    assert "数が少なく偶然で大きく変わるため、順位と色は付けません" in app.subheader[1].value
    assert "順位の幅" not in app.subheader[1].value
