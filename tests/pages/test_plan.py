"""計画の確認表: filled from the dashboard, written, kept, taken back, in the modes of an installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own import PLAN_CHECK, CheckLine, Folder, PlanCheck, Shelf
from carecompare.text.topics import plan_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE = "pages/plan.py"
OWN = "44208"
TEN = PLAN_CHECK.of("10")
SIX = [f"p10_{number}" for number in (1, 2, 3, 4, 7, 10)]


def said(app: AppTest) -> str:
    kinds = ("subheader", "caption", "info", "warning", "error", "success", "markdown")
    found = [str(element.value) for kind in kinds for element in app.get(kind)]
    return "\n".join([*found, *(str(element.proto.body) for element in app.get("html"))])


def pressed(app: AppTest, key: str) -> AppTest:
    app = app.button(key=key).click().run()
    assert not app.exception
    return app


def kept_lines(kept_in: Path) -> dict[str, CheckLine]:
    kept = Shelf(Folder(kept_in)).kept(OWN, TEN)
    return {each.id: each for each in kept.content.lines} if kept else {}


def test_a_planner_fills_six_items_from_the_dashboard_writes_saves_and_takes_it_back(
    kept_in: Path, opened: Opens
) -> None:
    app = opened(PAGE, own=OWN, vs="similar")
    assert not app.exception
    assert not app.error
    words = said(app)
    assert "11事項のうち、まだどれにも対応を付けていません" in app.subheader[0].value
    assert "基本指針案" in words
    assert "二次情報" in words
    assert not kept_in.exists()
    app.text_input(key="own_author_widget").set_value("計画係").run()
    for name in SIX:
        pressed(app, f"plan_fill_{name}")
    assert "保存（書きかけ6項目）" in app.button(key="plan_save").label
    pressed(app, "plan_open_p10_2")
    app.button_group(key=f"plan_state_{OWN}_p10_2").set_value("done").run()
    app.text_area(key=f"plan_place_{OWN}_p10_2").set_value("第2章1節").run()
    app.text_area(key=f"plan_words_{OWN}_p10_2").set_value("高齢化率は類似自治体の中ほど").run()
    app.text_input(key=f"plan_post_{OWN}_p10_2").set_value("高齢福祉課 計画係").run()
    pressed(app, "plan_save")
    assert "保存しました" in app.success[0].value
    lines = kept_lines(kept_in)
    assert set(lines) == set(SIX)
    assert all(each.evidence for each in lines.values())
    second = lines["p10_2"]
    assert (second.state, second.place, second.post) == ("done", "第2章1節", "高齢福祉課 計画係")
    assert any("51.4" in figure for figure in second.evidence[0].figures)
    assert "1事項に対応を付けました（対応済1）" in app.subheader[0].value
    assert "第2章1節" in said(app)
    pressed(app, f"undo_{TEN.folder}")
    assert kept_lines(kept_in) == {}


def test_what_stands_behind_an_item_is_drawn_when_it_is_opened(opened: Opens) -> None:
    app = opened(PAGE, own=OWN, vs="similar")
    assert plan_words.VIEWS_TITLE not in said(app)
    app.session_state["plan_material_p10_2"] = True
    words = said(app.run())
    assert not app.exception
    assert words.count(plan_words.VIEWS_TITLE) == 1
    assert "51.4" in words


def test_what_was_written_of_an_item_that_is_gone_and_hostile_words_are_shown_as_they_are(
    kept_in: Path, opened: Opens
) -> None:
    line = CheckLine("p9_9", "open", "<img src=x onerror=alert(1)>昔の言葉", place="=1+1")
    Shelf(Folder(kept_in)).save(OWN, TEN, PlanCheck((line,)), 0, "計画係")
    words = said(opened(PAGE, own=OWN, vs="similar"))
    assert "以前の様式の項目（p9_9）" in words
    assert "&lt;img src=x onerror=alert(1)&gt;昔の言葉" in words
    assert "<img" not in words


def test_where_nothing_is_kept_the_check_is_read_and_not_written(
    kept_in: Path, opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", "readonly")
    app = opened(PAGE, own=OWN, vs="similar")
    assert not app.exception
    assert not [each for each in app.button if each.key and each.key.startswith(("plan_open", "plan_fill"))]
    assert not kept_in.exists()


def test_a_town_without_peers_and_a_visit_without_a_town_are_told_what_to_choose(opened: Opens) -> None:
    assert "くらべる相手を選ぶと" in said(opened(PAGE, own="13402", vs="free"))
    assert "自分の市区町村" in opened(PAGE).info[0].value
