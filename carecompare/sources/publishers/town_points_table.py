"""The points of the blocks of every town, as they stand below ``data/figures``."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pyarrow.parquet

from carecompare.sources.figures import TOWN_POINTS_FILE, empty
from carecompare.sources.manifest import read_manifest
from carecompare.sources.verified import steadily, verified
from carecompare.tables import TOWN_POINTS

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


def read_town_points(folder: Path) -> pd.DataFrame:
    """Read the points of the blocks of every town.

    Parameters
    ----------
    folder : Path
        ``data/figures``.

    Returns
    -------
    DataFrame
        TOWN_POINTS, empty where none was imported yet.

    Raises
    ------
    SourceError
        If the table is missing or was changed since it was written.
    """
    return steadily(folder, _town_points)


def _town_points(folder: Path) -> pd.DataFrame:
    manifest = read_manifest(folder)
    if TOWN_POINTS_FILE not in manifest.tables:
        return empty(TOWN_POINTS.columns)
    table = pyarrow.parquet.read_table(io.BytesIO(verified(folder, TOWN_POINTS_FILE, manifest)))
    points: pd.DataFrame = table.to_pandas()
    return points.astype({"latitude": "float64", "longitude": "float64"})
