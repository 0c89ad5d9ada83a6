"""Insurers of long-term care: who insures whom, and the two workbooks that know them by name only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from small_files import (
    CANDIDATES,
    INSURERS,
    UNION,
    certified_sheets,
    insured_sheet,
    insurers_file,
    municipalities_file,
    workbook_file,
    write,
)

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, read_file
from carecompare.sources.publishers.insurers import insurer_code
from carecompare.text.errors.explain import sentence
from carecompare.workbooks import PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_files import Grid

    from carecompare.catalog import Catalog

AS_OF = "2024-03"
FIRST_ROW = 7  # of an insurer in the sheets of certified persons, counted from 0


@pytest.fixture(scope="module")
def insured_places(catalog: Catalog, places: Places, tmp_path_factory: pytest.TempPathFactory) -> Places:
    read = read_file(insurers_file(tmp_path_factory.mktemp("insurers")), catalog, places=places)
    assert read.places is not None
    return read.places


@pytest.fixture
def insured(catalog: Catalog, insured_places: Places, tmp_path: Path) -> Callable[..., Reading]:
    def reads(grids: dict[str, Grid], as_of: str = AS_OF, name: str = "02h.xlsx") -> Reading:
        return read_file(workbook_file(tmp_path, name, grids), catalog, as_of, insured_places)

    return reads


def code_of(places: Places, name: str) -> str:
    return next(code for (_, each), code in places.insurers.items() if each == name)


def value(reading: Reading, count: str, area: str) -> float:
    assert reading.counts is not None
    found = reading.counts
    return float(found.loc[(found["count"] == count) & (found["area"] == area), "value"].item())


def refused(read: Callable[[], object]) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read()
    assert "（" in sentence(caught.value) or "。" in sentence(caught.value)
    return caught.value


def test_a_municipality_that_is_its_own_insurer_gives_it_its_code(insured_places: Places) -> None:
    assert insured_places.insurers["鹿児島県", "大和村"] == "i46523"


def test_a_union_is_known_by_its_prefecture_and_its_name_for_good(insured_places: Places) -> None:
    assert code_of(insured_places, UNION) == insurer_code("07", UNION, None)
    assert insurer_code("31", "南部箕蚊屋広域連合", None) == "i31u0afa5f"
    assert insurer_code("31", "南部町", "31389") != insurer_code("02", "南部町", "02445")


def test_ambiguous_municipalities_stay_unassigned_with_their_candidates(insured_places: Places) -> None:
    members = insured_places.members.set_index("municipality")
    assert members["insurer"][["11201", "11222"]].isna().all()
    assert members["candidates"]["11201"].split() == [code_of(insured_places, each) for each in CANDIDATES]
    assert members["insurer"]["07543"] == members["insurer"]["07546"] == code_of(insured_places, UNION)


def test_the_list_says_what_it_inferred_and_what_it_left_open(
    catalog: Catalog, places: Places, tmp_path: Path
) -> None:
    notes = read_file(insurers_file(tmp_path), catalog, places=places).notes
    assert {(note.problem, note.number) for note in notes} == {
        ("insurer_inferred", 2),
        ("insurer_ambiguous", 2),
    }


def test_a_new_list_of_municipalities_keeps_the_insurers(
    catalog: Catalog, insured_places: Places, tmp_path: Path
) -> None:
    after = read_file(municipalities_file(tmp_path), catalog, places=insured_places).places
    assert after is not None
    assert after.insurers == insured_places.insurers
    assert after.members.equals(insured_places.members)


@pytest.mark.parametrize(
    ("membership", "problem"),
    [
        (("大和村", "guess", ""), "match_unknown"),
        (("", "direct_name_match", ""), "cell_empty"),
        (("", "ambiguous", ""), "cell_empty"),
    ],
)
def test_a_damaged_list_of_insurers_is_refused(
    membership: tuple[str, str, str], problem: str, catalog: Catalog, places: Places, tmp_path: Path
) -> None:
    path = insurers_file(tmp_path, {"46523": membership})
    assert refused(lambda: read_file(path, catalog, places=places)).problem == problem


def test_a_town_under_another_prefecture_or_left_out_is_refused(
    catalog: Catalog, places: Places, tmp_path: Path
) -> None:
    text = insurers_file(tmp_path).read_text(encoding="utf-8")
    moved = write(tmp_path / "moved.csv", text.replace("46523,鹿児島県", "46523,沖縄県"))
    assert refused(lambda: read_file(moved, catalog, places=places)).problem == "prefecture_differs"
    cut = write(tmp_path / "cut.csv", text[: text.index("46523")])
    assert refused(lambda: read_file(cut, catalog, places=places)).problem == "areas_missing"


def test_insured_persons_and_their_age_bands_are_read_by_insurer(
    insured: Callable[..., Reading], insured_places: Places
) -> None:
    reading = insured(insured_sheet())
    assert value(reading, "insured_65_and_over", "i01100") == 100
    assert value(reading, "insured_75_to_84", "i04216") == 60
    assert reading.counts is not None
    assert set(reading.counts["area"]) == set(insured_places.insurers.values())
    assert set(reading.counts["as_of"]) == {AS_OF}
    assert set(reading.counts["year"]) == {2023}


def test_certified_persons_are_those_of_the_first_category(insured: Callable[..., Reading]) -> None:
    reading = insured(certified_sheets())
    assert value(reading, "certified", "i04216") == 2 * 7 * 6
    assert value(reading, "certified_level_3_and_over", "i04216") == 2 * 3 * 6
    for band in ("65_to_74", "75_to_84", "85_and_over"):
        assert value(reading, f"certified_{band}", "i04216") == 2 * 7 * 2


def test_the_order_of_the_sheets_and_of_their_rows_does_not_matter(insured: Callable[..., Reading]) -> None:
    straight = insured(certified_sheets()).counts
    turned = dict(reversed(certified_sheets().items()))
    first = next(iter(turned))
    turned[first] = [*turned[first][:FIRST_ROW], *reversed(turned[first][FIRST_ROW:])]
    crooked = insured(turned).counts
    assert straight is not None
    assert crooked is not None
    key = ["count", "area"]
    assert straight.set_index(key)["value"].to_dict() == crooked.set_index(key)["value"].to_dict()


def test_towns_of_one_name_in_two_prefectures_are_two_insurers(
    catalog: Catalog, places: Places, tmp_path: Path
) -> None:
    """Tomiya of Miyagi and Nakagawa of Fukuoka bear one name here."""
    renamed = dict.fromkeys(("04216", "40231"), ("南部町", "direct_name_match", ""))
    known = read_file(insurers_file(tmp_path, renamed), catalog, places=places).places
    assert known is not None
    insurers = [
        (prefecture, "南部町" if name in {"富谷市", "那珂川市"} else name) for prefecture, name in INSURERS
    ]
    reading = read_file(workbook_file(tmp_path, "02h.xlsx", insured_sheet(insurers)), catalog, AS_OF, known)
    numbers = [1 + insurers.index((prefecture, "南部町")) for prefecture in ("宮城県", "福岡県")]
    assert [value(reading, "insured_65_and_over", code) for code in ("i04216", "i40231")] == [
        100 * number for number in numbers
    ]


def test_the_date_is_asked_for_and_must_be_the_end_of_a_fiscal_year(
    insured: Callable[..., Reading], catalog: Catalog, insured_places: Places, tmp_path: Path
) -> None:
    path = workbook_file(tmp_path, "02h.xlsx", insured_sheet())
    assert refused(lambda: read_file(path, catalog, places=insured_places)).problem == "as_of_missing"
    assert refused(lambda: insured(insured_sheet(), "2025-06")).problem == "as_of_not_fiscal_end"


def changed(grids: dict[str, Grid], sheet: int, row: int, column: int, cell: object) -> dict[str, Grid]:
    name = list(grids)[sheet]
    grid = [list(each) for each in grids[name]]
    grid[row][column] = cell
    return {**grids, name: grid}


@pytest.mark.parametrize(
    ("grids", "problem", "sheet", "row"),
    [
        (changed(insured_sheet(), 0, 6, 2, "abc"), "cell_not_number", "02h", 7),
        (changed(insured_sheet(), 0, 6, 2, -1), "cell_not_number", "02h", 7),
        (changed(insured_sheet(), 0, 6, 2, 1.5), "cell_not_number", "02h", 7),
        (changed(insured_sheet(), 0, 6, 2, ""), "cell_not_number", "02h", 7),
        (changed(insured_sheet(), 0, 6, 1, "知らない町"), "insurer_unknown", "02h", 7),
        (changed(insured_sheet(), 0, 6, 0, "沖縄県"), "insurer_unknown", "02h", 7),
        (changed(insured_sheet(), 0, 7, 0, "北海道"), "insurer_unknown", "02h", 8),
        (changed(insured_sheet(), 0, 5, 0, "日本"), "nation_missing", "02h", None),
        (changed(insured_sheet(), 0, 5, 2, 1), "insurers_do_not_add_up", "02h", None),
        (changed(changed(insured_sheet(), 0, 6, 3, 51), 0, 7, 3, 99), "parts_do_not_add_up", "02h", 7),
        (changed(insured_sheet(), 0, 4, 4, "85歳以上"), "column_missing", "02h", None),
        (changed(insured_sheet(), 0, 4, 6, "８５歳以上"), "column_twice", "02h", None),
        (changed(insured_sheet(), 0, 3, 0, "県"), "column_missing", "02h", None),
        ({**insured_sheet(), "more": [["?"]]}, "sheet_unexpected", "more", None),
        ({"02h": insured_sheet()["02h"][:5]}, "file_empty", "02h", None),
        ({"02h": insured_sheet()["02h"][:-1]}, "insurers_missing", "02h", None),
        ({"02h": [*insured_sheet()["02h"], insured_sheet()["02h"][-1]]}, "insurer_twice", "02h", 17),
        (changed(certified_sheets(), 2, FIRST_ROW, 2, 9), "insurers_do_not_add_up", "04-1-1h3", None),
        (changed(certified_sheets(), 1, 4, 2, "総数"), "sheet_unexpected", "04-1-1h2", None),
        (changed(certified_sheets(), 3, 4, 2, "40歳以上"), "sheet_unexpected", "04-1-1h4", None),
        (dict(list(certified_sheets().items())[:-1]), "sheet_missing", None, None),
        ({"04": [["第５表"]]}, "layout_unknown", None, None),
    ],
)  # fmt: skip
def test_a_damaged_workbook_is_refused_and_the_place_named(
    grids: dict[str, Grid],
    problem: str,
    sheet: str | None,
    row: int | None,
    insured: Callable[..., Reading],
) -> None:
    error = refused(lambda: insured(grids))
    assert error.problem == problem
    assert error.fields["file"] == "02h.xlsx"
    assert error.fields.get("sheet") == sheet
    if row is not None:
        assert error.fields["row"] == row


def test_levels_that_do_not_add_up_are_refused(insured: Callable[..., Reading]) -> None:
    """One level gains what another insurer's loses: the nation still agrees."""
    moved = changed(changed(certified_sheets(), 2, FIRST_ROW, 2, 0), 2, FIRST_ROW + 1, 2, 3)
    error = refused(lambda: insured(moved))
    assert (error.problem, error.fields["sheet"], error.fields["row"]) == (
        "parts_do_not_add_up",
        "04-1-1h3",
        8,
    )


def test_age_bands_that_do_not_make_the_first_category_are_refused(insured: Callable[..., Reading]) -> None:
    """Two insurers exchange their rows in one age band: every sum within the sheet agrees."""
    grids = certified_sheets()
    name = list(grids)[4]
    one, other = grids[name][FIRST_ROW], grids[name][FIRST_ROW + 1]
    grids[name][FIRST_ROW : FIRST_ROW + 2] = [[*one[:2], *other[2:]], [*other[:2], *one[2:]]]
    error = refused(lambda: insured(grids))
    assert (error.problem, error.fields["sheet"]) == ("parts_do_not_add_up", "04-1-1h2")


def test_a_cut_workbook_is_refused(catalog: Catalog, insured_places: Places, tmp_path: Path) -> None:
    whole = workbook_file(tmp_path, "02h.xlsx", insured_sheet()).read_bytes()
    for length in (10, len(whole) // 2, len(whole) - 5):
        (tmp_path / "02h.xlsx").write_bytes(whole[:length])
        error = refused(lambda: read_file(tmp_path / "02h.xlsx", catalog, AS_OF, insured_places))
        assert error.problem == "workbook_wrong"


def test_a_workbook_that_would_fill_the_memory_is_refused(
    catalog: Catalog, insured_places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = replace(PUBLISHED, unpacked_bytes=1_000)
    monkeypatch.setattr("carecompare.sources.workbook.LIMITS", small)
    path = workbook_file(tmp_path, "02h.xlsx", insured_sheet())
    assert refused(lambda: read_file(path, catalog, AS_OF, insured_places)).problem == "file_too_large"
