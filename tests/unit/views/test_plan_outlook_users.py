"""Users of 見込み come from what the town entered or exported, and the view says from which of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.own import (
    EXPORTED_FIGURES,
    OWN_FIGURES,
    ExportedBook,
    ExportedFigures,
    ExportedSeries,
    Memory,
    OwnFigure,
    OwnFigures,
    OwnItem,
    Shelf,
)
from carecompare.own.contents.plan_figures import PLAN_FIGURES, PlanFigure, PlanFigures, PlanItem
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.base.kept import Keeper
from carecompare.views.topics.plan.outlook import plan_outlook
from carecompare.views.topics.plan.outlook_users import known_users, outlook_users_block

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.views.base.here import Page

OWN, OTHER = "44208", "44201"
PLAN = PlanFigures(
    (
        PlanFigure("home_help.users", 2024, planned=300, actual=290),
        PlanFigure("home_help.users", 2025, planned=310, actual=280),
        PlanFigure("home_help.users", 2026, planned=320),
        PlanFigure("home_help.cost", 2025, planned=9_000, actual=8_000),
        PlanFigure("day_care.users", 2025, planned=500, actual=510),
        PlanFigure("day_care.users", 2026, planned=500, interim=505),
        PlanFigure("home_nursing.users", 2026, planned=40),
        PlanFigure("own:配食の利用者", 2025, actual=0),
        PlanFigure("own:配食の食数", 2025, actual=900),
    ),
    (PlanItem("配食の利用者", "人"), PlanItem("配食の食数", "食")),
)


@pytest.fixture
def shelf(store_file: Path) -> Shelf:
    assert store_file.is_file()
    return Shelf(Memory({}))


def here_of(shelf: Shelf) -> Page:
    here = page_for(load(), {"own": OWN, "vs": "exemplars"}, Keeper(shelf, "session", "計画係"))
    assert here is not None
    return here


def exported() -> ExportedFigures:
    def series(name: str, unit: str, *figures: float | None, area: str = OWN) -> ExportedSeries:
        return ExportedSeries(area, "竹田市", name, unit, figures)

    periods = ("R5", "R6", "R7（R8/2月サービス提供分まで）")
    rows = (
        series("訪問看護", "人", 40.0, 44.0, 45.0),
        series("訪問看護（計画値）", "人", 50.0, 51.0, 52.0),
        series("訪問看護　受給率", "％", 0.4, 0.5, 0.6),
        series("訪問看護", "人", 4_000.0, 4_100.0, 4_200.0, area=OTHER),
    )
    return ExportedFigures(
        (
            ExportedBook("D2_受給者数_時系列.xlsx", "D2", "受給者数", "series", "2026-08-25", periods, rows),
            ExportedBook("D3_受給率.xlsx", "D3", "受給率", "series", "2026-08-25", periods, rows[2:3]),
        )
    )


def test_actual_users_of_plan_and_actual_are_taken_and_nothing_that_was_planned(shelf: Shelf) -> None:
    shelf.save(OWN, PLAN_FIGURES, PLAN, 0, "計画係")
    found = {each.service: (each.period, each.persons) for each in known_users(here_of(shelf))}
    assert found == {
        "訪問介護": ("2025年度", 280),
        "通所介護": ("2026年度（9月末）", 505),
        "配食の利用者": ("2025年度", 0),
    }


def test_of_exports_only_finished_years_of_users_of_the_own_town_are_taken(shelf: Shelf) -> None:
    shelf.save(OWN, EXPORTED_FIGURES, exported(), 0, "計画係")
    (users,) = known_users(here_of(shelf))
    assert (users.service, users.period, users.persons) == ("D2 受給者数：訪問看護", "R6", 44)


def test_every_source_stands_in_the_table_and_in_the_sentence_below_it(shelf: Shelf) -> None:
    here = here_of(shelf)
    assert outlook_users_block(here) is None
    shelf.save(OWN, PLAN_FIGURES, PLAN, 0, "計画係")
    shelf.save(OWN, EXPORTED_FIGURES, exported(), 0, "計画係")
    own = OwnFigures(
        figures=(OwnFigure("", "own:見守りの利用者数", 2025, 20.0),),
        items=(OwnItem("見守りの利用者数", "人"),),
    )
    shelf.save(OWN, OWN_FIGURES, own, 0, "計画係")
    here = here_of(shelf)
    block, result = outlook_users_block(here), plan_outlook(here)
    assert block is not None
    rows = {row[0]: row for row in block.table.texts}
    assert rows["訪問介護"][1:4] == ("計画値と実績（実績）", "2025年度", "280")
    assert rows["D2 受給者数：訪問看護"][1] == "見える化システムの出力"
    assert rows["見守りの利用者数"][1] == "自町データ"
    later, now = result.scenarios[0].at(2030), result.now
    assert later is not None
    assert now is not None
    assert rows["訪問介護"][4] == f"{280 * later.certified / now.certified:,.0f}"
    for said in ("「計画値と実績」に入れた実績（第1版", "D2、2026年8月25日出力", "「自町データ」"):
        assert said in block.credit
    assert "計画値や推計値は使っていません" in block.notes[0]


def test_what_one_town_entered_is_no_other_visitor_s(shelf: Shelf) -> None:
    shelf.save(OWN, PLAN_FIGURES, PLAN, 0, "計画係")
    assert outlook_users_block(here_of(shelf)) is not None
    assert outlook_users_block(here_of(Shelf(Memory({})))) is None
