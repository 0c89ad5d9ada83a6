"""The files of the years after, of every source: taken with their years, beside the older."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from census_files import ages_file
from small_files import (
    EMPTIED,
    MUNICIPALITIES,
    care_file,
    care_row,
    census_text,
    certified_sheets,
    changes_file,
    insured_sheet,
    insurers_file,
    ipss_ages_text,
    municipalities_file,
    ssdse_file,
    topojson_file,
    workbook_file,
    write,
)

from carecompare.errors import SourceError
from carecompare.sources import figure_cells, imported, read_figures, read_places, restored
from carecompare.sources.manifest import read_manifest
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog

# Everybody, 21 ages from 0 to 100, unknown ages, under 15, 15 to 64, 65 and over: a little less than in 2020.
LATER = [1098, *[66] * 3, *[50] * 10, *[75] * 2, *[50] * 2, 13, 13, 12, 12, 100, 198, 500, 300]
PREMIUM = "monthly_standard_premium_yen"
CLASS_HEADER = "municipality,class_with_prefix_ja,depopulated_area,mountain_village,metropolitan_area"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def figures(tmp_path: Path, files: Path, catalog: Catalog) -> Path:
    """The editions at hand: areas, the census of 2020, a year of SSDSE, insurers and their report of 2023."""
    folder = tmp_path / "data" / "figures"
    ground = [municipalities_file(files), changes_file(files), topojson_file(files), insurers_file(files)]
    census = write(files / "2020_table_2-7-1.csv", census_text(), "utf-8-sig")
    imported(folder, [*ground, ssdse_file(files), census], catalog)
    imported(
        folder,
        [*report(files), care(files, 2), averages(folder, files, "premium_9th.csv")],
        catalog,
        "2024-03",
    )
    imported(folder, [classes(files, 2023), projection(files, 2020), ages(files, 2018)], catalog)
    return folder


def report(files: Path) -> list[Path]:
    return [
        workbook_file(files, "02h.xlsx", insured_sheet()),
        workbook_file(files, "04-1-1h.xlsx", certified_sheets()),
    ]


def care(files: Path, each: int) -> Path:
    rows = [
        care_row(都道府県コード又は市町村コード=code, 事業所番号=f"{code}{n:05}", 住所="")
        for code in MUNICIPALITIES
        for n in range(each)
    ]
    return care_file(files, rows)


def averages(folder: Path, files: Path, name: str, yen: int = 6000) -> Path:
    areas = read_places(folder).areas
    wider = areas[areas["level"].isin(["prefecture", "nation"])]
    rows = [f"{area},{label},{yen}" for area, label in zip(wider["area"], wider["name_ja"], strict=True)]
    return write(files / name, "\n".join([f"area,name_ja,{PREMIUM}", *rows, ""]))


def classes(files: Path, year: int, group: str = "都市Ⅰ－１") -> Path:
    rows = [f"{code},{group},0,0,1" for code in MUNICIPALITIES]
    return write(files / f"municipality_class_{year}.csv", "\n".join([CLASS_HEADER, *rows, ""]))


def projection(files: Path, base: int, persons: int = 100) -> Path:
    header = "municipality,year,population,population_under_15,population_15_to_64,population_65_and_over"
    rows = [
        f"{code},{year},{persons},{persons // 10},{persons // 2},{persons - persons // 10 - persons // 2}"
        for code in MUNICIPALITIES
        for year in (base, base + 5, base + 10)
    ]
    return write(files / f"ipss{base + 3}_three_age_groups.csv", "\n".join([header, *rows, ""]))


def ages(files: Path, published: int) -> Path:
    base = published - 3
    return write(files / f"{published}_age5_sex.csv", ipss_ages_text((f"{base}年", f"{base + 5}年")))


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def years(folder: Path, count: str) -> set[int]:
    counts = read_figures(folder).counts
    return set(counts.loc[counts["count"] == count, "year"])


def test_the_next_edition_of_every_source_stands_beside_the_older_and_undo_takes_it_back(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    before = snapshot(figures)
    items = {"A710101": ("2025", "一般世帯数"), "I6100": ("2024", "医師数")}
    cells = {(code, "A710101"): "390" for code in MUNICIPALITIES if code != EMPTIED}
    ssdse = ssdse_file(files, "SSDSE-A-2028.csv", first="SSDSE-A-2028", items=items, cells=cells)
    next_files = [
        ssdse,
        ages_file(files, cells={code: LATER for code in MUNICIPALITIES if code != EMPTIED}),
        averages(figures, files, "premium_10th.csv", 6500),
        classes(files, 2024, "都市Ⅰ－２"),
        projection(files, 2025, 98),
        ages(files, 2023),
    ]
    imported(figures, next_files, catalog)
    assert years(figures, "population_65_and_over") == {2020, 2025}
    assert years(figures, "households") == {2020, 2025}
    assert years(figures, "premium_average") == {2024, 2027}
    assert years(figures, "population_ipss") == {2020, 2025, 2030, 2035}
    assert years(figures, "population_75_and_over_ipss_ages") == {2015, 2020, 2025}
    groups = read_places(figures).groups
    assert set(groups.loc[groups["kind"] == "class", "note"]) == {"令和6年度決算"}
    restored(figures)
    assert snapshot(figures) == before


def test_the_report_of_another_fiscal_year_stands_beside_the_older(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    imported(figures, report(files), catalog, "2025-03")
    assert years(figures, "certified") == years(figures, "insured_65_and_over") == {2023, 2024}
    rows = read_figures(figures).counts.query("count == 'certified'")
    assert set(zip(rows["year"], rows["as_of"], strict=True)) == {(2023, "2024-03"), (2024, "2025-03")}


@pytest.mark.parametrize("folder", ["C:\\公表\\2024\\", "/report/令和６年度/", "C:\\R6\\"])
def test_the_folder_a_workbook_was_saved_under_is_its_date_and_contradicts_another(
    folder: str, figures: Path, files: Path, catalog: Catalog
) -> None:
    path = saved_under(workbook_file(files, "02h.xlsx", insured_sheet()), folder)
    with pytest.raises(SourceError) as caught:
        imported(figures, [path], catalog, "2024-03")
    assert caught.value.problem == "date_contradicts"
    assert "2024" in sentence(caught.value)
    imported(figures, [path], catalog)
    assert years(figures, "insured_65_and_over") == {2023, 2024}


def saved_under(path: Path, folder: str) -> Path:
    """Put into a workbook the path that Excel keeps."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kept = f'<x15ac:absPath url="{folder}" xmlns:x15ac="http://schemas.microsoft.com/office/2010/11/ac"/>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"<sheets>", kept.encode() + b"<sheets>")
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_care_offices_of_a_later_date_stand_beside_the_older(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    imported(figures, [care(files, 3)], catalog, "2026-06")
    assert years(figures, "care_offices_110") == {2024, 2026}


def test_a_file_that_holds_another_service_than_its_name_is_refused(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    shutil.copyfile(care(files, 2), files / "jigyosho_540.csv")
    with pytest.raises(SourceError) as caught:
        imported(figures, [files / "jigyosho_540.csv"], catalog, "2026-06")
    assert caught.value.problem == "service_differs"
    assert "訪問介護" in sentence(caught.value)


def test_premiums_whose_file_names_no_period_ask_for_its_beginning(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    path = averages(figures, files, "premiums.csv")
    with pytest.raises(SourceError, match="as_of_missing"):
        imported(figures, [path], catalog)
    with pytest.raises(SourceError) as caught:
        imported(figures, [path], catalog, "2025-04")
    assert "2024-04" in sentence(caught.value)
    imported(figures, [path], catalog, "2021-04")
    assert years(figures, "premium_average") == {2021, 2024}


def test_an_older_list_of_classes_changes_nothing(figures: Path, files: Path, catalog: Catalog) -> None:
    edition = imported(figures, [classes(files, 2022, "都市Ⅰ－３")], catalog)
    assert set(edition.new_notes["problem"]) == {"older_list_kept"}
    groups = read_places(figures).groups
    assert set(groups.loc[groups["kind"] == "class", "group"]) == {"都市Ⅰ－１"}


def test_boundaries_that_replace_others_ask_for_their_date_and_keep_it(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    with pytest.raises(SourceError, match="as_of_missing"):
        imported(figures, [topojson_file(files)], catalog)
    path = topojson_file(files)
    path.write_text(path.read_text().replace("[0, 200], [-200, 0]", "[0, 201], [-200, 0]", 1))
    imported(figures, [path], catalog, "2026-01")
    (origin,) = read_manifest(figures).tables["boundaries.geojson"].origins.values()
    assert origin.as_of == "2026-01"


def test_a_newer_projection_of_everybody_is_never_set_beside_an_older_one_of_the_aged(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    rows: list[list[object]] = [["結果表1　総人口および指数（令和7（2025）年＝100とした場合）"], [], []]
    rows.append(["コード", "市などの別", "都道府県", "市区町村", "総人口（人）", "", "指数", ""])
    rows.append(["", "", "", "", "2025年", "2030年", "2025年", "2030年"])
    sums: dict[str, int] = {}
    for code in MUNICIPALITIES:
        sums[code[:2]] = sums.get(code[:2], 0) + 98
        rows.append([int(code), 2, "県", "市", 98, 98, 100, 100])
    rows += [[int(code) * 1000, "a", "県", "", each, each, 100, 100] for code, each in sums.items()]
    edition = imported(figures, [workbook_file(files, "kekkahyo1.xlsx", {"Sheet1": rows})], catalog)
    assert "older_edition_set_aside" in set(edition.new_log["change"])
    assert years(figures, "population_65_and_over_ipss") == {2020}
    assert years(figures, "population_ipss") == {2020, 2025, 2030}


def test_an_installation_from_before_is_read_under_the_ids_of_today_and_undone_to_the_byte(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    as_before(figures)
    before = snapshot(figures)
    assert years(figures, "population_ipss") == {2020, 2025, 2030}
    assert set(read_figures(figures).counts["source"]) >= {"census", "ipss", "ipss_ages", "ltci", "premium"}
    assert figure_cells(figures, "premium", 2024, ["00"])["00"]["premium_average"] == "6000"
    imported(figures, [care(files, 3)], catalog, "2026-06")
    assert years(figures, "premium_average") == {2024}
    assert not (figures / "census_2020" / "2020.csv").exists()
    assert (figures / "census" / "2020.csv").exists()
    restored(figures)
    assert snapshot(figures) == before


def as_before(figures: Path) -> None:
    """Give the tables the names, headings and sources that they had until 2026-11."""
    former = {
        "census": "census_2020",
        "ltci": "ltci_2023",
        "ipss": "ipss_2023",
        "ipss_ages": "ipss_2018",
        "premium": "premium_9th",
    }
    manifest = (figures / "manifest.json").read_text()
    for now, then in former.items():
        manifest = manifest.replace(f'"{now}/', f'"{then}/').replace(
            f'"source": "{now}"', f'"source": "{then}"'
        )
        (figures / now).rename(figures / then)
    for now, then in (('_ipss"', '_ipss_2023"'), ('_ipss_ages"', '_ipss_2018"')):
        manifest = manifest.replace(now, then)
    manifest = manifest.replace('"premium_average"', '"premium_9th_period_average"')
    for path in [*figures.glob("ipss_20*/*.csv"), *figures.glob("premium_9th/*.csv")]:
        head, rest = path.read_text().split("\n", 1)
        columns = []
        for each in head.split(","):
            renamed = each.replace("_ipss_ages", "_ipss_2018")
            renamed = renamed if renamed != each else each.replace("_ipss", "_ipss_2023")
            columns.append(renamed.replace("premium_average", "premium_9th_period_average"))
        old = path.read_bytes()
        path.write_text("\n".join([",".join(columns), rest]))
        manifest = manifest.replace(_sha256(old), _sha256(path.read_bytes()))
    (figures / "manifest.json").write_text(manifest)


def _sha256(content: bytes) -> str:
    import hashlib  # noqa: PLC0415

    return hashlib.sha256(content).hexdigest()


def test_official_figures_stay_when_the_compiled_census_is_taken_again(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    later = {code: LATER for code in MUNICIPALITIES if code != EMPTIED}
    imported(figures, [ages_file(files, cells=later)], catalog)
    header = (
        "municipality,population,population_under_15_counted,population_65_and_over_counted,"
        "population_65_and_over_imputed,population_75_and_over_imputed,age_unknown_left_after_imputation"
    )
    imputed = {EMPTIED: "30,16,0"}
    rows = [f"{code},1090,190,290,{imputed.get(code, '310,160,2')}" for code in MUNICIPALITIES]
    imported(figures, [write(files / "census_2025.csv", "\n".join([header, *rows, ""]))], catalog)
    counts = read_figures(figures).counts
    held = counts[(counts["area"] == "13112") & (counts["year"] == 2025)].set_index("count")
    assert held.loc["population_65_and_over", ["value", "source"]].tolist() == [300, "census"]
    assert held.loc["population_65_and_over_imputed", ["value", "source"]].tolist() == [310, "census_2025"]
