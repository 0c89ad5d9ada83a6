"""The page on how complete, how old and how sound the figures are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from carecompare.settings import MODE_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE = "pages/data_health.py"


def said(app: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def test_it_opens_without_an_own_municipality(opened: Opens) -> None:
    app = opened(PAGE)
    assert not app.exception
    assert [each.value for each in app.title] == ["データの健康"]


def test_the_two_services_not_collected_wait_as_tasks_with_their_publisher(opened: Opens) -> None:
    app = opened(PAGE)
    waiting = app.subheader[0].value
    assert "短期入所生活介護" in waiting
    assert "グループホーム" in waiting
    words = said(app)
    assert "jigyosho_210.csv" in words
    assert "jigyosho_320.csv" in words
    assert "厚生労働省「介護サービス情報公表システム オープンデータ」" in words


def test_every_source_of_figures_has_its_coverage_its_age_and_its_next_release(opened: Opens) -> None:
    words = said(opened(PAGE))
    for figure in ("1,614", "92.7%", "1,728", "99.3%", "2年", "例年"):
        assert figure in words
    for name in (
        "SSDSE-市区町村",
        "国勢調査（公表のままの人数）",
        "社人研の年齢別推計",
        "介護サービス情報公表システム",
    ):
        assert words.count(name) >= 3


def test_averages_of_prefectures_are_no_gap_of_municipalities(opened: Opens) -> None:
    rows = said(opened(PAGE)).replace("</tr>", "\n").splitlines()
    premium = [re.sub(r"<[^>]+>", "|", row) for row in rows if "介護保険料" in row]
    assert any("1／2" in row for row in premium)
    assert any("未収集" in row for row in premium)
    assert not any("資料なし" in row for row in premium)


def test_every_prefecture_stands_in_the_table(opened: Opens) -> None:
    words = said(opened(PAGE))
    heat = next(part for part in words.split("<table") if "heat" in part[:40])
    assert heat.count("scope='row'") == 47
    assert "shade4" in heat


def test_the_reasons_of_gaps_are_told_apart_and_add_up(opened: Opens) -> None:
    app = opened(PAGE)
    words = said(app)
    for reason in ("推計なし", "保険者が不明", "未収集", "（参考）保険者の値"):
        assert f">{reason}</td>" in words
    assert ">1,143</td>" in words
    assert ">1,086</td>" in words
    assert any("値のないます目は" in each.value for each in app.subheader)


def test_every_line_of_the_log_that_wants_an_eye_says_what_to_do(opened: Opens) -> None:
    app = opened(PAGE)
    words = said(app)
    assert "大きく変わりました" in words
    assert "市区町村の担当課に事情" in words
    everything = next(each for each in app.segmented_control if each.label == "見る行")
    everything.set_value("all").run()
    assert "受け入れ" in said(app)
    assert not app.exception


def test_a_page_of_the_log_follows_the_other(opened: Opens) -> None:
    app = opened(PAGE)
    first = said(app)
    pager = next(each for each in app.selectbox if each.label == "表示する行")
    assert pager.options[0].startswith("1〜20行目")
    pager.set_value(20).run()
    assert said(app) != first


@pytest.mark.parametrize("mode", ["session", "readonly"])
def test_only_an_office_that_shares_its_figures_can_import(
    mode: str, opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MODE_VARIABLE, mode)
    app = opened(PAGE)
    assert not app.get("file_uploader")
    assert any("取り込み" in each.value and "できません" in each.value for each in app.info)


def test_nothing_can_be_read_before_a_file_is_chosen(opened: Opens) -> None:
    app = opened(PAGE)
    assert app.get("file_uploader")
    assert next(each for each in app.button if each.label == "読み取って確かめる").disabled


def test_a_wrong_mode_is_said_in_one_sentence(opened: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MODE_VARIABLE, "everybody")
    app = opened(PAGE)
    assert not app.exception
    assert any("CARECOMPARE" in each.value for each in app.error)


def test_what_lists_leave_out_or_count_twice_is_counted_over_the_nation(opened: Opens) -> None:
    rows = [re.sub(r"<[^>]+>", "|", row) for row in said(opened(PAGE)).replace("</tr>", "\n").splitlines()]
    counted = {
        "病床を書いていない": "132",
        "県の値が一部": "6",
        "別の統計には病院がある": "26",
        "どのサービスも1か所も": "10",
        "特養：1か所に": "607",
        "デイサービス：1か所に": "357",
        "介護療養型医療施設が": "48",
        "10%をこえて少ない": "70",
        "80歳以上だった人より多い": "8",
    }
    for name, places in counted.items():
        assert any(name in row and f"|{places}|" in row for row in rows), name
    assert any("全国では指定11,049、場所9,953" in row for row in rows)
    assert any("川崎市（指定81、場所60）、新潟市（指定101、場所84）" in row for row in rows)


def test_offices_on_two_points_that_are_no_places_of_theirs_are_said_once(opened: Opens) -> None:
    app = opened(PAGE)
    said_so = [each.value for each in app.subheader if "1点に122か所" in each.value]
    assert len(said_so) == 1
    assert "北緯53.41度・西経8.24度の1点に122か所、北緯36.20度・東経138.25度の1点に73か所" in said_so[0]
