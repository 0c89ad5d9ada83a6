"""Persons by mesh of about 500 metres, from the census or the projection that a town brings."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.errors import OwnDataError
from carecompare.limits import LARGEST_UPLOADED_BYTES
from carecompare.own.uploads.dbf import dbf_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray


# Of the layout T001101: all residents, aged 65 and over, 75 and over.
CENSUS = {"population": "T001101001", "aged_65": "T001101019", "aged_75": "T001101022"}
KEY, PROCESSED, INTO = "KEY_CODE", "HTKSYORI", "HTKSAKI"
SUPPRESSED = "2"
HIDDEN = "*"
# Of the projection of 2018: the same, by year.
PROJECTED = {"population": "PTN_{year}", "aged_65": "PTC_{year}", "aged_75": "PTD_{year}"}
PROJECTED_HIDDEN, PROJECTED_INTO = "HITOKU{year}", "GASSAN{year}"
_MESH = re.compile(r"[0-9]{8}[1-4]")
_HEADINGS = 2
_NORTH_WEST = 3  # last digit: 1 south-west, 2 south-east, 3 north-west, 4 north-east
_AGED = ("aged_65", "aged_75")


def read_census_mesh(content: bytes, file: str) -> pd.DataFrame:
    """Read a table T001101 of the census of 2020.

    Parameters
    ----------
    content : bytes
        CP932, two rows of headings: codes of the columns, their names.
    file : str
        Its name, for errors.

    Returns
    -------
    DataFrame
        ``mesh``, ``latitude`` and ``longitude`` of its middle, ``population``, ``aged_65``, ``aged_75``. Ages
        of suppressed meshes are published with those of another one: they are spread over both by residents,
        so that sums stay and no share exceeds the whole.

    Raises
    ------
    OwnDataError
        If it is no such table, a column is missing, a cell is no number, a mesh occurs twice, or the mesh
        that holds suppressed ages is missing.
    """
    rows = grid_of(content, file)
    places = columns_of(rows, (KEY, PROCESSED, INTO, *CENSUS.values()), file)
    keys = [row[places[KEY]] for row in rows[_HEADINGS:]]
    hidden = np.array([row[places[PROCESSED]] == SUPPRESSED for row in rows[_HEADINGS:]], dtype=bool)
    into = [
        row[places[INTO]] if is_hidden else ""
        for row, is_hidden in zip(rows[_HEADINGS:], hidden, strict=True)
    ]
    figures = {
        name: persons_of(
            [row[places[code]] for row in rows[_HEADINGS:]],
            file,
            code,
            {HIDDEN: 0.0} if name in _AGED else {},
        )
        for name, code in CENSUS.items()
    }
    known = set(keys)
    lost = next((target for target in into if target and target not in known), None)
    if lost is not None:
        raise OwnDataError("mesh_group_unknown", file=file, found=lost)
    return _together(keys, into, figures, file)


def read_projected_mesh(content: bytes, year: int, file: str) -> pd.DataFrame:
    """Read a projection of 2018 by mesh.

    Parameters
    ----------
    content : bytes
        The zip of one prefecture as published, or the dbf in it.
    year : int
        2015, 2020 … 2050.
    file : str
        Its name, for errors.

    Returns
    -------
    DataFrame
        As :func:`read_census_mesh`, and ``municipality``: what the publisher assigns the mesh to. Ages of a
        suppressed mesh on the border may be counted in the file of the next prefecture: they are 0 here.

    Raises
    ------
    OwnDataError
        As there; also if the year is not in it.
    """
    table = _unpacked(content, file) if content.startswith(b"PK") else content
    named = {name: column.format(year=year) for name, column in PROJECTED.items()}
    hidden, into = PROJECTED_HIDDEN.format(year=year), PROJECTED_INTO.format(year=year)
    wanted = ("MESH_ID", "SHICODE", hidden, into, *named.values())
    found = dbf_columns(table, wanted, file)
    into_of = [
        target if mark == HIDDEN else "" for mark, target in zip(found[hidden], found[into], strict=True)
    ]
    figures = {name: persons_of(found[column], file, column) for name, column in named.items()}
    cells = _together(found["MESH_ID"], into_of, figures, file)
    # A mesh on the border may hold ages of the next prefecture's residents, who are not in this file.
    within = {name: np.minimum(cells[name], cells["population"]) for name in _AGED}
    return cells.assign(**within, municipality=[code.zfill(5) for code in found["SHICODE"]])


def middle_of_mesh(keys: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the middle of half meshes (JIS X 0410, nine digits) in degrees: latitudes and longitudes."""
    digits = np.array([list(map(int, key)) for key in keys], dtype=float).reshape(-1, 9)
    first_row, first_column = digits[:, 0] * 10 + digits[:, 1], digits[:, 2] * 10 + digits[:, 3]
    north, east = (digits[:, 8] >= _NORTH_WEST).astype(float), (digits[:, 8] + 1) % 2
    latitude = (first_row + digits[:, 4] / 8 + digits[:, 6] / 80 + (north + 0.5) / 160) / 1.5
    longitude = 100 + first_column + digits[:, 5] / 8 + digits[:, 7] / 80 + (east + 0.5) / 160
    return latitude, longitude


def grid_of(content: bytes, file: str) -> list[list[str]]:
    """Return the rows of a table of e-Stat, either way of ending lines.

    Raises
    ------
    OwnDataError
        If it is too large, in another encoding, or has no row below its headings.
    """
    if len(content) > LARGEST_UPLOADED_BYTES:
        raise OwnDataError("own_too_large", file=file, found=len(content), expected=LARGEST_UPLOADED_BYTES)
    try:
        rows = [row for row in csv.reader(io.StringIO(content.decode("cp932"), newline="")) if row]
    except (UnicodeDecodeError, csv.Error) as error:
        raise OwnDataError("mesh_file_wrong", file=file) from error
    if len(rows) <= _HEADINGS:
        raise OwnDataError("own_file_empty", file=file)
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise OwnDataError("mesh_file_wrong", file=file, row=number, found=len(row))
    return rows


def columns_of(rows: Sequence[Sequence[str]], names: Sequence[str], file: str) -> dict[str, int]:
    """Return the places of columns by their codes in the first row.

    Raises
    ------
    OwnDataError
        If one is missing.
    """
    places = {name.strip(): place for place, name in enumerate(rows[0])}
    for name in names:
        if name not in places:
            raise OwnDataError("mesh_column_missing", file=file, column=name)
    return places


def persons_of(
    cells: Sequence[str],
    file: str,
    column: str,
    marks: Mapping[str, float] | None = None,
) -> NDArray[np.float64]:
    """Return cells as numbers; a hidden one is 0, because it is counted in another row.

    Raises
    ------
    OwnDataError
        If a cell is no number.
    """
    known = marks or {}
    values = np.empty(len(cells))
    for place, cell in enumerate(cells):
        text = cell.strip()
        try:
            values[place] = known[text] if text in known else float(text)
        except ValueError:
            values[place] = np.nan
        if not 0 <= values[place] < np.inf:
            raise OwnDataError(
                "mesh_cell_wrong", file=file, row=place + _HEADINGS + 1, column=column, found=text
            )
    return values


def _together(
    keys: Sequence[str], into: Sequence[str], figures: Mapping[str, NDArray[np.float64]], file: str
) -> pd.DataFrame:
    wrong = next((key for key in keys if not _MESH.fullmatch(key)), None)
    if wrong is not None:
        raise OwnDataError("mesh_key_wrong", file=file, found=wrong)
    place = {key: number for number, key in enumerate(keys)}
    if len(place) < len(keys):
        twice = pd.Series(list(keys))
        raise OwnDataError("mesh_key_twice", file=file, found=twice[twice.duplicated()].iloc[0])
    group = np.array([place.get(target, number) for number, target in enumerate(into)], dtype=np.intp)
    latitude, longitude = middle_of_mesh(keys)
    spread = {name: spread_by_residents(figures["population"], figures[name], group) for name in _AGED}
    return pd.DataFrame(
        {
            "mesh": list(keys),
            "latitude": latitude,
            "longitude": longitude,
            "population": figures["population"],
            **spread,
        }
    )


def spread_by_residents(
    population: NDArray[np.float64], aged: NDArray[np.float64], group: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Return the aged of each group spread over its members by their residents.

    Parameters
    ----------
    population, aged : ndarray of float, shape (n,)
        Residents of each member, and the aged as published: all of a group in one row.
    group : ndarray of int, shape (n,)
        The row that holds the aged of each member: its own where nothing is suppressed.

    Returns
    -------
    ndarray of float, shape (n,)
        Their sum is that of ``aged``; a group without residents keeps its aged where they are.
    """
    residents = np.bincount(group, population, len(group))
    together = np.bincount(group, aged, len(group))
    share = np.divide(population, residents[group], out=np.zeros(len(group)), where=residents[group] > 0)
    return np.where(residents[group] > 0, together[group] * share, aged)


def _unpacked(content: bytes, file: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            tables = [each for each in archive.infolist() if each.filename.lower().endswith(".dbf")]
            if len(tables) != 1:
                raise OwnDataError("mesh_file_wrong", file=file, found=f"{len(tables)} dbf")
            with archive.open(tables[0]) as opened:
                table = opened.read(LARGEST_UPLOADED_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise OwnDataError("mesh_file_wrong", file=file) from error
    if len(table) > LARGEST_UPLOADED_BYTES:
        raise OwnDataError("own_too_large", file=file, found=len(table), expected=LARGEST_UPLOADED_BYTES)
    return table
