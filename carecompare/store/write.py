"""Write a whole store into a draft file."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb
import pandas as pd

from carecompare.errors import StoreError
from carecompare.grant_shapes import GRANT_AREAS, GRANT_ITEMS, GRANT_SCORES
from carecompare.store.files import MAKE, OFFLINE
from carecompare.tables import (
    AGES,
    AREA_GROUPS,
    AREAS,
    COUNTS,
    FORMER_NAMES,
    INITIATIVES,
    ISLANDS,
    MEMBERS,
    NEIGHBOURS,
    OFFICES,
    TOWN_POINTS,
    VALUES,
    Shape,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

# To find the rows of one area DuckDB reads through all that lie together. With its usual 122,880 that takes
# twice as long; with fewer than these the file grows, and reading a whole indicator takes longer.
ROWS_TOGETHER = 8_192


@dataclass(frozen=True)
class StoreContent:
    """What goes into a store: one frame per shape, and the catalogue's definitions as they are shown.

    ``grants`` are the files of GRANT_ITEMS, GRANT_SCORES and GRANT_AREAS in this order, or none.
    """

    areas: pd.DataFrame
    members: pd.DataFrame
    groups: pd.DataFrame
    neighbours: pd.DataFrame
    former_names: pd.DataFrame
    counts: pd.DataFrame
    values: pd.DataFrame
    initiatives: pd.DataFrame
    offices: Sequence[Path]
    town_points: pd.DataFrame
    islands: pd.DataFrame
    ages: Sequence[Path]
    grants: Sequence[Path]
    definitions: Mapping[str, pd.DataFrame]


def write_store(draft: Path, content: StoreContent, fingerprint: str) -> None:
    """Write every table, sorted for the questions asked of it, and check the keys.

    Parameters
    ----------
    draft : Path
        A file that does not exist yet.
    content : StoreContent
        The tables.
    fingerprint : str
        Of the inputs.

    Raises
    ------
    StoreError
        If a key occurs twice in a table.
    OSError
        If the disk refuses it.
    """
    try:
        _write(draft, content, fingerprint)
    except duckdb.Error as error:
        raise _of_the_system(error) or error from error


def _of_the_system(error: duckdb.Error) -> OSError | None:
    """Return what the operating system refused, which DuckDB tells in a text only."""
    said = str(error)
    code = next((code for code in errno.errorcode if os.strerror(code) in said), None)
    return OSError(code, os.strerror(code)) if code else None


def _write(draft: Path, content: StoreContent, fingerprint: str) -> None:
    with duckdb.connect(config=dict(OFFLINE)) as connection:
        file = str(draft).replace("'", "''")
        connection.execute(f"ATTACH '{file}' AS draft (ROW_GROUP_SIZE {ROWS_TOGETHER})")
        connection.execute("USE draft")
        _fill(connection, AREAS, content.areas, order="level, area")
        _fill(connection, MEMBERS, content.members, order="municipality")
        _fill(connection, AREA_GROUPS, content.groups, order='municipality, kind, "group"')
        _fill(connection, NEIGHBOURS, content.neighbours, order="municipality, neighbour")
        _fill(connection, FORMER_NAMES, content.former_names, order="name_ja, municipality")
        _fill(connection, COUNTS, content.counts, order="area, count, year")
        _fill(connection, VALUES, content.values, order="area, indicator, year")
        _fill(connection, TOWN_POINTS, content.town_points, order="municipality, ward, town, koaza")
        _fill(connection, ISLANDS, content.islands, order="municipality, latitude, longitude")
        _fill(connection, INITIATIVES, content.initiatives, order="area, initiative")
        _read(connection, OFFICES, content.offices, order="municipality, service, office")
        _read(connection, AGES, content.ages, order="area, source, year, sex, age")
        items, scores, about = ([each] for each in content.grants) if content.grants else ([], [], [])
        _read(connection, GRANT_ITEMS, items, order="year, item")
        _read(connection, GRANT_SCORES, scores, order="year, item, area")
        _read(connection, GRANT_AREAS, about, order="year, area")
        for name, definition in content.definitions.items():
            connection.register("incoming", definition)
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")  # noqa: S608 - own names
            connection.unregister("incoming")
        connection.execute("CREATE TABLE meta (fingerprint VARCHAR, make INTEGER)")
        connection.execute("INSERT INTO meta VALUES (?, ?)", [fingerprint, MAKE])
        connection.execute("CHECKPOINT draft")  # at closing, nobody would hear that the disk is full


def _read(connection: duckdb.DuckDBPyConnection, shape: Shape, paths: Sequence[Path], order: str) -> None:
    """Fill a table from the project's own parquet files, without a detour through frames.

    A column that a file does not have is empty.
    """
    connection.execute(shape.ddl())
    if paths:
        connection.execute(
            f"INSERT INTO {shape.name} SELECT {_listed(shape.columns)} FROM (FROM read_parquet(?, "  # noqa: S608
            f"union_by_name = true) UNION ALL BY NAME FROM {shape.name}) ORDER BY {order}",
            [[str(path) for path in paths]],
        )
        _check_key(connection, shape)


def _fill(connection: duckdb.DuckDBPyConnection, shape: Shape, frame: pd.DataFrame, order: str) -> None:
    for name in sorted(shape.enumerated):
        connection.register("incoming", pd.DataFrame({name: sorted(frame[name].unique())}, dtype=str))
        connection.execute(f"CREATE TYPE {shape.enumeration(name)} AS ENUM (SELECT {name} FROM incoming)")  # noqa: S608 - own names
        connection.unregister("incoming")
    connection.execute(shape.ddl())
    connection.register("incoming", frame)
    columns = _listed(shape.columns)
    connection.execute(
        f"INSERT INTO {shape.name} SELECT {columns} FROM incoming ORDER BY {order}"  # noqa: S608 - own names
    )
    connection.unregister("incoming")
    _check_key(connection, shape)


def _check_key(connection: duckdb.DuckDBPyConnection, shape: Shape) -> None:
    key = _listed(shape.key)
    statement = f"SELECT {key} FROM {shape.name} GROUP BY {key} HAVING count(*) > 1 LIMIT 1"  # noqa: S608
    repeated = connection.execute(statement).fetchone()
    if repeated is not None:
        raise StoreError("store_key_twice", file=shape.name, found=repeated)


def _listed(columns: Iterable[str]) -> str:
    """Return names as SQL takes them, a reserved word among them."""
    return ", ".join(f'"{name}"' for name in columns)
