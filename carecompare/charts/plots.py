"""The figures of a picture as a plot that office programs can draw and edit."""

from __future__ import annotations

from itertools import product
from math import isnan
from typing import TYPE_CHECKING

from carecompare.charts.ranked_bars import from_the_highest, is_line
from carecompare.charts.waterfall import LEVELS, step_name
from carecompare.exhibits import Plot, Series
from carecompare.rows import COUNTED, PROJECTION, WITH_IMPUTED
from carecompare.tables import INSURER_LEVEL
from carecompare.text.files import plot_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.course.line import CourseLine
    from carecompare.charts.prospect import Prospect
    from carecompare.rows import ComparisonRow, DecompositionStep, HouseholdRow, ProfileLine, SupplyRow


# More lines than these cannot be told apart on a slide; the table holds them all.
MOST_LINES = 12


def ranked_plot(compared: Sequence[ComparisonRow], indicator: Indicator) -> Plot:
    """Return the bars of one indicator across municipalities.

    Parameters
    ----------
    compared : sequence of ComparisonRow
        Of one indicator and year.
    indicator : Indicator
        What is compared.

    Returns
    -------
    Plot
        From the highest; a municipality without a value comes last with a gap.
    """
    places = sorted((row for row in compared if row["role"] != "reference"), key=from_the_highest)
    return Plot(
        kind="bars",
        categories=tuple(row["name_ja"] for row in places),
        series=(Series(indicator.name_ja, tuple(_value(row) for row in places), role="peer"),),
        unit=indicator.unit_ja,
        decimals=indicator.decimals,
        own=next((place for place, row in enumerate(places) if row["role"] == "own"), -1),
        hollow=tuple(
            place for place, row in enumerate(places) if row["reason"] != "" or row["status"] == INSURER_LEVEL
        ),
        references=tuple(
            (row["name_ja"], float(row["value"]))
            for row in compared
            if row["role"] == "reference" and is_line(row, indicator)
        ),
    )


def course_plot(lines: Sequence[CourseLine]) -> Plot | None:
    """Return the lines of one indicator over the years.

    Parameters
    ----------
    lines : sequence of CourseLine
        As `course` takes them.

    Returns
    -------
    Plot or None
        The own municipality and at most twelve others, those with the nearest last figures; what is counted
        and what is projected are series of their own. None where nothing is known.
    """
    known = [line for line in lines if line.known]
    if not known:
        return None
    years = sorted({row["year"] for line in known for row in line.known})
    series = []
    for line in _nearest(known):
        for each, part in product(
            (COUNTED, WITH_IMPUTED, PROJECTION), sorted({row["part"] for row in line.known})
        ):
            of = [row for row in line.known if (row["series"], row["part"]) == (each, part)]
            values = {row["year"]: float(row["value"]) for row in of}
            name = plot_words.OF_SERIES[each].format(name=line.name)
            if values and part < line.indicator.part(years[-1]):
                name = plot_words.UNTIL.format(name=name, year=max(values))
            if values:
                series.append(
                    Series(
                        name,
                        tuple(values.get(year) for year in years),
                        role="own" if line.is_own else "peer",
                        dashed=each == PROJECTION,
                    )
                )
    return Plot(
        kind="lines",
        categories=tuple(plot_words.YEAR.format(year=year) for year in years),
        years=tuple(int(year) for year in years),
        series=tuple(series),
        unit=lines[0].indicator.unit_ja,
        decimals=lines[0].indicator.decimals,
    )


def _nearest(lines: Sequence[CourseLine]) -> list[CourseLine]:
    """Return the own line first, then the others, of too many those that end nearest to it."""
    ends = {
        line.area: max(line.known, key=lambda row: (row["year"], row["series"]))["value"] for line in lines
    }
    own = [line for line in lines if line.is_own]
    others = [line for line in lines if not line.is_own]
    if own and len(others) > MOST_LINES:
        others.sort(key=lambda line: abs(ends[line.area] - ends[own[0].area]))
    return own + others[:MOST_LINES]


def households_plot(shares: Sequence[HouseholdRow]) -> Plot:
    """Return the composition of households across municipalities.

    Parameters
    ----------
    shares : sequence of HouseholdRow
        In the order to show.

    Returns
    -------
    Plot
        Stacked to a hundred.
    """
    return Plot(
        kind="stacked_bars",
        categories=tuple(row["name_ja"] for row in shares),
        series=tuple(
            Series(
                name,
                tuple(None if isnan(row[part]) else float(row[part]) for row in shares),
                role="part",
            )
            for part, name in plot_words.HOUSEHOLDS.items()
        ),
        unit="%",
        decimals=1,
        own=next((place for place, row in enumerate(shares) if row["role"] == "own"), -1),
    )


def profile_plot(summary: Sequence[ProfileLine], indicators: Sequence[Indicator], own: str) -> Plot | None:
    """Return the own figures beside the medians of the comparators.

    Parameters
    ----------
    summary : sequence of ProfileLine
        Of each indicator.
    indicators : sequence of Indicator
        The same.
    own : str
        Name of the municipality.

    Returns
    -------
    Plot or None
        None where the indicators have different units, for one axis would mix them, where they are years, or
        where nothing is known of the own municipality or of the comparators.
    """
    first = indicators[0] if indicators else None
    if first is None or first.is_a_year or len({each.unit_ja for each in indicators}) > 1:
        return None
    sides = [[row[name] for row in summary] for name in ("value", "median")]
    if any(all(map(isnan, side)) for side in sides):
        return None
    values, medians = (tuple(None if isnan(each) else float(each) for each in side) for side in sides)
    return Plot(
        kind="bars",
        categories=tuple(each.name_ja for each in indicators),
        series=(Series(own, values, role="own"), Series(plot_words.PEER_MEDIAN, medians)),
        unit=first.unit_ja,
        decimals=max(each.decimals for each in indicators),
    )


def decomposition_plot(steps: Sequence[DecompositionStep], own: str, other: str) -> Plot:
    """Return the waterfall of what the ages and the rates by age add to a difference.

    Parameters
    ----------
    steps : sequence of DecompositionStep
        From `Decomposed.steps`.
    own, other : str
        Names at the two ends.

    Returns
    -------
    Plot
        Steps in percentage points, levels in per cent; hollow where only the ages differ, and where fewer
        than ten persons stand behind a step.
    """
    parts = {
        part: tuple(float(row["points"]) if row["part"] == part else None for row in steps)
        for part in plot_words.DECOMPOSED
    }
    levels = tuple(float(row["reach"]) if row["part"] in LEVELS else None for row in steps)
    return Plot(
        kind="waterfall",
        categories=tuple(step_name(row, own, other) for row in steps),
        series=(
            *(Series(name, parts[part], role="part") for part, name in plot_words.DECOMPOSED.items()),
            Series(plot_words.LEVEL, levels, role="reference"),
        ),
        unit=plot_words.DECOMPOSED_UNIT,
        decimals=1,
        own=next((place for place, row in enumerate(steps) if row["part"] == "end"), -1),
        hollow=tuple(place for place, row in enumerate(steps) if row["few"] or row["part"] == "expected"),
    )


def prospect_plot(rows: Sequence[SupplyRow], series: tuple[str, str], shown: Prospect, unit: str) -> Plot:
    """Return the lines of two assumptions over the projected years, with the number of today.

    Parameters
    ----------
    rows : sequence of SupplyRow
        As `prospect` takes them.
    series : tuple of str
        The one drawn strong, and the alternative.
    shown : Prospect
        What is drawn of them.
    unit : str
        Of the figures.

    Returns
    -------
    Plot
        The alternative is dashed.
    """
    years = sorted({row["year"] for row in rows if row["series"] in series})
    lines = []
    for place, (key, name) in enumerate(zip(series, shown.names, strict=True)):
        found = {row["year"]: row[shown.column] * shown.factor for row in rows if row["series"] == key}
        if found:
            values = tuple(float(found[year]) if year in found else None for year in years)
            lines.append(Series(name, values, role="peer" if place else "own", dashed=bool(place)))
    return Plot(
        kind="lines",
        categories=tuple(plot_words.YEAR.format(year=year) for year in years),
        years=tuple(int(year) for year in years),
        series=tuple(lines),
        unit=unit,
        decimals=shown.decimals,
        references=() if isnan(shown.now) else ((shown.now_text or shown.title, float(shown.now)),),
    )


def _value(row: ComparisonRow) -> float | None:
    return None if isnan(row["value"]) else float(row["value"])
