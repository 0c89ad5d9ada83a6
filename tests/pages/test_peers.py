"""The page on similar municipalities, and the sets of comparators on the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.comparisons import COMPARATORS, SAVED

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE = "pages/peers.py"


def said(app: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def slider(app: AppTest, label: str) -> object:
    return next(each for each in app.slider if each.label == label)


def test_the_title_names_the_nearest(opened: Opens) -> None:
    app = opened(PAGE, own="15202")
    assert app.subheader[0].value == "長岡市に最も似ているのは上越市・上田市・いわき市"
    assert len(app.get("vega_lite_chart")) == 1


def test_every_peer_has_a_card_with_what_binds_and_what_parts(opened: Opens) -> None:
    words = said(opened(PAGE, own="15202", n="7"))
    assert words.count("class='cc-card'") == 7
    assert words.count("近いところ") == words.count("違うところ") == 7
    assert words.count("class='cc-part'") == 21
    assert "残る割合 100%" in words


def test_the_page_says_why_care_resources_cannot_be_chosen(opened: Opens) -> None:
    app = opened(PAGE, own="15202")
    assert "資源は、特徴に選べません" in said(app)
    assert not [each for each in app.slider if "病院" in each.label or "介護" in each.label]


def test_one_click_makes_the_peers_the_comparators(opened: Opens) -> None:
    app = opened(PAGE, own="15202", n="8", preset="aging")
    app.button(key="replace_comparators").click().run()
    assert not app.exception
    assert app.query_params["vs"] == "similar"
    assert "いまのくらべる相手は、この8市区町村です" in said(app)
    app.switch_page("pages/aging.py").run()
    assert "類似自治体と合わせた9市区町村" in app.subheader[0].value


def test_one_click_adds_the_peers_to_the_comparators(opened: Opens) -> None:
    app = opened(PAGE, own="15202", n="5")
    app.button(key="add_comparators").click().run()
    assert not app.exception
    assert app.query_params["vs"] == "free"
    chosen = app.query_params["chosen"].split(".")
    assert len(chosen) == 15
    assert {"44208", "15222"} <= set(chosen)


def test_a_weight_moved_is_in_the_link_and_goes_back(opened: Opens) -> None:
    app = opened(PAGE, own="15202")
    before = said(app)
    slider(app, "人口の規模").set_value(3.0).run()  # type: ignore[attr-defined]
    assert not app.exception
    assert app.query_params["weights"] == "size-30"
    assert said(app) != before
    app.button(key="reset_weights").click().run()
    assert "weights" not in app.query_params


def test_another_preset_forgets_moved_weights(opened: Opens) -> None:
    app = opened(PAGE, own="15202", weights="size-30")
    switch = next(each for each in app.segmented_control if each.label == "どの点の似かたで選ぶか")
    switch.set_value("place").run()
    assert not app.exception
    assert app.query_params["preset"] == "place"
    assert "weights" not in app.query_params


def test_all_weights_at_nought_fall_back_to_the_preset_and_say_so(opened: Opens) -> None:
    app = opened(PAGE, own="15202", preset="place", weights="size-0.change-0.density-0.primary-0.secondary-0")
    slider(app, "歳入に占める地方税").set_value(0.0).run()  # type: ignore[attr-defined]
    assert not app.exception
    assert "すべて0になる" in app.warning[0].value
    assert app.get("vega_lite_chart")


def test_the_number_of_peers_is_in_the_link(opened: Opens) -> None:
    app = opened(PAGE, own="15202")
    slider(app, "市区町村の数").set_value(30).run()  # type: ignore[attr-defined]
    assert app.query_params["n"] == "30"
    assert said(app).count("class='cc-card'") == 30


def test_a_town_without_features_gets_a_sentence_and_no_empty_chart(opened: Opens) -> None:
    app = opened(PAGE, own="07546")
    assert not app.exception
    assert "特徴の値が足りません" in app.info[0].value
    assert app.get("vega_lite_chart") == []


def test_a_town_to_which_people_came_back_is_measured_by_every_feature(opened: Opens) -> None:
    """Nobody lived there in 2015: its growth to 2020 had no value, that to 2025 has one."""
    app = opened(PAGE, own="07547")
    assert "次の値がないため" not in said(app)
    assert app.get("vega_lite_chart")


def test_peers_of_a_narrow_range_are_set_against_the_whole_country(opened: Opens) -> None:
    words = said(opened(PAGE, own="46523", pool="prefecture"))
    assert "範囲を全国に広げたときの上位15に入るのは、このうち" in words


@pytest.mark.parametrize("comparators", [each for each in COMPARATORS if each != SAVED])
@pytest.mark.parametrize("own", ["15202", "46523", "07546", "14100"])
def test_every_set_of_comparators_opens_on_a_page(opened: Opens, comparators: str, own: str) -> None:
    app = opened("pages/aging.py", own=own, vs=comparators)
    assert not app.exception
    assert not app.error
    assert not app.warning


@pytest.mark.parametrize(
    ("comparators", "own", "words"),
    [
        ("size", "14100", "人口が横浜市の0.8〜1.25倍の市区町村は、ほかにありません"),
        ("depopulated", "13112", "世田谷区は、令和5年度決算の資料で過疎地域とされていません"),
        ("medical_area", "14100", "横浜市と同じ二次医療圏の市区町村は、ほかにありません"),
        ("similar", "07546", "双葉町は、似ているかを測る特徴の値が足りません"),
    ],
)
def test_a_set_without_members_says_why(opened: Opens, comparators: str, own: str, words: str) -> None:
    app = opened("pages/aging.py", own=own, vs=comparators)
    assert words in app.info[0].value
    assert ">1位<" not in said(app)


@pytest.mark.parametrize(
    ("comparators", "words"),
    [
        (
            "class",
            "総務省「市町村決算カード」（令和5年度決算）の類型「施行時特例市」の23市区町村（長岡市を含む）",
        ),
        ("medical_area", "の「中越」の6市区町村（長岡市を含む）"),
        ("neighbours", "近隣：境界を接する"),
        ("size", "人口が長岡市の0.8〜1.25倍"),
        ("similar", "類似自治体：特徴の近い順に15市区町村（重みは「総合」、範囲は全国）"),
    ],
)
def test_a_set_says_what_it_is_and_where_it_comes_from(opened: Opens, comparators: str, words: str) -> None:
    assert words in said(opened("pages/aging.py", own="15202", vs=comparators))


def test_the_official_class_carries_its_year_into_the_finding(opened: Opens) -> None:
    app = opened("pages/aging.py", own="15202", vs="class")
    assert "類似団体「施行時特例市」（令和5年度決算）の23市区町村中" in app.subheader[0].value


def test_a_large_set_is_drawn_in_part_and_listed_in_full(opened: Opens) -> None:
    app = opened("pages/aging.py", own="46523", vs="class")
    assert "94市区町村のうち、自町の前後30を図にしています" in said(app)


def test_the_choice_of_comparators_changes_the_link(opened: Opens) -> None:
    app = opened("pages/aging.py", own="15202")
    choice = next(each for each in app.radio if each.label == "くらべる相手")
    choice.set_value("neighbours").run()
    assert not app.exception
    assert app.query_params["vs"] == "neighbours"
