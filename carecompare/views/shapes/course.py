"""An indicator over the years: the block that the page on aging and the home page show."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import DocumentPoint, course_plot, lines_of
from carecompare.charts import course as course_chart
from carecompare.comparisons import course
from carecompare.rows import COUNTED, PROJECTION
from carecompare.text import sentences, words
from carecompare.text.chart_words import COUNTED_LEGEND, COUNTED_SERIES, COURSE_LEGEND
from carecompare.text.format import status_word, year_word
from carecompare.text.topics import aging_words
from carecompare.views.base.block import Block
from carecompare.views.base.editions import BEYOND, FIRST_YEAR, projections
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.making import correction_notes
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.missed import beside_notes
from carecompare.views.shapes.passport import passport_links

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts import CourseLine
    from carecompare.file_tables import FileTable
    from carecompare.views.base.here import Page

    End = tuple[int, float] | None


MOST_LINES = 40
TALL_PX = 380
DOCUMENT_YEAR = 2013


def course_block(
    here: Page,
    level: Indicator,
    most: int = MOST_LINES,
    height_px: int = TALL_PX,
    said_of: Callable[[str, Indicator, End, End], str] = sentences.course,
) -> Block:
    """Return the block of an indicator over the years.

    Parameters
    ----------
    here : Page
        The page with its choice.
    level : Indicator
        What is shown.
    most : int
        How many comparators are drawn.
    height_px : int
        Height of the plot.
    said_of : callable
        From the own name, what is shown and both ends of the own line to the sentence.

    Returns
    -------
    Block
        Ready to show.
    """
    peers = _nearest_in_size(here, most)
    wanted = [each for each in (level.id, level.history, level.projected_id) if each]

    def lines(codes: Sequence[str], own: str = "") -> list[CourseLine]:
        values = here.loaded.figures.rows(wanted, codes)
        found = lines_of(course(values, here.loaded.labels, level, own), level)
        return sorted(found, key=lambda line: codes.index(line.area))

    # Which few of the comparators are drawn differs from one municipality to the next, their lines do not.
    known = here.peers if len(here.peers) <= MOST_LINES else peers
    of_peers = here.cached("peers", f"lines of {level.id} {' '.join(known)}", partial(lines, known))
    drawn = [*lines([here.own], here.own), *(line for line in of_peers if line.area in peers)]
    case = here.catalog.case_of.get(here.own)
    figures = None if case is None else case.document_figures
    document_point = None
    if figures is not None:
        of_level = {
            "share_65_and_over": figures.share_65_and_over,
            "share_75_and_over": figures.share_75_and_over,
        }.get(level.id)
        document_point = None if of_level is None else DocumentPoint(DOCUMENT_YEAR, of_level)
    own = [row for line in drawn if line.is_own for row in line.known]
    projected = sum(row["series"] == PROJECTION for row in own)
    series = PROJECTION if projected > 1 else COUNTED
    ends = [row for row in own if row["series"] == series and not row["hollow"]]
    # What is said of both ends is of one definition: that of the newest figure.
    pairs = [(row["year"], row["value"]) for row in ends if row["part"] == ends[-1]["part"]]
    first, last = (pairs[0], pairs[-1]) if len(pairs) > 1 else (None, None)
    has_projection = level.projection is not None
    notes = [aging_words.COURSE_RULE if has_projection else level.notes_ja, *beside_notes(here, level)]
    if any(line.has_hollow for line in drawn):
        notes.append(aging_words.HOLLOW_NOTE)
    if any(line.has_join for line in drawn):
        notes.append(aging_words.JOIN_NOTE)
    if has_projection and not projected:
        notes.append(aging_words.NO_PROJECTION.format(own=here.own_label, **projections(here)))
    if len(here.peers) > most:
        notes.append(aging_words.COURSE_CUT.format(most=most, all=len(here.peers)))
    shown = [here.catalog.indicators[each] for each in wanted]
    counts = {
        count: range(max(FIRST_YEAR, each.first_year), BEYOND) for each in shown for count in each.counts
    }
    notes += correction_notes(here, counts, [here.own, *peers])
    legend = COURSE_LEGEND if has_projection else COUNTED_LEGEND
    what = f"{level.label_ja}（{level.unit_ja}）"
    return Block(
        key=f"{level.id}_course{most}_{here.own}",
        finding=said_of(here.own_label, level, first, last),
        subtitle=f"{what}。{legend}",
        chart=course_chart(drawn, document_point, height_px=height_px)
        if any(line.known for line in drawn)
        else None,
        staged=lambda height_px: [course_chart(drawn, document_point, height_px=height_px)],
        table=_course_table(drawn, level),
        file=partial(_course_file, drawn, level),
        origins=origins_of(here, counts),
        notes=tuple(notes),
        passports=passport_links(here, own),
        wide=True,
        plot=partial(course_plot, drawn),
        indicators=(level.id,),
        what=what,
    )


def _nearest_in_size(here: Page, most: int) -> tuple[str, ...]:
    """Return the comparators, or those nearest in population where they are too many to draw."""
    if len(here.peers) <= most:
        return here.peers
    indicator_year = here.loaded.indicator_year("population", here.loaded.latest["population"])
    residents = {code: indicator_year.figures(code)["value"] for code in (here.own, *here.peers)}
    apart = {code: abs(math.log((residents[code] + 1) / (residents[here.own] + 1))) for code in here.peers}
    kept = set(sorted(here.peers, key=lambda code: apart[code])[:most])
    return tuple(code for code in here.peers if code in kept)


def _course_table(lines: Sequence[CourseLine], level: Indicator) -> Table:
    is_any_hollow = any(line.has_hollow for line in lines)
    years = sorted({each for line in lines for each in line.figures})
    columns = ([line.figures.get(each, "") for each in years] for line in lines)
    return Table(
        columns=[words.COLUMN["year"], words.COLUMN["series"], *(line.name for line in lines)],
        rows=[
            (year_word(year), _series(level, series), *figures)
            for (year, series), *figures in zip(years, *columns, strict=True)
        ],
        numeric=frozenset(range(2, len(lines) + 2)),
        own_columns=frozenset({2}),
        with_own=frozenset({1}),
        caption=f"{level.label_ja}（{level.unit_ja}）"
        + (f"。{aging_words.COURSE_TABLE_CAPTION}" if is_any_hollow else ""),
        kind="wide",
    )


def _course_file(lines: Sequence[CourseLine], level: Indicator) -> FileTable:
    frame = pd.DataFrame([row for line in lines for row in line.rows])
    return file_table(
        pd.DataFrame(
            {
                "area": frame["area"],
                "name": frame["name_ja"],
                "indicator": level.label_ja,
                "year": frame["year"],
                "series": [_series(level, each) for each in frame["series"]],
                "value": frame["value"],
                "lower": frame["lower"],
                "upper": frame["upper"],
                "numerator": frame["numerator"],
                "denominator": frame["denominator"],
                "status": [status_word(status) for status in frame["status"]],
                "note": frame["reason"].map(sentences.WITHHELD).fillna(""),
            }
        ),
        unit=level.unit_ja,
    )


def _series(level: Indicator, series: str) -> str:
    """Return what a value is called: only a series that is joined to a projection is the census."""
    return words.SERIES[series] if level.projection is not None else COUNTED_SERIES
