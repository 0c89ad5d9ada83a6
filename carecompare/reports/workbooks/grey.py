"""Charts of a workbook without colour: tones, then hatching; lines by their dashes and markers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.reports.tones import grey_tone

if TYPE_CHECKING:
    from typing import Any

    from carecompare.exhibits import Plot, Series


BLACK, WHITE, DARK = "#000000", "#FFFFFF", "#595959"
# Of the parts of a whole: three tones far apart, then patterns.
FILLS: tuple[dict[str, Any], ...] = (
    {"fill": {"color": DARK}},
    {"fill": {"color": "#A6A6A6"}},
    {"fill": {"color": "#F2F2F2"}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": BLACK, "bg_color": WHITE}},
    {"pattern": {"pattern": "dotted_grid", "fg_color": BLACK, "bg_color": WHITE}},
    {"pattern": {"pattern": "horizontal_brick", "fg_color": BLACK, "bg_color": WHITE}},
)
LINES = (
    ("solid", "square"),
    ("round_dot", "triangle"),
    ("dash", "circle"),
    ("dash_dot", "diamond"),
    ("long_dash", "x"),
    ("long_dash_dot", "plus"),
    ("solid", "triangle"),
    ("round_dot", "circle"),
    ("dash", "diamond"),
    ("dash_dot", "square"),
    ("long_dash", "triangle"),
    ("long_dash_dot", "circle"),
)


def without_colour(looks: Any) -> Any:  # noqa: ANN401 - whatever looks are made of
    """Return looks in which every colour is its grey."""
    if isinstance(looks, str):
        return grey_tone(looks) if looks.startswith("#") else looks
    if isinstance(looks, dict):
        return {name: without_colour(each) for name, each in looks.items()}
    return [without_colour(each) for each in looks] if isinstance(looks, list) else looks


def grey_looks(looks: dict[str, Any], plot: Plot, series: Series, number: int) -> dict[str, Any]:
    """Return how a series of a plot looks without colour.

    Parameters
    ----------
    looks : dict
        As in colour.
    plot, series, number
        The plot, its series and the place of that.
    """
    grey: dict[str, Any] = without_colour(looks)
    if plot.kind == "waterfall":
        return grey
    if plot.kind == "lines" or series.role == "reference":
        return grey if series.role == "reference" else grey | _line(series, number)
    if series.role == "part":
        # A pattern takes the place of a fill.
        kept = {name: each for name, each in grey.items() if name != "fill"}
        return kept | FILLS[number % len(FILLS)] | {"border": {"color": BLACK}}
    return grey | {"border": {"color": BLACK}}


def _line(series: Series, number: int) -> dict[str, Any]:
    is_own = series.role == "own"
    dash, shape = LINES[number % len(LINES)]
    colour = BLACK if is_own else DARK
    if series.dashed and dash == "solid":
        dash = "dash"
    return {
        "line": {"color": colour, "width": 2.5 if is_own else 1.25, "dash_type": dash},
        "marker": {
            "type": shape,
            "size": 6 if is_own else 5,
            "fill": {"color": BLACK if is_own else WHITE},
            "border": {"color": colour},
        },
    }
