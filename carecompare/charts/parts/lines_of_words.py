"""Lines of marks with words: where a line stands, and from which width words stand beside the marks."""

from __future__ import annotations

import altair as alt

# On a phone the words stand above the marks; from here on, beside them.
WIDE = "width >= 560"

# ``y`` is in pixels from the top, whatever the height.
Y = alt.Y(
    "y:Q",
    axis=None,
    scale=alt.Scale(domain=[0, alt.ExprRef("height")], range=[0, alt.ExprRef("height")], nice=False),
)


def shares_between(start: str, end: str) -> alt.Scale:
    """Return the scale from shares of a line (0 to 1) to pixels.

    Parameters
    ----------
    start, end : str
        Where the marks begin and end, expressions of the width.
    """
    return alt.Scale(domain=[0, 1], nice=False, range=[alt.ExprRef(start), alt.ExprRef(end)])
