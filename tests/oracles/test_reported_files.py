"""Files that failed once, as people sent them: what each should give, which the folder's README says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from presence import SHARED, present

from carecompare.errors import SourceError
from carecompare.own import OwnFigures
from carecompare.own.mieruka.exports import read_exports
from carecompare.own.mieruka.files import exported_files
from carecompare.own.mieruka.health import health
from carecompare.own.mieruka.places import places_from
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.sheets import read_sheets
from carecompare.sources import read_file
from carecompare.sources.figures import read_places
from carecompare.text.errors.explain import sentence
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.topics.own.checks import known_to

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.own.uploads.check_result import Checked
    from carecompare.paths import Paths

SHARE, RATE = "share_65_and_over", "certification_rate"
Figures = dict[tuple[str, int], tuple[float, str]]
EXPORTS = {
    "W147_A見出し有り行のみ穴埋め_2023_地域別.xlsx",
    "W148_B両方穴埋め_2023_地域別.xlsx",
    "L18_F時系列表が空_時系列.xlsx",
    "L19_G地域別表が空_2023_地域別.xlsx",
}


@pytest.fixture(scope="module")
def reported() -> Path:
    return present(SHARED / "reported", "reported files")


def brought(path: Path, own: str = "15202") -> Checked:
    known = known_to(page_for(load(), {"own": own, "vs": "prefecture"}), OwnFigures())
    return checked(read_sheets(path.read_bytes(), path.name), known, path.name)


def figures(result: Checked) -> Figures:
    return {(each.item, each.year): (each.value, each.status) for each in result.figures}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "own_y1_mixed.csv",
            {
                (SHARE, 2023): (32.1, ""),
                (SHARE, 2024): (32.6, ""),
                (SHARE, 2025): (33.0, "expected"),
                ("own:通いの場の箇所数", 2023): (41, ""),
                ("own:通いの場の箇所数", 2024): (43, ""),
                ("own:通いの場の箇所数", 2025): (45, "expected"),
            },
        ),
        (
            "own_y2_double.csv",
            {(SHARE, 2023): (32.1, ""), (SHARE, 2024): (32.6, ""), (SHARE, 2025): (33.0, "")},
        ),
        ("own_y4_end.csv", {(RATE, 2022): (18.1, ""), (RATE, 2023): (18.3, ""), (RATE, 2024): (18.6, "")}),
        (
            "own_y7_nendo_cols.csv",
            {
                (SHARE, 2024): (32.6, ""),
                (SHARE, 2025): (33.0, ""),
                (RATE, 2024): (18.3, ""),
                (RATE, 2025): (18.6, ""),
                ("own:通いの場", 2024): (41, ""),
                ("own:通いの場", 2025): (43, ""),
            },
        ),
    ],
)
def test_years_as_people_write_them_are_read(name: str, expected: Figures, reported: Path) -> None:
    result = brought(reported / name)
    assert (result.problems, result.left_out, result.doubts) == ((), (), ())
    assert figures(result) == expected


def test_fiscal_years_down_with_units_in_the_headings_are_read(reported: Path) -> None:
    result = brought(reported / "own_kaku_type.csv")
    assert (result.problems, result.left_out) == ((), ())
    found = figures(result)
    assert {year: found[SHARE, year][0] for year in (2023, 2024, 2025)} == {
        2023: 31.5,
        2024: 31.9,
        2025: 32.2,
    }
    assert found["own:認定者数", 2025] == (15_500, "")
    assert found["own:65歳以上人口", 2025] == (85_300, "")


def test_nothing_where_a_third_is_published_is_asked_about(reported: Path) -> None:
    result = brought(reported / "own_zero.csv")
    assert figures(result) == {(SHARE, 2024): (32.9, ""), (SHARE, 2025): (0, "")}
    (doubt,) = result.doubts
    assert (doubt.problem.problem, doubt.problem.fields["found"]) == ("own_doubt_zero", "0")


def test_the_population_by_age_of_the_open_data_is_offered_by_date(reported: Path) -> None:
    """The file is of 昭島市: to another town its sentence says whose it is."""
    path = reported / "ods_chiiki_nenrei_jinko.csv"
    own = brought(path, "13207")
    assert (own.problems, own.left_out) == ((), ())
    found = figures(own)
    assert {year for _, year in found} == {2025}
    assert found["population", 2025][0] == 115_632
    assert found["own:65歳以上人口", 2025][0] == 30_474
    assert found[SHARE, 2025][0] == pytest.approx(100 * 30_474 / 115_632, abs=0.001)
    groups = ("own:0〜14歳人口", "own:15〜64歳人口", "own:65歳以上人口")
    assert sum(found[each, 2025][0] for each in groups) == 115_632
    (refused,) = brought(path).problems
    assert "地域・年齢別人口" in sentence(refused)
    assert "昭島市" in sentence(refused)


def test_offices_of_the_open_data_are_counted_by_each_service_of_a_cell(reported: Path) -> None:
    result = brought(reported / "ods_kaigo_service.csv")
    assert result.problems == ()
    assert {item: value for (item, _), (value, _) in figures(result).items()} == {
        "own:訪問介護の事業所数": 2,
        "own:通所介護の事業所数": 1,
        "own:居宅介護支援の事業所数": 1,
        "own:認知症対応型共同生活介護の事業所数": 1,
    }


def test_a_town_s_own_table_gives_what_can_be_taken_and_names_the_rest(reported: Path) -> None:
    result = brought(reported / "takamatsu_like_ja.csv")
    assert (result.problems, result.left_out) == ((), ())
    assert figures(result) == {
        ("own:第1号被保険者数", 2024): (120_114, ""),
        ("own:第1号被保険者数", 2025): (120_093, ""),
        ("own:要介護（要支援）認定者数", 2024): (25_994, ""),
        ("own:要介護（要支援）認定者数", 2025): (26_331, ""),
    }
    assert result.unread == ("B 住所",)
    assert [each.label for each in result.readings] == ["10/1/2024", "10/1/2025"]


def test_the_census_of_2025_is_read_and_its_preliminary_count_is_named_as_such(
    reported: Path, paths: Paths, catalog: Catalog
) -> None:
    places = read_places(paths.figures)
    counts = read_file(reported / "b02_07.xlsx", catalog, None, places).counts
    assert counts is not None
    held = counts[counts["count"] == "population_85_and_over"]
    assert set(held["year"]) == {2025}
    assert held["area"].str.len().eq(5).sum() == 1741
    with pytest.raises(SourceError) as caught:
        read_file(reported / "a01.xlsx", catalog, None, places)
    assert "国勢調査の速報（人口と世帯数だけ）" in sentence(caught.value)


def test_exports_without_a_table_are_empty_in_both_layouts(reported: Path) -> None:
    files = {path.name: path.read_bytes() for path in (reported / "mieruka").iterdir()}
    places = places_from("07402", load().areas.values())
    found, problems = exported_files(files.items())
    exports = read_exports(found, places, problems)
    assert {each.named.file for each in exports.workbooks if each.is_filler} == EXPORTS
    remarks = {each.kind: each for each in health(exports, places)}
    assert remarks["filler"].weight == "look"
    assert remarks["title_differs"].code == "D47-m"
