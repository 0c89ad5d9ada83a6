"""The page 見込み: two assumptions beside each other, never a forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own import OWN_FIGURES, Folder, OwnFigure, OwnFigures, OwnItem, Shelf
from carecompare.text.topics import plan_outlook_words
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.topics.plan.outlook import plan_outlook
from carecompare.views.topics.plan.outlook_certified import certified_outlook_block, outlook_parts_block

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opened = Callable[..., AppTest]

TAKETA, FUTABA = "44208", "07546"


def test_assumptions_are_chosen_and_stand_in_the_link(opened: Opened) -> None:
    app = opened("pages/plan_outlook.py", own=TAKETA)
    assert not app.exception
    heads = [each.value for each in app.subheader]
    assert len(heads) == 3
    assert all("仮定どおりなら" in each for each in heads)
    app.selectbox(key="choice_yearly2").set_value("-1").run()
    app.selectbox(key="choice_assume2").set_value("own").run()
    assert not app.exception
    assert "△1.0%" in " ".join(each.value for each in app.caption)
    assert plan_outlook_words.NO_USERS in [each.value for each in app.info]


def test_users_of_the_town_follow_the_certified(opened: Opened, kept_in: Path) -> None:
    figures = OwnFigures(
        figures=(OwnFigure("", "own:訪問介護の利用者数", 2025, 200.0),),
        items=(OwnItem("訪問介護の利用者数", "人"),),
    )
    Shelf(Folder(kept_in)).save(TAKETA, OWN_FIGURES, figures, 0, "介護保険課")
    app = opened("pages/plan_outlook.py", own=TAKETA)
    assert not app.exception
    assert any("利用者は2040年に" in each.value for each in app.subheader)


def test_a_town_without_a_projection_is_told_why(opened: Opened) -> None:
    app = opened("pages/plan_outlook.py", own=FUTABA)
    assert not app.exception
    assert any("将来推計人口" in each.value for each in app.info)


def test_numbers_begin_with_the_census_and_add_up(store_file: Path) -> None:
    assert store_file.is_file()
    here = page_for(load(), {"own": TAKETA, "vs": "exemplars"})
    assert here is not None
    result = plan_outlook(here)
    assert result.persons.is_counted
    aged = here.loaded.figures.rows_at({"share_65_and_over": 2025}, [TAKETA])[0]["numerator"]
    assert round(result.scenarios[0].years[0].persons) == aged
    certified, parts = certified_outlook_block(here), outlook_parts_block(here)
    assert certified is not None
    assert parts is not None
    shown = [cell.value for cell in parts.table.rows[1][1:]]
    assert abs(shown[1] - shown[0] - shown[2]) < 1e-6
    assert abs(sum(shown[3:]) - shown[2]) < 1e-6
