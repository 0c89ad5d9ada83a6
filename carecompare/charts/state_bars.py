"""How many lines of a worksheet are in which state."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.bars_below_names import bars_below_names, names_above
from carecompare.charts.plan import filled, named, planned
from carecompare.text.own.worksheet_words import STATE_SIGNS, segment_tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.charts.plan import Picture


# From dark to empty, each with its sign, so that the states differ in print without colour.
FILLS = {
    "known": (theme.DARK, theme.PAPER),
    "partly": (theme.PEER, theme.DOCUMENT),
    "unknown": (theme.BAND, theme.INK),
    "not_applicable": (theme.PEER_FAINT, theme.INK),
    "": (theme.PAPER, theme.INK),
}


def state_bars(stages: Mapping[str, Mapping[str, int]]) -> Picture:
    """Return a bar per stage, parted by state, each part with its sign and number.

    Parameters
    ----------
    stages : mapping of str to mapping of str to int
        From the topmost: how many lines of each state, by the name of the stage.

    Returns
    -------
    Picture
        The name stands above its bar; all bars have the scale of the longest.
    """
    pieces = []
    for name, counts in stages.items():
        start = 0
        for state, (fill, ink) in FILLS.items():
            count = counts[state]
            if not count:
                continue
            pieces.append(
                {
                    "name_ja": name,
                    "start": start,
                    "stop": start + count,
                    "middle": start + count / 2,
                    "fill": fill,
                    "ink": ink,
                    "label": f"{STATE_SIGNS[state]}{count}",
                    "tip": segment_tip(name, state, count),
                }
            )
            start += count
    end = max((sum(counts.values()) for counts in stages.values()), default=1)
    return filled(
        state_bars_plan(),
        {"pieces": pieces, "rows": [{"name_ja": name} for name in stages]},
        {"names": list(stages), "end": max(end, 1)},
        max(len(stages), 1) * ROW_PX,
    )


ROW_PX = 52
BAR_PX = 22
BAR_DOWN_PX = 11  # the bar stands below the name
NAME_UP_PX = -12


@cache
def state_bars_plan() -> Picture:
    """Return the plan of the bars.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `state_bars` fills in.
    """
    layers = [
        bars_below_names("pieces", BAR_PX, BAR_DOWN_PX),
        alt.Chart(named("pieces"))
        .mark_text(dy=BAR_DOWN_PX, baseline="middle")
        .encode(
            x=alt.X("middle:Q"),
            y=alt.Y("name_ja:N"),
            text=alt.Text("label:N"),
            color=alt.Color("ink:N", scale=None),
        ),
        names_above(alt.Chart(named("rows")), NAME_UP_PX),
    ]
    return planned(layers)
