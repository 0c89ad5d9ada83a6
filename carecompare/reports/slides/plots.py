"""What a slide can show of a plot: how many bars, which words, years at even distances."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import gcd
from typing import TYPE_CHECKING

from msgspec.structs import replace

from carecompare.exhibits import Series
from carecompare.text.files import slide_words
from carecompare.text.format import number

if TYPE_CHECKING:
    from carecompare.exhibits import Grid, Plot


# Bars beyond these are too thin to be read from the far end of a table.
MOST_BARS = 18
# Pairs of bars beyond these are read better as a table.
MOST_PAIRS = 12


@dataclass(frozen=True)
class Drawn:
    """What is drawn of a plot.

    Parameters
    ----------
    plot : Plot
        With its references as categories or series, as a chart can hold them.
    cut : bool
        Whether categories were left out.
    references : frozenset of int
        Categories that are references.
    """

    plot: Plot
    cut: bool = False
    references: frozenset[int] = frozenset()


def is_drawn(plot: Plot | None) -> bool:
    """Return whether a slide shows a plot as a chart; the others are shown by their table."""
    if plot is None or not plot.categories or not plot.series:
        return False
    is_pairs = plot.kind == "bars" and len(plot.series) > 1
    return not is_pairs or len(plot.categories) <= MOST_PAIRS


def drawn_plot(plot: Plot, grid: Grid) -> Drawn:
    """Return a plot as a slide can show it.

    Parameters
    ----------
    plot : Plot
        All figures.
    grid : Grid
        The same as a table, for the words that stand where a figure would.

    Returns
    -------
    Drawn
        With the bars nearest to the own one where there are too many, the own name marked, a word for each
        lacking figure, and the references in bars or lines of their own.
    """
    if plot.kind == "waterfall":
        return Drawn(plot)
    if plot.kind == "lines":
        years = _even_years(plot)
        flat = tuple(
            Series(name, (value,) * len(years.categories), role="reference")
            for name, value in plot.references
        )
        return Drawn(replace(years, series=(*years.series, *flat), references=()))
    all_of_them = len(plot.categories)
    kept = range(all_of_them)
    if all_of_them > MOST_BARS:
        first = max(0, min(max(plot.own, 0) - MOST_BARS // 2, all_of_them - MOST_BARS))
        kept = range(first, first + MOST_BARS)
    said = {row[0]: row[1] for row in grid.texts if len(row) > 1}
    lone = len(plot.series) == 1
    names = []
    for place in kept:
        name = plot.categories[place]
        if lone and plot.series[0].values[place] is None:
            name = slide_words.WITHOUT_FIGURE.format(name=name, word=said.get(name) or slide_words.NO_FIGURE)
        names.append(slide_words.OWN_MARK.format(name=name) if place == plot.own else name)
    references = plot.references if lone else ()
    return Drawn(
        replace(
            plot,
            categories=(*names, *(name for name, _ in references)),
            series=tuple(
                Series(
                    each.name,
                    (
                        *(_signed_zero(each.values[place], plot.decimals) for place in kept),
                        *(value for _, value in references),
                    ),
                    each.role,
                )
                for each in plot.series
            ),
            own=plot.own - kept.start if plot.own in kept else -1,
            hollow=tuple(place - kept.start for place in plot.hollow if place in kept),
            references=(),
        ),
        cut=len(kept) < all_of_them,
        references=frozenset(range(len(names), len(names) + len(references))),
    )


def number_format(decimals: int) -> str:
    """Return how the cells behind a chart write a number, with △ for minus.

    The library puts the format of cells into XML as it is, so none may hold a sign of comparison; what is
    drawn has `cell_format`, and what rounds to nothing is nothing in these cells.
    """
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f"{digits};△{digits}"


def _signed_zero(value: float | None, decimals: int) -> float | None:
    """Return nothing for less than nothing that rounds to nothing: a △0.0 says what is not so."""
    return (
        0.0 if value is not None and value < 0 and number(value, decimals) == number(0, decimals) else value
    )


def _even_years(plot: Plot) -> Plot:
    """Return a plot whose years stand at even distances, with gaps for those without figures.

    They stand without their sign, as they fit under a tick.
    """
    if not plot.years:
        return plot
    first, last = plot.years[0], plot.years[-1]
    steps = [after - before for before, after in pairwise(plot.years)]
    every = range(first, last + 1, gcd(*steps)) if len(steps) > 1 else plot.years
    place = {year: i for i, year in enumerate(plot.years)}
    return replace(
        plot,
        years=tuple(every),
        categories=tuple(map(str, every)),
        series=tuple(
            replace(each, values=tuple(each.values[place[y]] if y in place else None for y in every))
            for each in plot.series
        ),
    )
