"""The draft criteria of areas with special services, whose limits and words stand in one file."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from paper_reading import squeezed, text_of
from python_calamine import CalamineWorkbook

from carecompare.catalog import load_catalog
from carecompare.comparisons import SpecialFigures
from carecompare.errors import CatalogError
from carecompare.own import FigureBook, FigureLedger, book_changed, book_with
from carecompare.reports.slides.deck import SlideItem
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import Page, page_for
from carecompare.views.base.memory import Memory
from carecompare.views.files.deck import deck, deck_file
from carecompare.views.files.figure_book.files import book_state, pdf_file, printed
from carecompare.views.files.figure_book.made import made_figures
from carecompare.views.files.takeaway import block_workbook
from carecompare.views.topics.plan.areas import nation_block, special_block, steps_block

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.paths import Paths

pytestmark = pytest.mark.usefixtures("store_file")
SET = {"vs": "exemplars"}


def page(own: str, catalog: Catalog | None = None, **query: str) -> Page:
    loaded = load()
    if catalog is not None:
        loaded = replace(loaded, catalog=catalog, blocks=Memory(50), countries=Memory(5))
    here = page_for(loaded, {"own": own, **SET, **query})
    assert here is not None
    return here


def edited(paths: Paths, folder: Path, before: str, after: str) -> Catalog:
    """Return the catalogue after a person edited one line."""
    shutil.copytree(paths.catalog, folder / "catalog")
    file = folder / "catalog" / "plan.toml"
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")
    return load_catalog(folder / "catalog")


@pytest.mark.parametrize(
    ("persons", "before", "km2", "reading"),
    [
        (499, 600, 100, "sparse"),
        (500, 600, 100, "falling"),
        (500, 500, 100, "few"),
        (999, float("nan"), 100, "unknown"),
        (1_000, 1_200, 100, "neither"),
        (4_999, 1, 1_000, "sparse"),
        (0, 10, 100, "unknown"),
        (float("nan"), 10, 100, "unknown"),
    ],
)
def test_limits_are_undershot_not_reached(
    persons: float, before: float, km2: float, reading: str, catalog: Catalog
) -> None:
    assert SpecialFigures(persons, before, km2, catalog.plan.special_area).reading == reading


def test_our_own_count_of_each_reading_stands_beside_the_number_of_the_draft() -> None:
    block = nation_block(page("44208"))
    assert "305市区町村" in block.finding
    assert "356とは一致しない" in block.finding
    assert "2015年からの減少なら305、2010年からの減少なら299、2005年からの減少なら269" in block.notes[0]
    assert sum(int(row[2].replace(",", "")) for row in block.table.texts[1:]) == 305


def test_the_reading_of_a_fall_is_chosen() -> None:
    assert "299市区町村" in nation_block(page("44208", since="2010")).finding
    assert "2010年からの増減" in special_block(page("44208", since="2010")).table.columns


def test_figures_lead_to_the_census_and_distances_are_of_them() -> None:
    block = special_block(page("46523"))
    row = dict(zip(block.table.columns, block.table.texts[0], strict=True))
    assert row["市区町村"] == "大和村"
    persons, km2 = (float(row[name].replace(",", "")) for name in ("75歳以上（人）", "面積（km²）"))
    assert float(row["密度（人／km²）"]) == pytest.approx(persons / km2, abs=0.06)
    assert row["1,000人との差"] == f"△{1_000 - persons:,.0f}"
    assert "国勢調査 人口等基本集計（男女・年齢5歳階級別の人口）」（2020年10月1日）" in block.source


def test_a_town_without_residents_is_not_below_anything() -> None:
    assert special_block(page("07546")).finding.startswith("双葉町は2020年に75歳以上の住民がいない")


@pytest.mark.parametrize("own", ["44208", "46523", "01459"])
def test_nobody_is_told_to_be_one_and_the_draft_says_its_date(own: str) -> None:
    here = page(own)
    for block in (special_block(here), nation_block(here), steps_block(here)):
        said = " ".join([block.finding, block.subtitle, *block.notes, block.table_html])
        assert "該当し" not in said
        assert "2026年6月29日" in said
        assert "案" in block.subtitle or "案" in block.finding


@pytest.mark.parametrize(
    ("before", "after", "shown", "gone"),
    [
        # 12.0 per km²: below the other limit.
        (
            "per_km2 = 5.0",
            "per_km2 = 20.0",
            ("20人／km²に当たる人数", "密度が目安未満"),
            "5人／km²に当たる人数",
        ),
        # 5,722 persons, fewer than before: below the other limit.
        (
            "persons = 1000",
            "persons = 6000",
            ("6,000人との差", "人数が目安未満で減少"),
            "1,000人との差",
        ),
    ],
)
def test_one_limit_in_the_file_changes_page_paper_and_workbook(
    before: str, after: str, shown: tuple[str, ...], gone: str, paths: Paths, tmp_path: Path
) -> None:
    usual, changed = page("44208"), page("44208", edited(paths, tmp_path, before, after))
    said = {each.loaded.catalog.plan.special_area: outputs(each) for each in (usual, changed)}
    for name, text in said[changed.catalog.plan.special_area].items():
        assert all(each in text for each in shown), name
        assert gone not in text, name
    for name, text in said[usual.catalog.plan.special_area].items():
        assert gone in text, name
        assert shown[0] not in text, name
    assert nation_block(changed).finding != nation_block(usual).finding


def outputs(here: Page) -> dict[str, str]:
    """Return the words of the view, of its paper and of its workbook, without gaps."""
    block, query = special_block(here), {"own": "44208", **SET}
    shown = exhibit(block, query)
    book = book_changed(book_with(FigureBook(), [shown], 1), "b1_1", form="table")
    paper = pdf_file(printed(here, book_state(book, made_figures(here, book), FigureLedger())))
    cells = CalamineWorkbook.from_filelike(io.BytesIO(block_workbook(here, block, query, block.file)))
    view = [*block.table.columns, *(str(cell) for row in block.table.texts for cell in row)]
    return {
        "page": squeezed("".join(view)),
        "paper": text_of(paper.content),
        "workbook": squeezed(
            "".join(
                str(cell)
                for name in cells.sheet_names
                for row in cells.get_sheet_by_name(name).to_python()
                for cell in row
            )
        ),
    }


def test_the_limit_in_the_file_is_the_line_of_the_picture_and_of_the_slide(
    paths: Paths, tmp_path: Path
) -> None:
    changed = page("44208", edited(paths, tmp_path, "per_km2 = 5.0", "per_km2 = 20.0"))
    block = special_block(changed)
    assert "12.0人で、案の目安（20人未満）を下回る" in block.finding
    kept = exhibit(block, {"own": "44208", **SET})
    assert "20人" in kept.title
    assert kept.plot is not None
    assert kept.plot.references == (("案の目安", 20.0),)
    assert deck_file(deck(changed.loaded, "44208", [SlideItem(kept)], cover=False))


def test_words_of_the_file_are_those_of_the_page(paths: Paths, tmp_path: Path) -> None:
    changed = page(
        "44208",
        edited(
            paths,
            tmp_path,
            'name_ja = "特定地域（中山間・人口減少地域）の基準案"',
            'name_ja = "告示された基準"',
        ),
    )
    assert "告示された基準" in special_block(changed).notes[0]


def test_a_fall_seen_from_no_census_before_is_refused(paths: Paths, tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="catalog_census_wrong"):
        edited(paths, tmp_path, "since = [2015, 2010, 2005]", "since = [2025]")
