"""The check of a plan: what fills each item, for whom, and how a change of its file reaches every output."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from paper_reading import squeezed, text_of
from python_calamine import CalamineWorkbook

from carecompare.catalog import load_catalog
from carecompare.own import (
    EXPORTED_FIGURES,
    OWN_FIGURES,
    PLAN_CHECK,
    CheckLine,
    Evidence,
    ExportedBook,
    ExportedFigures,
    ExportedSeries,
    Memory,
    OwnFigure,
    OwnFigures,
    OwnItem,
    PlanCheck,
    Shelf,
)
from carecompare.own.contents.districts import DISTRICTS, Districts, districts_of
from carecompare.reports.papers.pdf import paper_file
from carecompare.text.topics import plan_words
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.base.kept import Keeper
from carecompare.views.base.memory import Memory as Blocks
from carecompare.views.files.plan_check import check_paper, check_workbook, evidence_for, shown_views
from carecompare.views.topics.plan.check import check_block, item_block
from carecompare.views.topics.plan.found import found_of

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded

OWN = "44208"
TEN = PLAN_CHECK.of("10")
WHEN = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.fixture
def shelf(store_file: Path) -> Shelf:
    assert store_file.is_file()
    return Shelf(Memory({}))


def here_of(shelf: Shelf, own: str = OWN, vs: str = "similar", loaded: Loaded | None = None) -> Page:
    here = page_for(loaded or load(), {"own": own, "vs": vs}, Keeper(shelf, "session", "計画係"))
    assert here is not None
    return here


def row_of(here: Page, identifier: str) -> tuple[str, ...]:
    rows = dict(zip(here.catalog.plan.items, check_block(here).table.texts, strict=True))
    return tuple(rows[identifier])


def book(code: str, *series: ExportedSeries) -> ExportedBook:
    return ExportedBook(
        f"{code}_x_時系列.xlsx", code, "受給率", "series", "2026-08-25", ("R5", "R6"), tuple(series)
    )


def test_six_items_and_more_of_a_small_town_are_filled_by_figures_beside_the_peers(shelf: Shelf) -> None:
    for own in (OWN, "46523"):
        here = here_of(shelf, own)
        filled = [name for name in here.catalog.plan.items if item_block(here, name) is not None]
        assert len(filled) >= 10
        for name in filled:
            block = item_block(here, name)
            assert block is not None
            assert here.own_label in block.finding
            assert block.source.startswith("出典：")


def test_what_an_item_shows_is_what_the_sheet_of_the_town_shows(shelf: Shelf) -> None:
    block = item_block(here_of(shelf), "p10_2")
    assert block is not None
    share = next(row for row in block.table.texts if row[0].startswith("高齢化率"))
    assert share[1] == "51.4"
    assert "高齢化率" not in block.finding or "51.4" in block.finding


def test_a_link_of_an_item_opens_the_view_it_speaks_of_for_the_same_choice(shelf: Shelf) -> None:
    here = here_of(shelf)
    first, *_ = shown_views(here, here.catalog.plan.items["p10_2"])
    assert (first.page, first.address) == ("aging", "./aging?own=44208&vs=similar&item=share_65_and_over")
    assert first.block.finding.startswith("竹田市の高齢化率")


def test_without_peers_nothing_is_claimed_and_everything_still_opens(shelf: Shelf) -> None:
    here = here_of(shelf, vs="free")
    assert found_of(here, here.catalog.plan.items["p10_2"]).indicators == 0
    assert len(check_block(here).table.rows) == 11


def test_what_the_town_brought_stands_at_its_item_and_a_zero_is_a_figure(shelf: Shelf) -> None:
    blank = ExportedSeries(OWN, "竹田市", "自給率", "％", (None, None))
    zero = ExportedSeries(OWN, "竹田市", "合計受給率", "％", (1.5, 0.0))
    other = ExportedSeries("13112", "世田谷区", "合計受給率", "％", (9.0, 9.0))
    kept = ExportedFigures((book("D31-i", zero, other), book("δ2", blank), book("B99", zero)))
    shelf.save(OWN, EXPORTED_FIGURES, kept, 0, "計画係")
    here = here_of(shelf)
    found = found_of(here, here.catalog.plan.items["p10_5"])
    assert found.exports == (
        "D31-i 受給率：合計受給率 0％（R6）",
        "δ2 受給率：表はあるが、自町の値がない（0ではない）",
    )
    assert "見える化の出力2表" in row_of(here, "p10_5")[3]
    assert "見える化の出力" not in row_of(here, "p10_2")[3]


def test_own_figures_and_districts_stand_at_their_items(shelf: Shelf) -> None:
    figures = (
        OwnFigure("", "births_per_1000", 2025, 3.25),
        OwnFigure("", "own:通いの場の参加者数", 2025, 312),
        OwnFigure("a1", "births_per_1000", 2025, 9.0),
    )
    own = OwnFigures(figures, items=(OwnItem("通いの場の参加者数", "人"),))
    shelf.save(OWN, OWN_FIGURES, own, 0, "計画係")
    here = here_of(shelf)
    items = here.catalog.plan.items
    assert found_of(here, items["p10_3"]).own == ("出生率：3.25（人／人口千人、2025年）",)
    assert found_of(here, items["p10_9"]).own == ("通いの場の参加者数：312（人、2025年）",)
    assert found_of(here, items["p10_1"]).kept == ("日常生活圏域：まだ登録されていません。",)
    shelf.save(OWN, DISTRICTS, districts_of([], Districts()), 0, "計画係")
    assert found_of(here_of(shelf), items["p10_1"]).kept == ("日常生活圏域：まだ登録されていません。",)


def test_what_one_visitor_wrote_or_brought_is_not_another_s(shelf: Shelf) -> None:
    line = CheckLine("p10_3", "problem", "健康寿命は県の資料", "介護保険課", place="第2章", instead="県の値")
    shelf.save(OWN, TEN, PlanCheck((line,)), 0, "計画係")
    mine, others = here_of(shelf), here_of(Shelf(Memory({})))
    assert row_of(mine, "p10_3")[2:] == ("！ 課題あり", "第2章\nデータ源：この画面の3指標", "県の値")
    assert row_of(others, "p10_3")[2] == "・ 未記入"
    assert "11事項のうち1事項に対応を付けました（課題あり1）" in check_block(mine).finding
    assert "まだどれにも" in check_block(others).finding


def test_paper_and_workbook_hold_the_five_columns_the_words_and_the_evidence(shelf: Shelf) -> None:
    evidence = Evidence("高齢化率は51.4%", WHEN, link="./aging?own=44208")
    line = CheckLine("p10_2", "done", "人口は第2章", "計画係", (evidence,), place="第2章1節", instead="なし")
    gone = CheckLine("p9_1", "open", "前の様式の言葉")
    shelf.save(OWN, TEN, PlanCheck((line, gone)), 0, "計画係")
    here = here_of(shelf)
    text = text_of(paper_file(check_paper(here)).content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(check_workbook(here, "http://server:8501")))
    cells = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    every = squeezed("".join(str(cell) for rows in cells.values() for row in rows for cell in row))
    said = [
        *plan_words.COLUMNS.values(),
        "第2章1節",
        "人口は第2章",
        "前の様式の言葉",
        "●対応済",
        "高齢化率は51.4%",
        "案",
    ]
    said += [each.label_ja for each in here.catalog.plan.items.values()]
    for each in said:
        assert squeezed(each) in text
        assert squeezed(each) in every
    figures = {(row[0], row[1]): row[2] for row in cells[plan_words.SHEETS[1]]}
    block = item_block(here, "p10_2")
    assert block is not None
    assert isinstance(figures["二　人口と世帯", str(block.table.rows[0][0])], float)
    assert cells[plan_words.SHEETS[3]][-1][-1] == "http://server:8501/aging?own=44208"


def test_the_evidence_of_an_item_is_its_figures_and_views_as_they_are_now(shelf: Shelf) -> None:
    here = here_of(shelf)
    item = here.catalog.plan.items["p10_2"]
    found = evidence_for(here, item)
    assert len(found) == 1 + len(shown_views(here, item))
    assert all(each.source.startswith("出典：") and each.link.startswith("./") for each in found)
    assert any("高齢化率" in line and "51.4" in line for line in found[0].figures)


def test_who_edits_the_file_changes_page_paper_and_workbook(
    paths: Paths, shelf: Shelf, tmp_path: Path
) -> None:
    shutil.copytree(paths.catalog, tmp_path / "catalog")
    file = tmp_path / "catalog" / "plan.toml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('label_ja = "地勢と交通"', 'label_ja = "地形と移動"')
    text = text.replace('from_ja = "将来推計総括表"', 'from_ja = "確定した様式"')
    file.write_text(text.replace('date = "2026-06-29"', 'date = "2027-01-15"'), encoding="utf-8")
    edited = replace(load(), catalog=load_catalog(file.parent), blocks=Blocks(64))
    here = here_of(shelf, loaded=edited)
    outputs = {
        "page": "".join(
            [*(cell for row in check_block(here).table.texts for cell in row), *check_block(here).notes]
        ),
        "paper": text_of(paper_file(check_paper(here)).content),
        "workbook": "".join(
            str(cell)
            for name in plan_words.SHEETS
            for row in CalamineWorkbook.from_filelike(io.BytesIO(check_workbook(here, "")))
            .get_sheet_by_name(name)
            .to_python()
            for cell in row
        ),
    }
    for output in map(squeezed, outputs.values()):
        assert "地形と移動" in output
        assert "確定した様式" in output
        assert "2027年1月15日" in output
        assert "地勢と交通" not in output
