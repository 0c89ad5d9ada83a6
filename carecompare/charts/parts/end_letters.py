"""Lines that end in the words for them: the place kept for those, and how they are set."""

from __future__ import annotations

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import named, parameter


def before_names(first: str, last: str) -> alt.Scale:
    """Return the scale of an axis that leaves ``names_px`` at the right for the words of the lines.

    Parameters
    ----------
    first, last : str
        Numbers of the plan: the ends of the axis.

    Returns
    -------
    Scale
        From values to pixels.
    """
    return alt.Scale(
        domain=[parameter(first), parameter(last)],
        nice=False,
        zero=False,
        range=[0, alt.ExprRef("max(80, width - names_px)")],
    )


def end_letters(x: alt.X, gap_px: float) -> list[alt.Chart]:
    """Return the words at the ends of lines, and the unit above the axis.

    Parameters
    ----------
    x : X
        Where the lines end.
    gap_px : float
        Between a line and its words.

    Returns
    -------
    list of Chart
        Layers of the datasets ``letters`` (``at``, ``text``, ``ink``, ``bold``) and ``title`` (``text``).
    """
    text = alt.Text("text:N")
    letters = alt.Chart(named("letters")).mark_text(
        align="left",
        dx=gap_px,
        fontSize=theme.SMALL_TEXT_PX,
        fontWeight=alt.ExprRef("datum.bold ? 'bold' : 'normal'"),
    )
    title = alt.Chart(named("title")).mark_text(align="left", color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX)
    ink = alt.Color("ink:N", scale=None)
    return [
        *theme.haloed(letters.encode(x=x, y=alt.Y("at:Q"), text=text, color=ink)),
        title.encode(x=theme.x_at(0), y=theme.y_at(-12), text=text),
    ]
