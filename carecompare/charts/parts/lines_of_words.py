"""Lines of marks with words: where a line stands, and from which width words stand beside the marks."""

from __future__ import annotations

import altair as alt

from carecompare.charts import theme

# On a phone the words stand above the marks; from here on, beside them.
WIDE = "width >= 560"

# ``y`` is in pixels from the top, whatever the height.
Y = alt.Y(
    "y:Q",
    axis=None,
    scale=alt.Scale(domain=[0, alt.ExprRef("height")], range=[0, alt.ExprRef("height")], nice=False),
)

# Letters of names are never smaller than this.
SMALLEST_PX = 10


def names(lines: alt.Chart, limit: str, y_offset: alt.ExprRef) -> alt.Chart:
    """Return the names of lines, as large as lets the longest of them stand whole.

    Parameters
    ----------
    lines : Chart
        With a field ``name``, on a plan whose number ``longest_px`` is how wide its longest name is.
    limit : str
        How much room there is, an expression of the width.
    y_offset : ExprRef
        From the top of a line.
    """
    fitting = f"{theme.TEXT_PX} * ({limit}) / longest_px"
    size = alt.ExprRef(f"clamp({fitting}, {SMALLEST_PX}, {theme.TEXT_PX})")
    letters = lines.mark_text(align="left", limit=alt.ExprRef(limit), fontSize=size, yOffset=y_offset)
    written: alt.Chart = letters.encode(x=theme.x_at(0), y=Y, text=alt.Text("name:N"))
    return written


def shares_between(start: str, end: str) -> alt.Scale:
    """Return the scale from shares of a line (0 to 1) to pixels.

    Parameters
    ----------
    start, end : str
        Where the marks begin and end, expressions of the width.
    """
    return alt.Scale(domain=[0, 1], nice=False, range=[alt.ExprRef(start), alt.ExprRef(end)])
