"""The floor of building the store: DuckDB alone reads the same figures into tables and computes nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

READERS = {".csv": "read_csv", ".gz": "read_csv", ".parquet": "read_parquet"}


def write_tables(figures: Path, database: Path) -> int:
    """Write every table of figures into a database of its own making.

    Parameters
    ----------
    figures : Path
        Folder with CSV files (compressed or not) and Parquet files.
    database : Path
        A file that does not exist yet.

    Returns
    -------
    int
        How many tables were written.
    """
    files = sorted(file for file in figures.rglob("*") if file.suffix in READERS)
    with duckdb.connect(str(database)) as connection:
        for number, file in enumerate(files):
            relation = getattr(connection, READERS[file.suffix])(str(file))
            relation.to_table(f"figures_{number}")
    return len(files)


if __name__ == "__main__":
    sys.exit(0 if write_tables(Path(sys.argv[1]), Path(sys.argv[2])) else "no figures")
