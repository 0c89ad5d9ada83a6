"""How frames get into a picture: as plain rows, because Altair's own way costs more than the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
from altair.utils import schemapi

if TYPE_CHECKING:
    import pandas as pd

NAME = "carecompare"


def plain_data(frame: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a frame as Vega-Lite reads them.

    Parameters
    ----------
    frame : DataFrame
        Columns of numbers, truth values and text.

    Returns
    -------
    dict
        ``values``: one mapping per row, a missing cell as None.
    """
    names = [str(name) for name in frame.columns]
    columns = [
        [None if cell != cell else cell for cell in frame[name].tolist()]  # noqa: PLR0124 - NaN is not itself
        for name in frame.columns
    ]
    return {"values": [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]}


def use_plain_data() -> None:
    """Give Altair this way of reading frames, and keep it from checking each part against its schema.

    The check of one part costs as much as drawing ten; the tests check whole pictures instead.
    """
    alt.data_transformers.register(NAME, plain_data)  # type: ignore[arg-type] # any callable on a frame does
    alt.data_transformers.enable(NAME, consolidate_datasets=True)
    schemapi.disable_debug_mode()
