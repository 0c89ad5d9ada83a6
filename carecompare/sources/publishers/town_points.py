"""Points of the blocks of towns, for the whole nation → TOWN_POINTS."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
import pyarrow.parquet

from carecompare.errors import SourceError
from carecompare.sources import parquet
from carecompare.sources.cells import first_row, municipality_codes
from carecompare.sources.files import sha256
from carecompare.sources.notes import Note
from carecompare.sources.places import POSITION_OUTSIDE, located
from carecompare.sources.reading import Reading
from carecompare.tables import TOWN_POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.errors import SourceProblem
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "town_points"
COLUMNS = {
    "area": pa.string(),
    "municipality": pa.string(),
    "town": pa.string(),
    "koaza": pa.string(),
    "latitude": pa.float64(),
    "longitude": pa.float64(),
}
# Of all municipalities only one island of three hundred people has no point: a file that lacks more is cut.
MOST_WITHOUT = 20
# A millionth of a degree is ten centimetres, and fits into four bytes.
MICRODEGREES = pa.decimal128(9, 6)
_LATITUDES, _LONGITUDES = (20.0, 46.0), (122.0, 154.0)
_MOST_NAMED = 3


def recognises(head: Head, catalog: Catalog) -> bool:  # noqa: ARG001 (readers are asked alike)
    """Return whether the columns are those of the table of points, as Parquet."""
    return len(head.rows) == 1 and COLUMNS.keys() <= head.header


def read(path: Path, catalog: Catalog, places: Places) -> Reading:  # noqa: ARG001 (readers are called alike)
    """Read the points.

    Parameters
    ----------
    path : Path
        Parquet with ``COLUMNS``: ``municipality`` is the ward where there is one.
    catalog : Catalog
        Not needed here.
    places : Places
        The municipalities of today and their boundaries.

    Returns
    -------
    Reading
        With ``places``: TOWN_POINTS by municipality, ward, town and koaza; a block without a position stays,
        without one. Notes name the municipalities without any block, how many blocks have no position, and
        which points lie far from their municipality.

    Raises
    ------
    SourceError
        If the file is damaged, a column is missing or of another kind, a code is unknown, a block has no name
        or occurs twice, a point is outside Japan, or many municipalities are missing.
    """
    file = path.name
    listed: pd.DataFrame = parquet.table(path, COLUMNS).to_pandas()
    listed.index = pd.RangeIndex(1, len(listed) + 1)
    texts = listed[["municipality", "town", "koaza"]].fillna("").astype("str")
    codes = municipality_codes(texts["municipality"], file=file, column="municipality")
    municipalities, mapped = located(codes, places, file=file, column="municipality")
    points = pd.DataFrame(
        {
            "municipality": municipalities,
            "ward": codes.where(codes.isin(places.wards), ""),
            "town": texts["town"].str.strip(),
            "koaza": texts["koaza"].str.strip(),
            "latitude": listed["latitude"],
            "longitude": listed["longitude"],
        }
    )
    _check(points, file)
    missing = sorted(places.names.keys() - set(municipalities))
    if len(missing) > MOST_WITHOUT:
        raise SourceError(
            "areas_missing", file=file, found=len(missing), expected=len(places.names), area=missing[0]
        )
    notes = (
        *(note for note in mapped if note.problem != "ward_counted_in_city"),  # the ward is kept beside
        *(Note("points_absent", 1, {"area": code, "found": places.names[code]}) for code in missing),
        *_position_notes(points, places),
    )
    ordered = points.sort_values(list(TOWN_POINTS.key), ignore_index=True)
    return Reading(
        SOURCE,
        file,
        sha256(path),
        places=replace(places, town_points=TOWN_POINTS.check(ordered)),
        notes=notes,
    )


def compact(points: pd.DataFrame) -> bytes:
    """Return TOWN_POINTS as Parquet: degrees as whole millionths, words listed once."""
    table = pa.Table.from_pandas(TOWN_POINTS.check(points), preserve_index=False)
    for name in ("latitude", "longitude"):
        degrees = table[name].cast(pa.decimal128(18, 6)).cast(MICRODEGREES)
        table = table.set_column(table.column_names.index(name), name, degrees)
    stream = io.BytesIO()
    pyarrow.parquet.write_table(
        table.replace_schema_metadata(None),
        stream,
        compression="zstd",
        compression_level=19,
        use_dictionary=["municipality", "ward", "town", "koaza"],
        column_encoding=dict.fromkeys(("latitude", "longitude"), "DELTA_BINARY_PACKED"),
        store_decimal_as_integer=True,
    )
    return stream.getvalue()


def _check(points: pd.DataFrame, file: str) -> None:
    outside = {
        axis: ~(points[axis].between(*limits) | points[axis].isna())
        for axis, limits in (("latitude", _LATITUDES), ("longitude", _LONGITUDES))
    }
    halves = points["latitude"].isna() != points["longitude"].isna()
    checks: tuple[tuple[str, pd.Series[bool], SourceProblem], ...] = (
        ("municipality", points["municipality"] == "", "cell_empty"),
        ("town", points["town"] == "", "cell_empty"),
        ("latitude", outside["latitude"] | halves, "point_outside_japan"),
        ("longitude", outside["longitude"], "point_outside_japan"),
        ("town", points.duplicated(list(TOWN_POINTS.key)), "town_twice"),
    )
    for column, wrong, problem in checks:
        if wrong.any():
            row = first_row(wrong)
            raise SourceError(problem, file=file, row=row, column=column, found=str(points[column][row])[:40])


def _position_notes(points: pd.DataFrame, places: Places) -> Iterator[Note]:
    absent = int(points["latitude"].isna().sum())
    if absent:
        yield Note("point_absent", absent)
    status = places.position_statuses(points["municipality"], points["latitude"], points["longitude"])
    far = points[status == POSITION_OUTSIDE]
    if len(far):
        names = " ".join(far["town"].iloc[:_MOST_NAMED])
        yield Note("point_outside", len(far), {"found": names})
