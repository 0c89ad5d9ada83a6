"""The rows of pictures that list municipalities: their height, and their names at the left."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.spacing import text_width_px

if TYPE_CHECKING:
    import pandas as pd

ROW_PX = 32
BAR_PX = 20
NAME_LIMIT_PX = 150


def names_px(rows: pd.DataFrame) -> float:
    """Return about how wide the names are.

    Parameters
    ----------
    rows : DataFrame
        Column ``name_ja``.

    Returns
    -------
    float
        Pixels, at most `NAME_LIMIT_PX`.
    """
    widest = max((text_width_px(name, theme.TEXT_PX) for name in rows["name_ja"]), default=0.0)
    return min(widest, NAME_LIMIT_PX)


def municipality_rows(rows: pd.DataFrame) -> alt.Y:
    """Return the rows of a list, in the order given; the own name bold and in the accent.

    Parameters
    ----------
    rows : DataFrame
        Columns ``name_ja`` and ``role``.

    Returns
    -------
    Y
        Encoding of ``name_ja``.
    """
    names = rows["name_ja"].tolist()
    own = rows.loc[rows["role"] == "own", "name_ja"].tolist()
    is_own = f"indexof({json.dumps(own)}, datum.value) >= 0"
    axis = alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        grid=False,
        labelPadding=8,
        labelLimit=NAME_LIMIT_PX,
        labelOverlap=False,
        labelFontSize=theme.TEXT_PX,
        labelColor=alt.condition(is_own, alt.value(theme.OWN), alt.value(theme.INK)),
        labelFontWeight=alt.condition(is_own, alt.value("bold"), alt.value("normal")),
    )
    scale = alt.Scale(domain=names, paddingInner=1 - BAR_PX / ROW_PX, paddingOuter=0.2)
    return alt.Y("name_ja:N", sort=names, axis=axis, scale=scale)
