"""How many municipalities have the figures of each source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.charts import theme
from carecompare.charts.coverage_bars_plan import ROW_PX, coverage_bars_plan
from carecompare.charts.plan import filled

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
