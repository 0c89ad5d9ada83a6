"""From a table as it is kept, one column per count, to COUNTS, one row per figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.former_ids import count_now
from carecompare.tables import COUNTS, MISSING, STATUSES

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.sources.manifest import Entry


def long_columns(folder: Path, name: str, entry: Entry) -> dict[str, np.ndarray]:
    """Return the columns of COUNTS of one table as arrays.

    Parameters
    ----------
    folder : Path
        ``data/figures``.
    name : str
        The table, one row per area and one column per count.
    entry : Entry
        What the manifest says of it.

    Returns
    -------
    dict of str to ndarray
        One element per area and count.

    Raises
    ------
    SourceError
        If a cell is neither a number nor a known status.
    """
    wide = pd.read_csv(folder / name, dtype={"area": "str"}, keep_default_na=False, na_values=[""])
    wide = wide.rename(columns=count_now)
    rows = len(wide)
    values, statuses = [], []
    for count in wide.columns[1:]:
        cells = wide[count]
        value = pd.to_numeric(cells, errors="coerce").to_numpy(dtype=float)
        status = np.full(rows, entry.origins[count].status, dtype=object)
        status[np.isnan(value)] = MISSING
        if cells.dtype.kind not in "if":
            words = np.isnan(value) & cells.notna().to_numpy()
            unknown = set(cells[words]) - set(STATUSES)
            if unknown:
                raise SourceError("status_unknown", file=name, column=count, found=min(unknown))
            status[words] = cells[words]
        values.append(value)
        statuses.append(status)
    names = list(wide.columns[1:])
    return {
        "area": np.tile(wide["area"].to_numpy(dtype=object), len(names)),
        "year": np.full(rows * len(names), entry.year, dtype=np.int16),
        "count": np.repeat(np.array(names, dtype=object), rows),
        "value": np.concatenate(values),
        "status": np.concatenate(statuses),
        "source": np.full(rows * len(names), entry.source, dtype=object),
        "as_of": np.repeat(np.array([entry.origins[each].as_of for each in names], dtype=object), rows),
    }


def together(parts: list[dict[str, np.ndarray]]) -> pd.DataFrame:
    """Return COUNTS of several tables.

    Parameters
    ----------
    parts : list of dict
        From `long_columns`.

    Returns
    -------
    DataFrame
        COUNTS.
    """
    columns = {name: np.concatenate([part[name] for part in parts]) for name in COUNTS.columns}
    kinds = {"value": "float64", "year": "int16"}
    return pd.DataFrame(
        {name: pd.Series(column, dtype=kinds.get(name, "str")) for name, column in columns.items()}
    )


def columns_of(counts: pd.DataFrame) -> dict[tuple[str, int], pd.DataFrame]:
    """Return the rows of COUNTS by count and year."""
    return {
        (str(column["count"].iloc[0]), int(column["year"].iloc[0])): column
        for _, column in counts.groupby(["count", "year"], sort=False)
    }
