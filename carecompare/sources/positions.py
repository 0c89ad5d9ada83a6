"""Degrees as publishers write them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carecompare.sources.cells import narrowed, wrong_cell

POSITION_DECIMALS = 5


def degrees(cells: pd.Series[str], file: str, column: str) -> pd.Series[float]:
    """Read a column of latitudes or longitudes.

    Parameters
    ----------
    cells : Series of str
        As written; the index is the row in the file.
    file, column : str
        Named when a cell is wrong.

    Returns
    -------
    Series of float
        Degrees to about a metre; NaN where the cell is empty.

    Raises
    ------
    SourceError
        If a cell is no number.
    """
    text = narrowed(cells)
    read = pd.to_numeric(text.mask(text == ""), errors="coerce").astype("float64")
    wrong = ~(read.abs() < np.inf) & (text != "")
    if wrong.any():
        raise wrong_cell("cell_not_number", text, wrong, file, column)
    return read.round(POSITION_DECIMALS)
