"""Next year's file of every source goes in, and no page takes an older edition for the newest."""

from __future__ import annotations

import re
import shutil
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from whole_files import rows_of
from years_after import CENSUS_YEAR, SSDSE_EDITION, residents_of, years_after

from carecompare.build import build_store
from carecompare.catalog import load_catalog
from carecompare.paths import Paths, project_paths
from carecompare.sources import imported
from carecompare.views.base.here import page_for
from carecompare.views.base.installation import opened
from carecompare.views.files.registry import VIEWS
from carecompare.views.topics import outlook
from carecompare.views.topics.findings import found
from carecompare.views.topics.initiatives.columns import ALL
from carecompare.views.topics.sheet.groups import shown_groups

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded

TOWNS = ("13112", "15202", "46523", "44208", "07546")
# What nobody may read in a view any more: each of these has a successor among the files.
OLDER = re.compile(
    "平成30年推計|令和5年度決算|SSDSE-A-202[0-6]|2045年まで|未収集のため2020年|令和5年度（2023年度）末"
)
NEWEST = {
    "population": CENSUS_YEAR,
    "share_65_and_over": CENSUS_YEAR,
    "share_85_and_over": CENSUS_YEAR,
    "certification_rate": 2024,
    "premium_9th_period": 2027,
    "hospitals_per_100000": 2024,
    "physicians_per_100000": 2023,
    "care_home_places_per_1000_75_and_over": 2026,
    "hospital_beds_per_100000": 2026,
}
FEWEST_RESIDENTS = 100


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def later(official: Path, files: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    """An installation into which the files of the years after were imported, opened."""
    paths, ours = Paths(tmp_path_factory.mktemp("later")), project_paths()
    shutil.copytree(ours.catalog, paths.catalog)
    shutil.copytree(ours.figures, paths.figures)
    catalog = load_catalog(paths.catalog)
    for date, made in years_after(official, files):
        imported(paths.figures, made, catalog, date or None, accept_jump=True)
    loaded = opened(paths, build_store(paths).name)
    yield loaded
    loaded.store.close()


def page(loaded: Loaded, **query: str) -> Page:
    here = page_for(loaded, {"vs": "exemplars", **query})
    assert here is not None
    return here


def blocks(here: Page) -> Iterator[tuple[str, Block]]:
    parts = {
        "finding": [each.key for each in found(here).listed],
        "sheet_group": [each.key for each in shown_groups(here)],
        "demand": list(outlook.DEMANDS),
        "initiative_types": [ALL],
        "plan_item": list(here.catalog.plan.items),
    }
    for view, known in VIEWS.items():
        for part in parts.get(view, [""]):
            block = known.block(here, part)
            if block is not None:
                yield view, block


def sentences(block: Block) -> list[str]:
    table = block.table
    return [
        block.finding,
        block.subtitle,
        block.what,
        block.source,
        *block.notes,
        *([] if table is None else [table.caption, *table.columns]),
    ]


def test_the_newest_year_of_every_source_is_shown_first(later: Loaded) -> None:
    assert {each: later.latest[each] for each in NEWEST} == NEWEST


def test_no_view_of_five_towns_names_an_edition_that_has_a_successor(later: Loaded) -> None:
    said = {
        f"{own} {view}: {sentence}"
        for own in TOWNS
        for view, block in blocks(page(later, own=own))
        for sentence in sentences(block)
        if OLDER.search(sentence)
    }
    assert said == set()


def test_the_words_of_a_projection_and_of_a_class_are_those_of_their_files(later: Loaded) -> None:
    here = page(later, own="15202")
    course = VIEWS["aging_course"].block(here, "")
    pyramid = VIEWS["pyramid"].block(here, "")
    assert course is not None
    assert pyramid is not None
    # The older edition gives the census year that the newer one does not start from.
    assert "（令和5年推計・2025年を基準とする推計、2020年10月1日〜2055年10月1日）" in course.source
    assert "2020年（推計の基準）とその後は令和5年推計（社人研）" in pyramid.notes[0]
    assert page(later, own="15202", vs="class").comparators_label == "類似団体（令和6年度決算）"


@pytest.mark.parametrize("own", [town for town in TOWNS if town != "07546"])
def test_a_rank_in_the_nation_is_that_of_the_new_census(later: Loaded, official: Path, own: str) -> None:
    # With nobody's age unknown the share is of all residents.
    shares = {
        code: Fraction(counts[-1], counts[0])
        for code, counts in residents_of(official).items()
        if counts[0] >= FEWEST_RESIDENTS
    }
    rank = 1 + sum(each > shares[own] for each in shares.values())
    block = VIEWS["ranking"].block(page(later, own=own, item="share_65_and_over"), "")
    assert block is not None
    row = dict(zip(block.table.columns, block.table.texts[0], strict=True))
    assert row[f"全国順位（{len(shares):,}中）"] == f"{rank:,}位"


def test_every_physician_is_one_of_the_new_edition(later: Loaded, files: Path) -> None:
    items, _, names, *rows = rows_of(files / f"SSDSE-A-{SSDSE_EDITION}.csv", "cp932")
    assert items[0] == f"SSDSE-A-{SSDSE_EDITION}"
    column = names.index("医師数")
    printed = {row[0][1:]: int(row[column]) for row in rows}
    shown = later.figures.rows_at({"physicians_per_100000": NEWEST["physicians_per_100000"]}, list(printed))
    assert {row["area"]: row["numerator"] for row in shown} == printed


def test_a_link_with_a_year_still_opens_the_older_edition(later: Loaded) -> None:
    block = VIEWS["aging_level"].block(page(later, own="15202", year="2025"), "")
    assert block is not None
    assert "2025年" in block.subtitle
    assert "令和7年国勢調査" in block.source
