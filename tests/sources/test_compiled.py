"""Tables that hold some municipalities only, and premiums: what is absent is not collected, never zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_files import MUNICIPALITIES, UNION, care_file, care_row, insurers_file, write

from carecompare.errors import SourceError
from carecompare.sources import (
    Figures,
    Places,
    Reading,
    imported,
    merged,
    read_figures,
    read_file,
    write_edition,
)
from carecompare.sources.figures import empty
from carecompare.tables import OFFICES
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog

CLINICS = "municipality,home_care_support_clinics,home_care_support_hospitals"
PREMIUM = "monthly_standard_premium_yen"


PERIOD = "2024-04"


def clinics(folder: Path, *rows: str, name: str = "home_care_support_clinics_2025_10.csv") -> Path:
    return write(folder / name, "\n".join([CLINICS, *rows, ""]))


def homes(folder: Path, *rows: str) -> Path:
    return write(folder / "group_homes_2025_12.csv", "\n".join(["municipality,care_offices_320", *rows, ""]))


def cells(reading: Reading, count: str) -> dict[str, tuple[float | None, str]]:
    assert reading.counts is not None
    rows = reading.counts[reading.counts["count"] == count]
    return {
        area: (None if value != value else value, status)  # noqa: PLR0124 (NaN)
        for area, value, status in rows[["area", "value", "status"]].itertuples(index=False)
    }


def test_a_municipality_without_a_row_is_not_collected_and_zero_is_zero(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(clinics(tmp_path, "46523,0,0", "43212,7,2"), catalog, places=places)
    found = cells(reading, "home_care_support_clinics")
    assert found["46523"] == (0, "observed")
    assert found["43212"] == (7, "observed")
    assert found["13112"] == (None, "not_collected")
    assert set(found) == set(MUNICIPALITIES)
    assert reading.edition == "2025-10"
    assert [(note.problem, note.number) for note in reading.notes] == [("area_not_collected", 9)]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (("11201,5,1",), "areas_missing"),
        (("46523,0,0", "46523,0,0"), "area_twice"),
        (("46523,,0",), "cell_empty"),
        (("46523,-,0",), "cell_empty"),
        (("46523,many,0",), "cell_not_number"),
        (("99999,1,0",), "area_unknown"),
    ],
)
def test_a_wrong_compiled_table_is_refused(
    rows: tuple[str, ...], problem: str, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    with pytest.raises(SourceError) as refused:
        read_file(clinics(tmp_path, "43212,7,2", *rows), catalog, places=places)
    assert refused.value.problem == problem
    assert sentence(refused.value)


def test_a_compiled_table_whose_name_has_no_date_is_not_known(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    with pytest.raises(SourceError, match="layout_unknown"):
        read_file(clinics(tmp_path, "46523,0,0", name="clinics.csv"), catalog, places=places)


def test_the_official_file_of_group_homes_takes_over_and_the_compiled_table_never_does(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    figures = tmp_path / "figures"
    from_places(figures, places)
    compiled = homes(tmp_path, "46523,0", "43212,9")
    imported(figures, [compiled], catalog)
    assert group_homes(figures)["43212"] == 9
    rows = [
        care_row(都道府県コード又は市町村コード=code, 事業所番号=f"11716000{number:02}")
        for number, code in enumerate(MUNICIPALITIES)
    ]
    imported(figures, [care_file(tmp_path, rows, "jigyosho_320.csv")], catalog, "2025-12")
    assert group_homes(figures)["43212"] == 1
    assert group_homes(figures)["11201"] == 1
    edition = imported(figures, [compiled], catalog)
    assert edition.new_log["change"].tolist() == ["complete_kept"]
    assert group_homes(figures)["43212"] == 1


def from_places(figures: Path, places: Places) -> None:
    reading = Reading("local_codes", "list.csv", "", places=places)
    first = merged(
        Figures(),
        [reading],
        None,
        places=Places(places.areas.iloc[:0], places.changes.iloc[:0], {}),
        offices=lambda _: empty(OFFICES.columns),  # type: ignore[arg-type] # no counts: nothing is asked of the catalogue
    )
    write_edition(figures, first)


def group_homes(figures: Path) -> dict[str, float]:
    counts = read_figures(figures).counts
    rows = counts[counts["count"] == "care_offices_320"]
    return dict(zip(rows["area"], rows["value"], strict=True))


def averages(places: Places) -> list[str]:
    wider = places.areas[places.areas["level"].isin(["prefecture", "nation"])]
    return [f"{area},{name},6000" for area, name in wider[["area", "name_ja"]].itertuples(index=False)]


def premiums(folder: Path, *rows: str, header: str = f"area,name_ja,{PREMIUM}") -> Path:
    return write(folder / "premiums.csv", "\n".join([header, *rows, ""]))


def test_premiums_of_prefectures_and_nation_are_as_published(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(premiums(tmp_path, *averages(places)), catalog, PERIOD, places)
    found = cells(reading, "premium_average")
    assert found["00"] == found["11"] == (6000, "observed")
    assert reading.counts is not None
    assert set(reading.counts["year"]) == {2024}


@pytest.mark.parametrize(
    ("row", "written", "problem"),
    [
        (0, "", "prefectures_missing"),
        (1, "01,青森県,6000", "prefecture_differs"),
        (1, "00,全国,6000", "area_twice"),
        (1, "99,無い県,6000", "area_unknown"),
        (1, "01,北海道,0", "premium_wrong"),
        (1, "01,北海道,-", "premium_wrong"),
    ],
)
def test_a_wrong_table_of_averages_is_refused(
    row: int, written: str, problem: str, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    rows = averages(places)
    rows[row] = written
    with pytest.raises(SourceError) as refused:
        read_file(premiums(tmp_path, *[each for each in rows if each]), catalog, PERIOD, places)
    assert refused.value.problem == problem
    assert sentence(refused.value)


@pytest.fixture
def insured(tmp_path: Path, catalog: Catalog, places: Places) -> Places:
    read = read_file(insurers_file(tmp_path), catalog, places=places).places
    assert read is not None
    return read


def test_premiums_of_insurers_by_code_reach_the_union_of_a_member(
    tmp_path: Path, catalog: Catalog, insured: Places
) -> None:
    path = premiums(
        tmp_path, "13112,6280", "07543,7000", "07546,7000", "11201,5000", header=f"municipality,{PREMIUM}"
    )
    reading = read_file(path, catalog, PERIOD, insured)
    found = cells(reading, "premium")
    assert found["i13112"] == (6280, "observed")
    assert found[insured.insurers["福島県", UNION]] == (7000, "observed")
    assert found["i46523"] == (None, "not_collected")
    problems = {note.problem: note.number for note in reading.notes}
    assert problems["insurer_not_known"] == 1
    assert problems["insurer_not_collected"] == len(found) - 2


def test_premiums_of_insurers_by_name_need_the_prefecture(
    tmp_path: Path, catalog: Catalog, insured: Places
) -> None:
    header = f"prefecture_ja,insurer_ja,{PREMIUM}"
    path = premiums(tmp_path, f"福島県,{UNION},7000", header=header)
    union = insured.insurers["福島県", UNION]
    assert cells(read_file(path, catalog, PERIOD, insured), "premium")[union] == (7000, "observed")
    with pytest.raises(SourceError, match="insurer_unknown"):
        read_file(premiums(tmp_path, f"東京都,{UNION},7000", header=header), catalog, PERIOD, insured)


def test_two_premiums_of_one_union_are_refused(tmp_path: Path, catalog: Catalog, insured: Places) -> None:
    path = premiums(tmp_path, "07543,7000", "07546,7100", header=f"municipality,{PREMIUM}")
    with pytest.raises(SourceError, match="insurer_premiums_differ"):
        read_file(path, catalog, PERIOD, insured)
