"""How far what was done lies from what was planned, item by item."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.bars_below_names import bars_below_names, names_above
from carecompare.charts.plan import filled, named, parameter, planned
from carecompare.measures.plan_marks import WHOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.charts.plan import Picture
    from carecompare.measures.plan_marks import Mark


# The farther from the plan the darker; the mark stands beside the figure as well.
FILLS: dict[Mark, str] = {
    "best": theme.BAND,
    "good": theme.MIDDLE_HALF,
    "fair": theme.PEER,
    "poor": theme.DARK,
    "": theme.PAPER,
}
# The axis shows at least this many per cent on both sides of the plan, and at most that many: one item that
# was planned for a single person would flatten all others. What lies beyond ends at the edge, and its figure
# stands beside it.
LEAST_SIDE, MOST_SIDE = 20.0, 100.0


class PlanBar(NamedTuple):
    """An item: its ratio in per cent, its mark, and the words at the right and on hover."""

    name_ja: str
    ratio: float
    mark: Mark
    label: str
    tip: str


def plan_bars(items: Sequence[PlanBar], plan_label: str) -> Picture:
    """Return a bar per item from the plan to what was done.

    Parameters
    ----------
    items : sequence of PlanBar
        From the topmost; their names differ.
    plan_label : str
        The word at the line of the plan.

    Returns
    -------
    Picture
        The name stands above its bar, the figure at the right; the line of the plan is in the middle.
    """
    farthest = max((abs(each.ratio - WHOLE) for each in items), default=0.0)
    side = min(max(farthest, LEAST_SIDE), MOST_SIDE)
    low, high = WHOLE - side, WHOLE + side
    return filled(
        plan_bars_plan(),
        {
            "bars": [
                {
                    "name_ja": each.name_ja,
                    "start": WHOLE,
                    "stop": min(max(each.ratio, low), high),
                    "fill": FILLS[each.mark],
                    "tip": each.tip,
                }
                for each in items
            ],
            "rows": [{"name_ja": each.name_ja, "label": each.label} for each in items],
            "line": [{"at": WHOLE, "label": plan_label}],
        },
        {"names": [each.name_ja for each in items], "start": low, "end": high},
        max(len(items), 1) * ROW_PX,
    )


ROW_PX = 40
BAR_PX = 12
BAR_DOWN_PX = 9  # the bar stands below the name
NAME_UP_PX = -9


@cache
def plan_bars_plan() -> Picture:
    """Return the plan of the bars.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `plan_bars` fills in.
    """
    letters, line = alt.Chart(named("rows")), alt.Chart(named("line"))
    layers = [
        bars_below_names("bars", BAR_PX, BAR_DOWN_PX, parameter("start")),
        line.mark_rule(color=theme.INK, strokeDash=[4, 3]).encode(x=alt.X("at:Q")),
        *theme.haloed(names_above(letters, NAME_UP_PX)),
        letters.mark_text(align="right", dy=NAME_UP_PX, color=theme.QUIET).encode(
            x=theme.x_at("width"), y=alt.Y("name_ja:N"), text=alt.Text("label:N")
        ),
        line.mark_text(dy=-6, baseline="bottom", color=theme.QUIET).encode(
            x=alt.X("at:Q"), y=theme.y_at(0), text=alt.Text("label:N")
        ),
    ]
    return planned(layers)
