"""How the marks of a chart on a slide are read, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.files import slide_words
from carecompare.text.files.plot_words import OF_SERIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.exhibits import Exhibit
    from carecompare.reports.slides.plots import Drawn


def legend(drawn: Drawn, exhibit: Exhibit, own: str, *, has_appendix: bool = True) -> str:
    """Return what the marks of a chart mean; only those that are there are named.

    Parameters
    ----------
    drawn : Drawn
        What is drawn.
    exhibit : Exhibit
        What it is drawn of.
    own : str
        Name of the municipality.
    has_appendix : bool
        Whether the table that holds all comes later in the deck.

    Returns
    -------
    str
        Empty where the names beside the marks say it all.
    """
    plot = drawn.plot
    if plot.kind == "waterfall":
        return ""  # its subtitle and the legend of the chart say it
    if plot.kind == "lines":
        return _of_lines(drawn, exhibit, own, has_appendix=has_appendix)
    said = []
    roles = [each.role for each in plot.series]
    if plot.kind == "stacked_bars":
        said.append(slide_words.LEGEND_STACKED.format(own=own) if plot.own >= 0 else "")
    elif "own" in roles:
        others = "・".join(each.name for each in plot.series if each.role != "own")
        said.append(slide_words.LEGEND_PAIR.format(own=own, other=others))
    elif "part" not in roles:
        said.append(slide_words.LEGEND_BARS.format(own=own))
    if drawn.references:
        names = "・".join(plot.categories[place] for place in sorted(drawn.references))
        said.append(slide_words.LEGEND_REFERENCES.format(names=names))
    if plot.hollow:
        said.append(slide_words.LEGEND_HOLLOW)
    if drawn.cut:
        shown = len(plot.categories) - len(drawn.references)
        form = slide_words.CUT if has_appendix else slide_words.CUT_ALONE
        said.append(form.format(own=own, shown=shown))
    return slide_words.GAP.join(each for each in said if each)


def _of_lines(drawn: Drawn, exhibit: Exhibit, own: str, *, has_appendix: bool) -> str:
    plot = drawn.plot
    peers = [each for each in plot.series if each.role == "peer"]
    if len(peers) <= 1:  # two assumptions, each named in the legend of the chart
        return ""
    said = [slide_words.LEGEND_LINES.format(own=own)]
    if any(each.dashed for each in plot.series):
        said.append(slide_words.LEGEND_DASHED)
    endings = [each.format(name="") for each in OF_SERIES.values()]
    lines = [each for each in plot.series if each.role in {"own", "peer"}]
    shown = len({_without(each.name, endings) for each in lines})
    in_table = len(exhibit.grid.own_columns and exhibit.grid.columns[2:])
    if in_table > shown:
        form = slide_words.CUT_LINES if has_appendix else slide_words.CUT_LINES_ALONE
        said.append(form.format(shown=shown, all=in_table))
    return slide_words.GAP.join(said)


def _without(name: str, endings: Iterable[str]) -> str:
    """Return the name of a line without the word for its method."""
    for ending in endings:
        name = name.removesuffix(ending)
    return name
