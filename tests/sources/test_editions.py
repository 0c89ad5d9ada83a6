"""From files to the project's own tables and back: nothing half-written, nothing lost, nothing cut short."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest
from small_files import (
    MUNICIPALITIES,
    care_file,
    care_row,
    census_text,
    changes_file,
    ipss_ages_text,
    municipalities_file,
    ssdse_file,
    topojson_file,
    write,
)

from carecompare.__main__ import main
from carecompare.errors import SourceError
from carecompare.sources import imported, read_figures, read_offices, read_places
from carecompare.sources.cells import check_digit
from carecompare.tables import AREAS, COUNTS, OFFICES
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.paths import Paths

# Two offices in each municipality, so that a third of them can go.
EVERYWHERE = {
    code: (f"{latitude}", f"{longitude}") for code, (*_, latitude, longitude) in MUNICIPALITIES.items()
}


def care_rows(codes: list[str], each: int = 2) -> list[str]:
    return [
        care_row(
            都道府県コード又は市町村コード=code + check_digit(code),
            都道府県名=MUNICIPALITIES[code][0],
            市区町村名=MUNICIPALITIES[code][1],
            住所="1",
            緯度=EVERYWHERE[code][0],
            経度=EVERYWHERE[code][1],
            事業所番号=f"{code}{number:05}",
        )
        for code in codes
        for number in range(each)
    ]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def figures(tmp_path: Path, files: Path, catalog: Catalog) -> Path:
    """A folder that holds the areas, SSDSE, the census and the offices of one service."""
    folder = tmp_path / "data" / "figures"
    census = write(files / "2020_table_2-7-1.csv", census_text(), "utf-8-sig")
    ground = [municipalities_file(files), changes_file(files), topojson_file(files)]
    imported(folder, [ssdse_file(files), census, *reversed(ground)], catalog)
    imported(folder, [care_file(files, care_rows(list(MUNICIPALITIES)))], catalog, "2025-06")
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def values(folder: Path, count: str, year: int) -> dict[str, float]:
    counts = read_figures(folder).counts
    chosen = counts[(counts["count"] == count) & (counts["year"] == year)]
    return dict(zip(chosen["area"], chosen["value"], strict=True))


def test_what_was_imported_is_read_back_with_status_source_and_date(figures: Path) -> None:
    read = read_figures(figures)
    AREAS.check(read.areas)
    rows = COUNTS.check(read.counts).set_index(["count", "year", "area"])
    assert rows.loc[("population", 2020, "13112"), ["value", "status", "source", "as_of"]].tolist() == [
        1100,
        "observed",
        "census",
        "2020-10-01",
    ]
    assert rows.loc[("population", 2020, "07546"), "status"] == "missing"
    assert rows.loc[("households", 2020, "07546"), ["value", "status"]].tolist() == [0, "observed"]
    assert rows.loc[("care_offices_110", 2025, "46523"), "as_of"] == "2025-06"
    assert len(OFFICES.check(read_offices(figures))) == 22


def test_a_table_is_plain_numbers_sorted_by_code_and_an_empty_cell_where_there_is_none(figures: Path) -> None:
    text = (figures / "census" / "2020.csv").read_bytes()
    assert b"\r" not in text
    assert b".0" not in text
    rows = list(csv.DictReader(text.decode().splitlines()))
    assert [row["area"] for row in rows] == list(MUNICIPALITIES)
    assert {row["area"]: row["population"] for row in rows}["07546"] == ""


def test_a_withheld_figure_keeps_its_word(figures: Path, files: Path, catalog: Catalog) -> None:
    cells = {("46523", "I6100"): "X"}
    imported(figures, [ssdse_file(files, "SSDSE-A-2027.csv", first="SSDSE-A-2027", cells=cells)], catalog)
    assert "46523,suppressed\n" in (figures / "ssdse_a" / "2022.csv").read_text()
    counts = read_figures(figures).counts.set_index(["count", "year", "area"])
    assert counts.loc[("physicians", 2022, "46523"), "status"] == "suppressed"


def test_the_manifest_names_file_checksum_edition_and_date_of_each_column(figures: Path, files: Path) -> None:
    text = (figures / "manifest.json").read_text()
    manifest = json.loads(text)
    assert list(manifest["tables"]) == sorted(manifest["tables"])
    origin = manifest["tables"]["ssdse_a/2020.csv"]["origins"]["households"]
    published = (files / "SSDSE-A-2026.csv").read_bytes()
    assert origin["file"] == "SSDSE-A-2026.csv"
    assert origin["file_sha256"] == hashlib.sha256(published).hexdigest()
    assert (origin["edition"], origin["as_of"]) == ("2026", "2020-10-01")
    table = manifest["tables"]["ssdse_a/2020.csv"]
    assert table["sha256"] == hashlib.sha256((figures / "ssdse_a" / "2020.csv").read_bytes()).hexdigest()
    assert table["rows"] == len(MUNICIPALITIES)


def test_importing_the_same_file_again_changes_no_figure(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    before = snapshot(figures)
    edition = imported(figures, [files / "SSDSE-A-2026.csv"], catalog)
    assert len(edition.new_log) == 0
    assert snapshot(figures) == before


def test_a_changed_table_is_found_out(figures: Path) -> None:
    path = figures / "census" / "2020.csv"
    path.write_text(path.read_text().replace("1100", "1101", 1))
    with pytest.raises(SourceError) as caught:
        read_figures(figures)
    assert (caught.value.problem, caught.value.fields["file"]) == ("figures_changed", "census/2020.csv")


def test_a_lost_table_and_a_damaged_manifest_are_named(figures: Path) -> None:
    (figures / "care_offices" / "offices.parquet").unlink()
    with pytest.raises(SourceError, match="figures_missing"):
        read_offices(figures)
    (figures / "manifest.json").write_text('{"tables": {')
    with pytest.raises(SourceError, match="manifest_wrong"):
        read_figures(figures)


def test_a_refused_file_leaves_every_table_as_it_was_even_beside_good_ones(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    before = snapshot(figures)
    good = write(files / "2018_age5_sex.csv", ipss_ages_text(), "utf-8-sig")
    bad = write(files / "SSDSE-A-2025.csv", "broken\n1\n")
    with pytest.raises(SourceError):
        imported(figures, [good, bad], catalog)
    assert snapshot(figures) == before


def test_a_full_disk_while_writing_leaves_every_table_as_it_was(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    before = snapshot(figures)
    (figures / "ipss_ages").write_text("a file where a folder is needed")
    good = write(files / "2018_age5_sex.csv", ipss_ages_text(), "utf-8-sig")
    with pytest.raises(SourceError, match="figures_not_written") as caught:
        imported(figures, [good], catalog)
    assert "フォルダーの場所にファイルがあります" in sentence(caught.value)
    (figures / "ipss_ages").unlink()
    assert snapshot(figures) == before


@pytest.mark.parametrize("moved", [0, 1])
def test_an_import_interrupted_while_moving_is_completed_by_the_next_reading(
    moved: int, figures: Path, files: Path, catalog: Catalog, tmp_path: Path
) -> None:
    """The state a power cut leaves: all drafts complete, some of them moved."""
    older = tmp_path / "older"
    shutil.copytree(figures, older)
    good = write(files / "2018_age5_sex.csv", ipss_ages_text(), "utf-8-sig")
    imported(figures, [good], catalog)
    changed = [name for name, content in snapshot(figures).items() if snapshot(older).get(name) != content]
    for place, name in enumerate(sorted(changed)):
        target = (older if place < moved else older / ".whole-0123") / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(figures / name, target)
        (older / name).parent.mkdir(exist_ok=True)
    read_figures(older)
    assert snapshot(older) == snapshot(figures)


def test_drafts_that_are_not_complete_are_of_no_account(figures: Path) -> None:
    (figures / ".draft-0123" / "census").mkdir(parents=True)
    (figures / ".draft-0123" / "census" / "2020.csv").write_text("half a ta")
    assert values_of_tokyo(figures) == 1100


def values_of_tokyo(folder: Path) -> float:
    return values(folder, "population", 2020)["13112"]


def test_an_office_file_that_lost_a_third_of_the_nation_is_refused_and_may_be_accepted(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    fewer = care_file(files, care_rows(list(MUNICIPALITIES), each=1))
    with pytest.raises(SourceError) as caught:
        imported(figures, [fewer], catalog, "2025-12")
    assert caught.value.problem == "file_looks_incomplete"
    assert (caught.value.fields["found"], caught.value.fields["expected"]) == (11, 22)
    assert values(figures, "care_offices_110", 2025)["13112"] == 2
    imported(figures, [fewer], catalog, "2025-12", accept_jump=True)
    assert values(figures, "care_offices_110", 2025)["13112"] == 1


def test_an_office_file_that_lost_three_prefectures_is_refused(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    cut = care_file(files, care_rows(list(MUNICIPALITIES)[:-3], each=3))
    with pytest.raises(SourceError) as caught:
        imported(figures, [cut], catalog, "2026-06")
    assert caught.value.fields["lost"] == "prefectures"


def test_a_large_service_without_a_prefecture_is_refused_even_with_nothing_to_compare(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    large = care_file(files, care_rows(list(MUNICIPALITIES), each=100), "jigyosho_320.csv")
    with pytest.raises(SourceError, match="file_looks_incomplete"):
        imported(figures, [large], catalog, "2025-12")


def test_a_service_nobody_imported_is_absent_and_never_zero(figures: Path) -> None:
    counts = read_figures(figures).counts
    assert not counts["count"].isin(["care_offices_210", "care_offices_320"]).any()


def test_an_older_file_never_replaces_a_newer_one(figures: Path, files: Path, catalog: Catalog) -> None:
    older = ssdse_file(files, "SSDSE-A-2025.csv", first="SSDSE-A-2025", cells={("13112", "A710101"): "7"})
    edition = imported(figures, [older], catalog)
    assert values(figures, "households", 2020)["13112"] == 400
    assert set(edition.new_log["change"]) == {"older_edition_kept"}
    imported(figures, [care_file(files, care_rows(list(MUNICIPALITIES), each=3))], catalog, "2025-01")
    assert values(figures, "care_offices_110", 2025)["13112"] == 2
    assert len(read_offices(figures)) == 22


def test_a_newer_file_replaces_its_service_and_no_other(figures: Path, files: Path, catalog: Catalog) -> None:
    codes = list(MUNICIPALITIES)
    imported(figures, [care_file(files, care_rows(codes), "jigyosho_320.csv")], catalog, "2025-12")
    imported(figures, [care_file(files, care_rows(codes, each=3))], catalog, "2026-06")
    assert read_offices(figures).groupby("service").size().to_dict() == {"110": 33, "320": 22}
    assert values(figures, "care_offices_110", 2025)["13112"] == 2
    assert values(figures, "care_offices_110", 2026)["13112"] == 3


def test_the_log_says_what_changed_what_jumped_and_what_was_lost(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    cells = {("13112", "A710101"): "401", ("11201", "I6100"): "51", ("46523", "I6100"): "-"}
    newer = ssdse_file(files, "SSDSE-A-2027.csv", first="SSDSE-A-2027", cells=cells)
    log = imported(figures, [newer], catalog).new_log
    found = {(row["change"], row["count"], row["area"]) for row in log.to_dict("records")}
    assert found == {
        ("values_changed", "households", ""),
        ("values_changed", "physicians", ""),
        ("jumped", "physicians", "11201"),
        ("values_lost", "physicians", "46523"),
    }
    assert len(read_figures(figures).log) > len(log)


def test_new_and_lost_municipalities_are_logged_and_history_is_kept(
    figures: Path, files: Path, catalog: Catalog
) -> None:
    newer = ssdse_file(files, "SSDSE-A-2027.csv", first="SSDSE-A-2027", codes={"46523": "46599"})
    log = imported(figures, [newer], catalog).new_log
    areas = {
        (row["change"], row["area"]) for row in log.to_dict("records") if row["change"].startswith("area")
    }
    assert areas == {("area_new", "46599"), ("area_lost", "46523")}
    assert values(figures, "population", 2020)["46523"] == 1100
    assert "46523" not in read_places(figures).names


@pytest.mark.parametrize(
    ("count", "residents"),
    [
        ("population_75_and_over", ("1,100", "40", "100", "200", "500", "300", "301", "50")),
        ("population_85_and_over", ("1,100", "40", "100", "200", "500", "300", "150", "151")),
    ],
)
def test_a_count_greater_than_what_it_is_part_of_is_refused_with_area_and_year(
    count: str, residents: tuple[str, ...], figures: Path, files: Path, catalog: Catalog
) -> None:
    before = snapshot(figures)
    path = write(files / "2020_table_2-7-1.csv", census_text({"13112": residents}), "utf-8-sig")
    with pytest.raises(SourceError) as caught:
        imported(figures, [path], catalog)
    assert caught.value.problem == "count_exceeds_whole"
    assert {name: caught.value.fields[name] for name in ("area", "year", "count")} == {
        "area": "13112",
        "year": 2020,
        "count": count,
    }
    assert snapshot(figures) == before


def test_more_households_than_residents_are_refused(figures: Path, files: Path, catalog: Catalog) -> None:
    newer = ssdse_file(files, "SSDSE-A-2027.csv", first="SSDSE-A-2027", cells={("13112", "A710101"): "1101"})
    with pytest.raises(SourceError, match="count_exceeds_whole"):
        imported(figures, [newer], catalog)


def test_trap_7_the_census_and_the_base_of_the_projection_are_counts_of_their_own(catalog: Catalog) -> None:
    assert "ipss" not in catalog.counts["population_65_and_over"].read
    assert set(catalog.counts["population_65_and_over_ipss"].read) == {"ipss"}


@pytest.fixture
def project(figures: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(paths.catalog, figures.parent / "catalog")
    monkeypatch.setenv("CARECOMPARE_DATA", str(figures.parent))
    return figures


def test_the_command_imports_and_reports_in_japanese(
    project: Path, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = care_file(files, care_rows(list(MUNICIPALITIES)), "jigyosho_320.csv")
    assert main(["import", str(path), "--as-of", "2025-12-31"]) == 0
    shown = capsys.readouterr()
    assert "認知症対応型共同生活介護（グループホーム） 2025年：新しく11地域の値" in shown.out
    assert shown.err.splitlines()[-1] == "書き込みました"
    assert values(project, "care_offices_320", 2025)["13112"] == 2


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "時点を指定してください"),
        (["--as-of", "令和7年"], "時点「令和7年」が正しくありません"),
        (["--as-of", "2025-12"], "11から"),
    ],
)
def test_the_command_answers_a_refusal_with_one_sentence_and_exit_code_two(
    arguments: list[str], expected: str, project: Path, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(project)
    path = care_file(files, care_rows(list(MUNICIPALITIES), each=1))
    assert main(["import", str(path), *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    sentences = [line for line in shown.err.splitlines() if line.startswith("jigyosho_110.csv：")]
    assert sentences in ([], shown.err.splitlines()[-1:])
    assert expected.replace("11から", "22から11に") in shown.err.splitlines()[-1]
    assert snapshot(project) == before
