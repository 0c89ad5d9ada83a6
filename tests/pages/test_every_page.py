"""Every page opens for every kind of municipality and choice, and says what it cannot show."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

import pytest
from page_steps import in_full

from carecompare.text.words import NOTHING_FOUND
from carecompare.text.words import PAGES as PAGES_BY_NAME
from carecompare.ui.frame.visit import AGAIN
from carecompare.views.topics.data.catalogue import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGES = tuple(path for _, _, path in PAGES_BY_NAME.values())
COMPARING = tuple(
    PAGES_BY_NAME[name][2] for name in ("aging", "care_need", "resources", "findings", "decomposition")
)
OWNS = {
    "a city of the cases": "15202",
    "a village of 1,364": "46523",
    "a town emptied in 2011": "07546",
    "a city whose wards changed": "22130",
    "a ward with many unknown ages": "13112",
    "one of three towns of the name": "31389",
    "an island of 169 residents": "13402",
    "a city outside the cases": "20201",
    "a case of which only the title is known": "43212",
}


def words_of(app: AppTest) -> str:
    """Return everything a page says, one element a line."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
    said = [str(element.value) for kind in kinds for element in app.get(kind)]
    return "\n".join([*said, *(str(element.proto.body) for element in app.get("html"))])


def charts_of(app: AppTest) -> list[Any]:
    return [element.proto for element in app.get("vega_lite_chart")]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("own", OWNS.values(), ids=OWNS.keys())
@pytest.mark.parametrize("comparators", ["exemplars", "prefecture"])
def test_a_page_opens_without_an_error(opened: Opens, page: str, own: str, comparators: str) -> None:
    app = opened(page, own=own, vs=comparators)
    assert not app.exception
    assert not app.error
    assert not app.warning


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_before_anything_is_chosen(opened: Opens, page: str) -> None:
    app = opened(page)
    assert not app.exception
    assert not app.error
    # By which a browser notices that the visit it shows is gone.
    assert sum(each.key.startswith(AGAIN) for each in app.button) == 1


@pytest.mark.parametrize("page", COMPARING)
def test_without_an_own_municipality_the_page_says_how_to_choose_one(opened: Opens, page: str) -> None:
    app = opened(page)
    assert "自分の市区町村" in app.info[0].value
    assert charts_of(app) == []


@pytest.mark.parametrize("page", ["app.py", *COMPARING])
def test_without_freely_chosen_comparators_the_own_municipality_stands_alone(
    opened: Opens, page: str
) -> None:
    app = opened(page, own="15202", vs="free")
    assert not app.exception
    assert any("1つ以上選んで" in info.value for info in app.info)


@pytest.mark.parametrize("page", PAGES)
def test_one_freely_chosen_comparator_is_enough(opened: Opens, page: str) -> None:
    app = opened(page, own="15202", vs="free", chosen="20201")
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"own": "99999"}, "99999"),
        ({"own": "15202", "vs": "nobody"}, "nobody"),
        ({"own": "15202", "vs": "free", "chosen": "20201.00000"}, "00000"),
        ({"own": "15202", "year": "令和"}, "令和"),
        ({"own": "15202", "basis": "cats"}, "cats"),
        ({"own": "15202", "item": "happiness"}, "happiness"),
        ({"own": "<b>x</b>"}, r"\<b\>x"),
        ({"own": "![x](http://example.org/x.png)"}, r"\!\[x\]\(http"),
    ],
)
def test_a_link_with_a_mistake_opens_and_names_the_mistake(
    opened: Opens, query: dict[str, str], said: str
) -> None:
    app = opened("pages/aging.py", **query)
    assert not app.exception
    assert len(app.warning) == 1
    assert said in app.warning[0].value


@pytest.mark.parametrize("page", COMPARING)
def test_every_chart_has_a_sentence_a_table_a_source_and_a_download(opened: Opens, page: str) -> None:
    app = in_full(opened(page, own="15202"))
    charts = charts_of(app)
    findings = [element.value for element in app.subheader]
    assert charts
    for chart in charts:
        assert chart.alt in findings
    assert words_of(app).count("出典：") >= len(charts)
    assert words_of(app).count("<table") >= len(charts)
    assert len(app.get("download_button")) >= 2 * len(charts)


def test_the_title_of_nagaoka_is_the_finding(opened: Opens) -> None:
    app = opened("pages/aging.py", own="15202")
    assert app.subheader[0].value == "長岡市の高齢化率33.0%は、先進10事例の11市区町村中6番目に高い"


def test_the_document_s_own_figures_stand_beside_today_s(opened: Opens) -> None:
    said = words_of(opened("pages/aging.py", own="13112"))
    for figure in ("866,063", "19.29%", "9.77%", "943,664"):
        assert figure in said
    said = words_of(opened("pages/aging.py", own="15202"))
    for figure in ("281,100", "26.4%", "14.4%"):
        assert figure in said
    assert "2013年の資料の数字と今" not in words_of(opened("pages/aging.py", own="20201"))


def test_services_without_a_file_are_not_collected_and_never_zero(opened: Opens) -> None:
    app = opened("pages/resources.py", own="15202", field="介護")
    said = words_of(app)
    assert "未収集のサービス（0ではありません）：短期入所生活介護" in said
    app = opened(
        "pages/resources.py", own="15202", field="介護", item="care_offices_210_per_1000_75_and_over"
    )
    assert any("未収集" in info.value for info in app.info)


def test_group_homes_of_ten_municipalities_leave_the_others_not_collected(opened: Opens) -> None:
    item = "care_offices_320_per_1000_75_and_over"
    said = words_of(opened("pages/resources.py", own="15202", field="介護", item=item))
    assert "先進10事例のうち川越市を除く10市区町村だけの値です" in said
    assert "未収集" in words_of(opened("pages/resources.py", own="11201", field="介護", item=item))


def test_a_premium_that_was_not_collected_shows_prefecture_and_nation_only(opened: Opens) -> None:
    said = words_of(opened("pages/care_need.py", own="15202", item="premium_9th_period"))
    assert "6,412" in said
    assert "6,225" in said
    assert "未収集" in said
    assert "時点の記載がなく" not in said


def test_a_corrected_figure_says_so_where_it_is_shown_and_on_the_sources_page(opened: Opens) -> None:
    of_year = {
        year: words_of(
            opened("pages/resources.py", own="27224", field="医療", item="dentists_per_100000", year=year)
        )
        for year in ("2018", "2020")
    }
    assert "示さない" in of_year["2018"]
    # Under the figure of its year and under the figures over all years; beside another year only there.
    assert [said.count("歯科医師は9人と公表されています") for said in of_year.values()] == [2, 1]
    assert "歯科医師は9人と公表されています" in words_of(opened("pages/sources.py", catalogue="corrections"))


def test_what_is_searched_on_the_sources_page_is_counted_by_table_and_shown_whole(
    opened: Opens,
) -> None:
    app = opened("pages/sources.py")
    assert "https://github.com/digital-go-jp" not in words_of(app)  # stands in the record of one source
    app.text_input(key="definitions_search").set_value("デジタル庁 ＣＣ　ｂｙ").run()
    assert not app.exception
    assert "https://github.com/digital-go-jp" in words_of(app)
    found = app.button_group(key="choice_catalogue").proto.options
    assert [re.search("（([0-9]+)／", each.content)[1] for each in found] == ["1", "0", "0", "0"]  # type: ignore[index]
    app.text_input(key="definitions_search").set_value("そんなものはない").run()
    assert [each.value for each in app.info] == [NOTHING_FOUND]


def test_the_switch_of_basis_changes_unit_and_denominator(opened: Opens) -> None:
    app = opened(
        "pages/resources.py", own="15202", field="医療", item="clinics_per_100000", basis="75_and_over"
    )
    assert "75歳以上10万人" in words_of(app)


def test_an_unconfirmed_initiative_is_never_called_absent(opened: Opens) -> None:
    said = words_of(opened("pages/initiatives.py", own="20201"))
    assert "空欄は「未確認」です" in said
    assert "なし</td>" not in said


def test_a_title_only_case_says_that_its_text_is_not_at_hand(opened: Opens) -> None:
    said = words_of(opened("pages/initiatives.py", case="nanbu"))
    assert "資料未入手" in said


def test_a_fact_after_the_document_is_marked(opened: Opens) -> None:
    assert "2013年7月より後の事実" in words_of(opened("pages/initiatives.py", case="kashiwa"))


def test_the_sources_page_names_everything_of_the_catalogue(opened: Opens, catalog: Any) -> None:
    said = {part: words_of(opened("pages/sources.py", catalogue=part)) for part in PARTS}
    for indicator in catalog.main_indicators:
        assert escape(indicator.label_ja) in said["indicators"]
    for count in catalog.counts.values():
        assert escape(count.label_ja) in said["counts"]
    for source in catalog.sources.values():
        assert escape(source.name_ja) in said["sources"]
        assert escape(source.publisher_ja) in said["sources"]


def test_choosing_in_the_sidebar_changes_the_link(opened: Opens) -> None:
    app = opened("pages/aging.py")
    app.selectbox[0].set_value("46523").run()
    assert not app.exception
    assert "大和村" in app.title[0].value
