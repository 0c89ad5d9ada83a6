"""Plan and actual: judged by cycle, by limits of the town or the catalogue, and nobody else's."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from paper_reading import squeezed, text_of
from python_calamine import CalamineWorkbook

from carecompare.catalog import load_catalog
from carecompare.own import EXPORTED_FIGURES, ExportedBook, ExportedFigures, ExportedSeries, Memory, Shelf
from carecompare.own.contents.plan_figures import (
    PLAN_FIGURES,
    PLAN_REVIEW,
    Limits,
    PlanFigure,
    PlanFigures,
    PlanItem,
    PlanReview,
    ReviewLine,
)
from carecompare.reports.papers.pdf import paper_file
from carecompare.text.topics import plan_progress_words as progress_words
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.base.kept import Keeper
from carecompare.views.files.plan_progress import progress_paper, progress_workbook
from carecompare.views.topics.plan import figures as plan_figures_module
from carecompare.views.topics.plan.entering import exported_plan, grid_figures, grid_rows
from carecompare.views.topics.plan.figures import Cycle, cycle_due
from carecompare.views.topics.plan.periods import periods_block
from carecompare.views.topics.plan.progress import progress_block

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded

OWN = "44208"
FIGURES = (
    PlanFigure("certified.persons", 2025, planned=2_000, actual=2_080, interim=2_050),
    PlanFigure("home_help.cost", 2025, planned=100_000, actual=88_000, interim=47_500),
    PlanFigure("day_care.cost", 2025, planned=50_000),
    PlanFigure("home_nursing.cost", 2025, planned=0, actual=300),
    PlanFigure("group_home.cost", 2025, actual=0),
    PlanFigure("gathering_participants.persons", 2025, planned=300, actual=450),
    PlanFigure("home_help.cost", 2021, planned=80_000, actual=88_000),
    PlanFigure("home_help.cost", 2022, planned=80_000, actual=72_000),
    PlanFigure("home_help.cost", 2026, planned=110_000),
    PlanFigure("own:配食", 2025, planned=1_000, actual=850),
)


@pytest.fixture
def shelf(store_file: Path) -> Shelf:
    assert store_file.is_file()
    made = Shelf(Memory({}))
    made.save(OWN, PLAN_FIGURES, PlanFigures(FIGURES, (PlanItem("配食", "食", "reach"),)), 0, "計画係")
    return made


def here_of(shelf: Shelf, cycle: str = "2025-final", loaded: Loaded | None = None) -> Page:
    here = page_for(loaded or load(), {"own": OWN, "cycle": cycle}, Keeper(shelf, "session", "計画係"))
    assert here is not None
    return here


def rows_of(here: Page) -> dict[str, tuple[str, ...]]:
    block = progress_block(here)
    assert block is not None
    return {row[0]: tuple(row) for row in block.table.texts}


def test_each_item_has_its_figures_its_ratio_and_its_mark_or_why_there_is_none(shelf: Shelf) -> None:
    rows = rows_of(here_of(shelf))
    said = {name: row[2:7] for name, row in rows.items()}
    assert said == {
        "要介護・要支援認定者（人数）": ("2,000", "2,080", "+80", "104.0%", "◎ ほぼ計画どおり"),
        "訪問介護（給付費）": ("100,000", "88,000", "△12,000", "88.0%", "△ 計画とやや違う"),
        "訪問看護（給付費）": ("0", "300", "+300", "―", "評価不能（計画値が0で割れない）"),
        "通所介護（給付費）": ("50,000", "―", "―", "―", "評価不能（実績がまだない）"),
        "認知症対応型共同生活介護（給付費）": ("―", "0", "―", "―", "評価不能（計画値が入っていない）"),
        "通いの場の参加者（人数）": ("300", "450", "+150", "150.0%", "◎ 達成できた"),
        "配食": ("1,000", "850", "△150", "85.0%", "△ 達成はやや不十分"),
        "給付費の合計（計画値と実績の両方がある2サービス）": ("100,000", "88,300", "△11,700", "88.3%", ""),
    }
    block = progress_block(here_of(shelf))
    assert block is not None
    assert block.finding.endswith("は、4項目のうち◎が2・△が2。評価不能は3項目")
    assert "国から示されていません" in " ".join(block.notes)


def test_in_october_half_of_the_cost_is_due_and_all_of_the_persons(shelf: Shelf) -> None:
    here = here_of(shelf, "2025-interim")
    rows = rows_of(here)
    assert rows["訪問介護（給付費）"][2:7] == ("50,000", "47,500", "△2,500", "95.0%", "◎ ほぼ計画どおり")
    assert rows["要介護・要支援認定者（人数）"][2:6] == ("2,000", "2,050", "+50", "102.5%")
    block = progress_block(here)
    assert block is not None
    assert "計画値の半分" in block.notes[0]
    assert block.table.columns[3] == "実績（9月末）"


def test_the_limits_of_the_town_go_before_those_of_the_catalogue(shelf: Shelf) -> None:
    kept = shelf.kept(OWN, PLAN_FIGURES)
    assert kept is not None
    own = kept.content.limits(close=Limits(1, 2, 12), reach=Limits(200, 150, 85))
    shelf.save(OWN, PLAN_FIGURES, own, 1, "計画係")
    here = here_of(shelf)
    rows = rows_of(here)
    assert rows["要介護・要支援認定者（人数）"][6].startswith("△")
    assert rows["通いの場の参加者（人数）"][6].startswith("○")
    assert rows["配食"][6].startswith("△")
    block = progress_block(here)
    assert block is not None
    assert any("自町が決めた境目" in note and "150%以上○" in note for note in block.notes)


def test_years_without_an_actual_are_left_out_and_a_total_is_over_what_has_both(shelf: Shelf) -> None:
    block = periods_block(here_of(shelf))
    assert block is not None
    assert list(block.table.columns) == [
        "項目",
        "令和3年度",
        "令和4年度",
        "第8期 計",
        "令和7年度",
        "第9期 計",
    ]
    rows = {row[0]: tuple(row[1:]) for row in block.table.texts}
    assert rows["訪問介護（給付費）"] == ("110.0%", "90.0%", "100.0%", "88.0%", "88.0%")
    assert rows["要介護・要支援認定者（人数）"] == ("―", "―", "―", "104.0%", "104.0%")
    assert "通所介護（給付費）" not in rows
    assert block.finding == "竹田市の給付費の対計画比は、第8期は100.0%、第9期は88.3%"


def test_what_one_town_entered_is_no_other_visitor_s(shelf: Shelf) -> None:
    assert progress_block(here_of(shelf)) is not None
    other = here_of(Shelf(Memory({})))
    assert progress_block(other) is None
    assert periods_block(other) is None


def test_paper_and_workbook_say_what_the_page_says_with_reasons_and_next_steps(shelf: Shelf) -> None:
    line = ReviewLine(
        "home_help.cost",
        "improve",
        "ヘルパーが足りない",
        "高齢福祉課",
        cause="staff",
        next="研修",
        due="12月",
    )
    gone = ReviewLine("old.cost", words="前の項目の言葉")
    shelf.save(OWN, PLAN_REVIEW.of("2025-final"), PlanReview((line, gone)), 0, "計画係")
    here = here_of(shelf)
    row = rows_of(here)["訪問介護（給付費）"]
    assert row[7:] == ("人材：ヘルパーが足りない", "改善：研修", "高齢福祉課　12月")
    text = text_of(paper_file(progress_paper(here)).content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(progress_workbook(here)))
    cells = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    every = squeezed("".join(str(cell) for rows in cells.values() for each in rows for cell in each))
    for said in (*row[6:], "前の項目の言葉", "第1版", "二次情報", "計画に近いほどよい"):
        assert squeezed(said) in text
        assert squeezed(said) in every
    for said in ("104.0%", "88.3%", "△12,000", "令和3年度"):
        assert squeezed(said) in text
    first = next(each for each in cells[progress_words.SHEETS[0]] if each[0] == "訪問介護（給付費）")
    assert first[2:6] == [100_000.0, 88_000.0, -12_000.0, 88.0]
    entered = [each for each in cells[progress_words.SHEETS[2]] if each[0] == "訪問介護（給付費）"]
    assert len(entered) == 4


@pytest.mark.parametrize(
    ("before", "after", "mark", "instead_of"),
    [
        ("good = 10\nfair = 20", "good = 12\nfair = 20", "○計画に近い", "△計画とやや違う"),
        ("best = 5\ngood = 10", "best = 3\ngood = 10", "○計画に近い", "◎ほぼ計画どおり"),
        ("good = 90\nfair = 70", "good = 85\nfair = 70", "○概ね達成できた", "△達成はやや不十分"),
        ("good = 90\nfair = 70", "good = 90\nfair = 86", "×全く達成できなかった", "△達成はやや不十分"),
    ],
)
def test_one_threshold_changed_in_the_file_changes_page_paper_and_workbook(
    before: str, after: str, mark: str, instead_of: str, paths: Paths, shelf: Shelf, tmp_path: Path
) -> None:
    shutil.copytree(paths.catalog, tmp_path / "catalog")
    file = tmp_path / "catalog" / "plan.toml"
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")
    usual = outputs(here_of(shelf))
    changed = outputs(here_of(shelf, loaded=replace(load(), catalog=load_catalog(file.parent))))
    for name, output in usual.items():
        assert instead_of in output.replace(MEANINGS, ""), name
        assert mark not in output.replace(MEANINGS, ""), name
    for name, output in changed.items():
        assert mark in output.replace(MEANINGS, ""), name
        assert instead_of not in output.replace(MEANINGS, ""), name


# The words of the four marks stand in the notes, whatever is judged.
MEANINGS = "◎達成できた○概ね達成できた△達成はやや不十分×全く達成できなかった"


def outputs(here: Page) -> dict[str, str]:
    """Return what the page, its paper and its workbook say, without gaps."""
    block = progress_block(here)
    assert block is not None
    book = CalamineWorkbook.from_filelike(io.BytesIO(progress_workbook(here)))
    return {
        "page": squeezed("".join([*(cell for row in block.table.texts for cell in row), *block.notes])),
        "paper": text_of(paper_file(progress_paper(here)).content),
        "workbook": squeezed(
            "".join(
                str(cell)
                for row in book.get_sheet_by_name(progress_words.SHEETS[0]).to_python()
                for cell in row
            )
        ),
    }


@pytest.mark.parametrize(
    ("day", "cycle"),
    [
        (date(2026, 6, 1), Cycle(2025, "final")),
        (date(2026, 9, 30), Cycle(2025, "final")),
        (date(2026, 10, 1), Cycle(2026, "interim")),
        (date(2027, 3, 31), Cycle(2026, "interim")),
        (date(2027, 4, 1), Cycle(2026, "final")),
    ],
)
def test_the_judgement_that_is_due_follows_the_calendar(
    monkeypatch: pytest.MonkeyPatch, day: date, cycle: Cycle
) -> None:
    monkeypatch.setattr(plan_figures_module, "today", lambda: day)
    assert cycle_due() == cycle


def test_a_grid_gives_back_what_it_was_made_from_and_an_empty_cell_is_not_zero(shelf: Shelf) -> None:
    here = here_of(shelf)
    kept = shelf.kept(OWN, PLAN_FIGURES)
    assert kept is not None
    rows = grid_rows(here, kept.content, 2025)
    found = {each.key: each for each in grid_figures(rows, 2025) if not each.is_blank}
    assert found == {each.key: each for each in FIGURES if each.year == 2025}
    rows.loc["day_care.cost", "actual"] = 0.0
    changed = {each.key: each for each in grid_figures(rows, 2025)}
    assert changed["day_care.cost", 2025] == PlanFigure("day_care.cost", 2025, planned=50_000, actual=0)


def test_of_exports_only_series_that_are_plan_and_actual_of_one_thing_are_taken(shelf: Shelf) -> None:
    def series(name: str, *figures: float | None, area: str = OWN) -> ExportedSeries:
        return ExportedSeries(area, "竹田市", name, "人", figures)

    periods = ("R5", "R6", "R7（R8/2月サービス提供分まで）", "令和8年9月末時点")
    book = ExportedBook(
        "W144_x_時系列.xlsx",
        "W144",
        "認定者数",
        "series",
        "2026-08-25",
        periods,
        (
            series("認定者数（計画値）", 100, 110, 120, 130),
            series("認定者数（実績値）", 99, 0, 118, None),
            series("認定者数（実績値）", 5, 5, 5, 5, area="13112"),
            series("受給者数（実績値）", 50, 51, 52, 53),
            series("計画値と実績値の差", 1, 2, 3, 4),
        ),
    )
    shelf.save(OWN, EXPORTED_FIGURES, ExportedFigures((book,)), 0, "計画係")
    items, figures = exported_plan(here_of(shelf))
    assert items == (PlanItem("W144 認定者数", "人"),)
    assert figures == (
        PlanFigure("own:W144 認定者数", 2023, planned=100, actual=99),
        PlanFigure("own:W144 認定者数", 2024, planned=110, actual=0),
    )
