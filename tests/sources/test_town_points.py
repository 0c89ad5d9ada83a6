"""Points of the blocks of towns, from tables like the real one and from the real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest
from presence import SHARED, present
from small_files import MUNICIPALITIES, changes_file, municipalities_file, topojson_file

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, imported, read_file, read_town_points
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.paths import Paths

FILE = "town_points_2024.parquet"
COLUMNS = ["area", "municipality", "town", "koaza", "latitude", "longitude"]
Rows = list[tuple[str, str, str, str, float | None, float | None]]


def rows_of_all() -> Rows:
    """One block in the middle of each municipality; the middle ward stands for Sapporo."""
    return [
        (code, "01101" if code == "01100" else code, "本町", "", float(place[3]), float(place[4]))
        for code, place in MUNICIPALITIES.items()
    ]


def points_file(folder: Path, rows: Rows) -> Path:
    path = folder / FILE
    pyarrow.parquet.write_table(
        pa.Table.from_pandas(pd.DataFrame(rows, columns=COLUMNS), preserve_index=False), path
    )
    return path


@pytest.fixture
def reads(catalog: Catalog, places: Places, tmp_path: Path) -> Callable[[Rows], Reading]:
    return lambda rows: read_file(points_file(tmp_path, rows), catalog, places=places)


def test_a_block_belongs_to_its_municipality_and_keeps_its_ward(reads: Callable[[Rows], Reading]) -> None:
    read = reads([*rows_of_all(), ("13112", "13112", "喜多見一丁目", "", 35.6, 139.6)])
    assert read.places is not None
    points = read.places.town_points.set_index(["municipality", "town"])
    assert points.loc[("01100", "本町"), "ward"] == "01101"
    assert points.loc[("13112", "喜多見一丁目"), ["ward", "koaza"]].tolist() == ["", ""]
    assert [note.problem for note in read.notes if note.problem != "point_outside"] == []


def test_what_has_no_point_is_said_and_a_block_without_a_position_stays(
    reads: Callable[[Rows], Reading],
) -> None:
    without = [row for row in rows_of_all() if row[0] != "46523"]
    read = reads([*without, ("13112", "13112", "埋立地", "", None, None)])
    notes = {note.problem: note for note in read.notes}
    assert notes["points_absent"].fields["area"] == "46523"
    assert notes["point_absent"].number == 1
    assert read.places is not None
    assert read.places.town_points["latitude"].isna().sum() == 1


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (("13112", "13112", "", "", 35.6, 139.6), "cell_empty"),
        (("13112", "", "中町", "", 35.6, 139.6), "cell_empty"),
        (("99999", "99999", "中町", "", 35.6, 139.6), "area_unknown"),
        (("13112", "13112", "中町", "", 53.4, -8.2), "point_outside_japan"),
        (("13112", "13112", "中町", "", 35.6, None), "point_outside_japan"),
        (("13112", "13112", "本町", "", 35.6, 139.6), "town_twice"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_place(
    reads: Callable[[Rows], Reading],
    wrong: tuple[str, str, str, str, float | None, float | None],
    problem: str,
) -> None:
    with pytest.raises(SourceError) as caught:
        reads([*rows_of_all(), wrong])
    assert caught.value.problem == problem
    assert f"{len(rows_of_all()) + 1}行目" in sentence(caught.value)


def test_a_file_cut_off_empty_or_of_other_columns_is_refused(
    catalog: Catalog, places: Places, tmp_path: Path
) -> None:
    path = points_file(tmp_path, rows_of_all())
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SourceError, match="parquet_wrong"):
        read_file(path, catalog, places=places)
    points_file(tmp_path, [])
    with pytest.raises(SourceError, match="file_empty"):
        read_file(path, catalog, places=places)
    other = pd.DataFrame(rows_of_all(), columns=COLUMNS)
    pyarrow.parquet.write_table(pa.Table.from_pandas(other.drop(columns="koaza")), path)
    with pytest.raises(SourceError, match="layout_unknown"):
        read_file(path, catalog, places=places)
    pyarrow.parquet.write_table(pa.Table.from_pandas(other.assign(latitude="北緯")), path)
    with pytest.raises(SourceError, match="column_kind_wrong"):
        read_file(path, catalog, places=places)


def test_what_is_written_is_what_was_read_to_ten_centimetres(catalog: Catalog, tmp_path: Path) -> None:
    figures = tmp_path / "figures"
    ground = [municipalities_file(tmp_path), changes_file(tmp_path), topojson_file(tmp_path)]
    imported(figures, [*ground, points_file(tmp_path, rows_of_all())], catalog)
    again = read_town_points(figures).set_index("municipality")
    for code, _, town, _, latitude, longitude in rows_of_all():
        assert again.loc[code, "town"] == town
        assert again.loc[code, ["latitude", "longitude"]].tolist() == pytest.approx(
            [latitude, longitude], abs=1e-6
        )


def test_the_points_shipped_are_those_of_the_published_table(paths: Paths) -> None:
    published = pd.read_parquet(present(SHARED / "figures" / FILE, "points of towns"))
    shipped = read_town_points(paths.figures)
    assert len(shipped) == len(published) == 277_676
    assert shipped["latitude"].notna().sum() == 277_207
    key = ["area", "municipality", "town", "koaza"]
    ordered = published.sort_values(key, ignore_index=True)
    assert shipped["municipality"].tolist() == ordered["area"].tolist()
    assert shipped["town"].tolist() == ordered["town"].tolist()
    for axis in ("latitude", "longitude"):
        assert (shipped[axis] - ordered[axis]).abs().max() < 1e-6


def test_only_one_municipality_has_no_point(paths: Paths) -> None:
    assert set(read_town_points(paths.figures)["municipality"]) >= {"13112", "43212", "46523", "13402"}
    assert read_town_points(paths.figures)["municipality"].nunique() == 1_740
    assert "13362" not in set(read_town_points(paths.figures)["municipality"])
