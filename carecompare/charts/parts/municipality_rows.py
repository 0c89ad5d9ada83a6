"""The rows of pictures that list municipalities: their height, and their names at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.spacing import text_width_px
from carecompare.charts.plan import parameter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.rows import ListedName


ROW_PX = 32
BAR_PX = 20
NAME_LIMIT_PX = 150


def names_px(rows: Sequence[ListedName]) -> float:
    """Return about how wide the names are.

    Parameters
    ----------
    rows : sequence of ListedName
        In any order.

    Returns
    -------
    float
        Pixels, at most `NAME_LIMIT_PX`.
    """
    widest = max((text_width_px(row["name_ja"], theme.TEXT_PX) for row in rows), default=0.0)
    return min(widest, NAME_LIMIT_PX)


def names_in_order(rows: Sequence[ListedName]) -> dict[str, list[str]]:
    """Return the numbers that `municipality_rows` waits for.

    Parameters
    ----------
    rows : sequence of ListedName
        From the topmost.

    Returns
    -------
    dict of str to list of str
        All names, and those that stand out.
    """
    return {
        "names": [row["name_ja"] for row in rows],
        "own_names": [row["name_ja"] for row in rows if row["role"] == "own"],
    }


def municipality_rows() -> alt.Y:
    """Return the rows of a list in the order of `names_in_order`, the own name bold and in the accent.

    Returns
    -------
    Y
        Encoding of ``name_ja``.
    """
    is_own = "indexof(own_names, datum.value) >= 0"
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
    scale = alt.Scale(domain=parameter("names"), paddingInner=1 - BAR_PX / ROW_PX, paddingOuter=0.2)
    return alt.Y("name_ja:N", sort=None, axis=axis, scale=scale)
