"""Old codes: mapped one to one, added up when every part is there, otherwise refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from small_files import MUNICIPALITIES, census_text, ssdse_file, write

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, read_file
from carecompare.sources.mergers import Formation
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.catalog import Catalog

HEADER = "date,reason,old_code,old_name_ja,new_code,new_name_ja"
MERGED, ABSORBED = "establishmentOfNewMunicipalityByMerging", "absorption"
CHANGES = f"""{HEADER}
2016-10-10,changesToCity,04423,富谷町,04216,富谷市
2004-03-31,{MERGED},43443,大矢野町,43212,上天草市
2004-03-31,{MERGED},43444,松島町,43212,上天草市
2005-04-01,{ABSORBED},11300,北川越村,11201,川越市
2001-04-01,{ABSORBED},11301,南川越村,11201,川越市
1974-04-01,divisionIntoSeveralMunicipalities,11999,旧村,11201,川越市
1974-04-01,divisionIntoSeveralMunicipalities,11999,旧村,11222,越谷市
"""


@pytest.fixture(scope="module")
def merged(catalog: Catalog, places: Places, tmp_path_factory: pytest.TempPathFactory) -> Places:
    path = write(tmp_path_factory.mktemp("changes") / "municipal_changes.csv", CHANGES)
    read = read_file(path, catalog, places=places).places
    assert read is not None
    return read


@pytest.fixture
def tidy(catalog: Catalog, merged: Places, tmp_path: Path) -> Callable[..., Reading]:
    def reads(parts: dict[str, tuple[str, ...]]) -> Reading:
        """Each municipality has 100 residents in the places of its code, or in those of its parts."""
        columns = [
            count.read["census_1980_2015"]
            for count in catalog.counts.values()
            if "census_1980_2015" in count.read
        ]
        codes = [code for area in MUNICIPALITIES for code in parts.get(area, (area,))]
        rows = [",".join([code, "2000", *(["100"] * len(columns))]) for code in codes]
        text = "\n".join([",".join(["municipality", "year", *columns]), *rows, ""])
        return read_file(write(tmp_path / "census_1980_2015.csv", text), catalog, places=merged)

    return reads


def residents(reading: Reading, area: str) -> float:
    assert reading.counts is not None
    counts = reading.counts
    return float(counts.loc[(counts["count"] == "population") & (counts["area"] == area), "value"].item())


def test_a_city_under_its_old_code_is_mapped_with_a_note(tidy: Callable[..., Reading]) -> None:
    reading = tidy({"04216": ("04423",)})
    assert residents(reading, "04216") == 100
    assert [(note.problem, note.fields["found"]) for note in reading.notes] == [("code_mapped", "04423")]


def test_a_merged_city_is_the_sum_of_its_parts(tidy: Callable[..., Reading]) -> None:
    reading = tidy({"43212": ("43443", "43444")})
    assert residents(reading, "43212") == 200
    assert ("codes_added_up", 2) in [(note.problem, note.number) for note in reading.notes]
    assert reading.counts is not None
    assert not reading.counts.duplicated(["area", "year", "count"]).any()


def test_a_city_that_absorbed_others_needs_itself_and_what_it_absorbed_later_than_the_file(
    tidy: Callable[..., Reading],
) -> None:
    assert residents(tidy({"11201": ("11201", "11300")}), "11201") == 200
    assert residents(tidy({"11201": ("11201", "11300", "11301")}), "11201") == 300


@pytest.mark.parametrize(
    ("area", "parts", "problem"),
    [
        ("43212", ("43443",), "parts_missing"),
        ("11201", ("11300",), "parts_missing"),
        ("11201", ("11201", "11301"), "parts_missing"),
        ("43212", ("43212", "43443"), "parts_"),
        ("04216", ("04423", "04216"), "parts_overlap"),
        ("11201", ("11999",), "area_divided"),
    ],
)
def test_parts_that_do_not_make_a_whole_are_refused(
    area: str, parts: tuple[str, ...], problem: str, tidy: Callable[..., Reading]
) -> None:
    with pytest.raises(SourceError) as refused:
        tidy({area: parts})
    assert refused.value.problem.startswith(problem)
    assert "処理できませんでした" not in sentence(refused.value)


def test_one_missing_part_makes_the_sum_missing(
    tidy: Callable[..., Reading], tmp_path: Path, catalog: Catalog, merged: Places
) -> None:
    tidy({"43212": ("43443", "43444")})
    path = tmp_path / "census_1980_2015.csv"
    text = path.read_text(encoding="utf-8").replace("43444,2000,100", "43444,2000,-")
    reading = read_file(write(path, text), catalog, places=merged)
    assert reading.counts is not None
    row = reading.counts[(reading.counts["area"] == "43212") & (reading.counts["count"] == "population")]
    assert row["value"].isna().all()
    assert row["status"].tolist() == ["missing"]


def test_ssdse_under_an_old_code_is_mapped_and_one_code_twice_is_refused(
    tmp_path: Path, catalog: Catalog, merged: Places
) -> None:
    known = replace(merged, edition="2026")
    reading = read_file(ssdse_file(tmp_path, codes={"04216": "04423"}), catalog, places=known)
    assert [note.problem for note in reading.notes if note.fields.get("area") == "04216"] == ["code_mapped"]
    with pytest.raises(SourceError, match="area_twice"):
        read_file(ssdse_file(tmp_path, codes={"11222": "11201"}), catalog, places=known)


def test_the_census_maps_a_city_that_only_changed_its_code_and_leaves_parts_of_others_out(
    tmp_path: Path, catalog: Catalog, merged: Places
) -> None:
    text = census_text().replace('"04216"', '"04423"')
    reading = read_file(write(tmp_path / "2-7-1.csv", text, "utf-8-sig"), catalog, places=merged)
    assert residents(reading, "04216") == 1100
    assert ("code_mapped", "04423") in [(note.problem, note.fields.get("found")) for note in reading.notes]


def test_what_happened_on_one_day_is_followed_through(places: Places) -> None:
    """As in Kashima: a village joined the town on the day on which the town became a city."""
    changes = places.code_changes.iloc[:0]
    rows = [
        ("1995-09-01", ABSORBED, "11302", "村", "11303", "町"),
        ("1995-09-01", "changesToCity", "11303", "町", "11222", "越谷市"),
    ]
    known = replace(places, code_changes=changes.reindex(range(2)))
    for number, row in enumerate(rows):
        known.code_changes.loc[number] = list(row)
    assert Formation(known).partitions("11222") == [{"11222"}, {"11302", "11303"}]


def test_a_city_that_kept_its_code_in_a_merger_of_equals_is_one_of_its_parts(places: Places) -> None:
    """Tochigi was made anew in 2010 under the code it had; a city numbered after it is older."""
    changes = places.code_changes.iloc[:0].reindex(range(1))
    changes.loc[0] = ["2010-03-29", MERGED, "11303", "町", "11201", "川越市"]
    assert Formation(replace(places, code_changes=changes)).partitions("11201")[1] == {"11201", "11303"}
    changes.loc[0] = ["2010-03-29", MERGED, "11303", "町", "11222", "越谷市"]
    assert Formation(replace(places, code_changes=changes)).partitions("11222")[1] == {"11303"}
