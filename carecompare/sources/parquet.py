"""Open a Parquet file: its columns, and those that are wanted as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet

from carecompare.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MARK = b"PAR1"


def columns(path: Path) -> list[str]:
    """Return the names of the columns, without reading a row.

    Raises
    ------
    SourceError
        If the file is damaged.
    """
    try:
        return list(pyarrow.parquet.read_schema(path).names)
    except (pa.ArrowException, OSError) as error:
        raise SourceError("parquet_wrong", file=path.name) from error


def table(path: Path, kinds: Mapping[str, pa.DataType]) -> pa.Table:
    """Return some columns, each of its kind.

    Parameters
    ----------
    path : Path
        A Parquet file.
    kinds : mapping of str to DataType
        The columns that are wanted.

    Returns
    -------
    Table
        With these columns in this order, at least one row.

    Raises
    ------
    SourceError
        If the file is damaged, a column is missing, holds something else than its kind, or there is no row.
    """
    names = columns(path)
    missing = [name for name in kinds if name not in names]
    if missing:
        raise SourceError("column_missing", file=path.name, column=missing[0])
    try:
        read = pyarrow.parquet.read_table(path, columns=list(kinds))
    except (pa.ArrowException, OSError) as error:
        raise SourceError("parquet_wrong", file=path.name) from error
    if not len(read):
        raise SourceError("file_empty", file=path.name)
    for place, (name, kind) in enumerate(kinds.items()):
        try:
            read = read.set_column(place, name, read[name].cast(kind))
        except pa.ArrowException as error:
            raise SourceError(
                "column_kind_wrong", file=path.name, column=name, found=str(read[name].type)
            ) from error
    return read
