"""How many municipalities have the figures of each source."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.bars_below_names import bars_below_names, names_above
from carecompare.charts.plan import filled, named, planned

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.charts.plan import Picture


# Dark, light and empty, so that the parts differ in print without colour.
FILLS = {"all": theme.PEER_DARK, "some": theme.BAND, "none": theme.PAPER}


def coverage_bars(sources: pd.DataFrame) -> Picture:
    """Return a bar per source, parted in municipalities with every figure, with some and with none.

    Parameters
    ----------
    sources : DataFrame
        From the topmost: ``name_ja``; ``all``, ``some`` and ``none`` in municipalities; ``label``, the words
        at the right; ``tip``, those on hover.

    Returns
    -------
    Picture
        The name stands above its bar, so that bars keep their length on a phone.
    """
    rows = sources.to_dict("records")
    segments = []
    for row in rows:
        start = 0
        for part, fill in FILLS.items():
            segments.append(
                {
                    "name_ja": row["name_ja"],
                    "part": part,
                    "start": start,
                    "stop": start + row[part],
                    "fill": fill,
                    "tip": row["tip"],
                }
            )
            start += row[part]
    end = max((row["all"] + row["some"] + row["none"] for row in rows), default=1)
    return filled(
        coverage_bars_plan(),
        {
            "segments": segments,
            "rows": [{"name_ja": row["name_ja"], "label": row["label"], "end": end} for row in rows],
        },
        {"names": [row["name_ja"] for row in rows], "end": end},
        max(len(rows), 1) * ROW_PX,
    )


ROW_PX = 42
BAR_PX = 14
BAR_DOWN_PX = 9  # the bar stands below the name
NAME_UP_PX = -9


@cache
def coverage_bars_plan() -> Picture:
    """Return the plan of the bars.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `coverage_bars` fills in.
    """
    letters = alt.Chart(named("rows"))
    layers = [
        bars_below_names("segments", BAR_PX, BAR_DOWN_PX),
        names_above(letters, NAME_UP_PX),
        letters.mark_text(align="right", dy=NAME_UP_PX, color=theme.QUIET).encode(
            x=theme.x_at("width"), y=alt.Y("name_ja:N"), text=alt.Text("label:N")
        ),
    ]
    return planned(layers)
