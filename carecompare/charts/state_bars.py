"""How many lines of a worksheet are in which state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.charts import theme
from carecompare.charts.plan import filled
from carecompare.charts.state_bars_plan import ROW_PX, state_bars_plan
from carecompare.text.worksheet_words import STATE_SIGNS, segment_tip

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
