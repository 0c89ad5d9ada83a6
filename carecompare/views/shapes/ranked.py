"""One indicator across municipalities: the block that several pages show."""

from __future__ import annotations

from functools import partial
from math import inf, isnan
from typing import TYPE_CHECKING, TypeVar

import pandas as pd

from carecompare.charts import ranked_bars, ranked_plot, ranked_screens
from carecompare.comparisons import rank_ranges, shrunk_value
from carecompare.measures.rates import one_more
from carecompare.tables import COMPARISON_COLUMNS, ESTIMATED, IMPUTED, PROJECTED, UNKNOWN_AGES
from carecompare.text import rank_words, sentences, words
from carecompare.text.chart_words import RANKED_BARS_LEGEND
from carecompare.text.format import era_year, interval, status_word
from carecompare.typed_cells import figure_cell, number_cell
from carecompare.views.base.block import Block, years_behind
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.making import correction_notes
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.compared import compared
from carecompare.views.shapes.denominators import denominator_note
from carecompare.views.shapes.passport import passport_address, passport_links

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons import Comparison, RankRange
    from carecompare.file_tables import FileTable
    from carecompare.rows import ListedRow, Valued
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


# Beyond this a chart of bars is longer than two screens; the table beside it holds them all.
MOST_BARS = 30
Listed = TypeVar("Listed", bound="ListedRow")


def finding(here: Page, result: Comparison) -> str:
    """Return the sentence of a comparison."""
    own = result.own
    figure = sentences.RankedFigure(
        own=here.own_label,
        value=float(own["value"]),
        count=float(own["numerator"]),
        status=own["status"],
        position=float(own["rank"]),
        of=result.among.of,
        among=here.among,
        reason=own["reason"],
        insurer=here.loaded.insurers.get(here.own, ""),
    )
    said = sentences.ranked(result.indicator, figure)
    return said + rank_words.in_sentence(ranges(here, result).get(here.own), figure.position, figure.of)


def ranges(here: Page, result: Comparison) -> Mapping[str, RankRange]:
    """Return between which ranks the municipalities of a comparison stand."""
    name = f"ranks {result.indicator.id} {result.year}"
    return here.cached("choice", name, lambda: rank_ranges(result.rows))


def ranked_block(here: Page, indicator: Indicator, year: int, notes: tuple[str, ...] = ()) -> Block:
    """Return the block of one indicator across the own municipality and its comparators.

    Parameters
    ----------
    here : Page
        The page with its choice.
    indicator : Indicator
        What is compared.
    year : int
        Year shown.
    notes : tuple of str
        Cautions of the page.

    Returns
    -------
    Block
        Ready to show.
    """
    result = compared(here, indicator, year)
    own = result.own
    cautions = [note for note in (indicator.notes_ja, *notes) if note]
    if indicator.kind == "density" and own["denominator"] > 0:
        cautions.insert(
            0, sentences.one_more(indicator, float(one_more(own["denominator"], per=indicator.per)))
        )
    moved = denominator_note(here, indicator, own)
    cautions += [moved] if moved else []
    if any(row["reason"] == UNKNOWN_AGES for row in result.rows):
        cautions.append(words.HOLLOW_BAR_NOTE)
    if any(each.best < each.worst for each in ranges(here, result).values()):
        cautions.append(rank_words.RANGE_NOTE)
    shrunk = shrunk_value(here.loaded.indicator_year(indicator.id, year), indicator, here.own)
    if not isnan(shrunk):
        cautions.append(rank_words.SHRUNK_NOTE.format(prefecture=here.prefecture_label))
    drawn = nearest_rows(result.rows)
    if len(drawn) < len(result.rows):
        cautions.append(words.NEAREST.format(all=1 + len(here.peers), most=MOST_BARS))
    municipal = [row for row in drawn if row["role"] != "reference"]
    made = {row["status"] for row in result.rows}
    if indicator.projection is not None and PROJECTED in made:
        cautions.append(indicator.projection.note_ja)
    if indicator.imputed is not None and IMPUTED in made:
        cautions.append(indicator.imputed.note_ja)
    behind = years_behind(
        indicator,
        result.rows,
        observed=not made <= {ESTIMATED, PROJECTED},
        projected=bool(made & {ESTIMATED, PROJECTED}),
    )
    shown = (str(row["area"]) for row in result.rows)
    cautions += correction_notes(here, behind, shown)
    what = f"{indicator.label_ja}（{indicator.unit_ja}）、{era_year(year, fiscal=indicator.fiscal_year)}"
    return Block(
        key=f"{indicator.id}_{year}_{here.own}",
        finding=finding(here, result),
        subtitle=f"{what}。{RANKED_BARS_LEGEND}",
        chart=ranked_bars(drawn, indicator) if any(map(has_value, municipal)) else None,
        table=_table(result, here, shrunk),
        file=partial(_file, result, ranges(here, result)),
        origins=origins_of(here, behind),
        notes=tuple(dict.fromkeys(cautions)),
        passports=passport_links(here, [own, *result.of_role("reference")]),
        plot=partial(ranked_plot, drawn, indicator),
        staged=partial(ranked_screens, drawn, indicator),
        indicators=(indicator.id,),
        what=what,
    )


def has_value(row: Valued) -> bool:
    """Return whether a row has a figure."""
    return not isnan(row["value"])


def from_the_highest(row: Valued) -> float:
    """Return what orders rows from the highest figure, missing ones last."""
    return -float(row["value"]) if has_value(row) else inf


def nearest_rows(rows: Sequence[Listed], most: int = MOST_BARS) -> list[Listed]:
    """Return the rows around the own municipality when there are too many to draw, references kept.

    Parameters
    ----------
    rows : sequence of ListedRow
        In any order.
    most : int
        How many municipalities are kept.

    Returns
    -------
    list of ListedRow
        In the order they came.
    """
    ordered = sorted((row for row in rows if row["role"] != "reference"), key=from_the_highest)
    if len(ordered) <= most:
        return list(rows)
    own = next(place for place, row in enumerate(ordered) if row["role"] == "own")
    first = max(0, min(own - most // 2, len(ordered) - most))
    kept = {row["area"] for row in ordered[first : first + most]}
    return [row for row in rows if row["area"] in kept or row["role"] == "reference"]


def _table(result: Comparison, here: Page, shrunk: float) -> Table:
    municipal = (row for row in result.rows if row["role"] != "reference")
    ordered = [*sorted(municipal, key=from_the_highest), *result.of_role("reference")]
    indicator = result.indicator
    digits = indicator.decimals
    placed = ranges(here, result)
    rows: list[tuple[Cell | str, ...]] = [
        (
            row["name_ja"],
            figure_cell(row, indicator, words.WITHHELD_SHORT),
            "" if indicator.is_a_year else interval(row["lower"], row["upper"], digits),
            rank_words.in_table(row["rank"], placed.get(row["area"]))
            or words.NOT_RANKED.get(row["reason"], ""),
            number_cell(row["numerator"]),
            number_cell(row["denominator"]),
        )
        for row in ordered
    ]
    if not isnan(shrunk):
        estimate = number_cell(shrunk, digits, unit=indicator.unit_ja)
        rows.append((rank_words.SHRUNK.format(own=here.own_label), estimate, "", "", "", ""))
    column = words.COLUMN
    ranked_of = words.RANK_OF.format(of=result.among.of)
    headings = [column["name"], column["value"], column["interval"], ranked_of]
    return Table(
        columns=[*headings, column["numerator"], column["denominator"]],
        rows=rows,
        numeric=frozenset({1, 2, 3, 4, 5}),
        own_rows=frozenset(i for i, row in enumerate(ordered) if row["area"] == here.own),
        links=[("", passport_address(here, row["indicator"], row["year"], row["area"])) for row in ordered],
        caption=f"{result.indicator.label_ja}（{result.indicator.unit_ja}）",
    )


def _file(result: Comparison, placed: Mapping[str, RankRange]) -> FileTable:
    frame = pd.DataFrame(result.filed, columns=list(COMPARISON_COLUMNS))
    ends = [placed.get(area) for area in frame["area"]]
    return file_table(
        pd.DataFrame(
            {
                "area": frame["area"],
                "name": frame["name_ja"],
                "indicator": result.indicator.label_ja,
                "unit": result.indicator.unit_ja,
                "year": frame["year"],
                "value": frame["value"],
                "lower": frame["lower"],
                "upper": frame["upper"],
                "numerator": frame["numerator"],
                "denominator": frame["denominator"],
                "denominator_year": frame["denominator_year"].astype("Int64"),
                "rank": frame["rank"].astype("Int64"),
                "best": pd.array([each and each.best for each in ends], dtype="Int64"),
                "worst": pd.array([each and each.worst for each in ends], dtype="Int64"),
                "status": [status_word(status) for status in frame["status"]],
                "kind": [words.METHODS.get(method, "") for method in frame["method"]],
                "note": [sentences.WITHHELD.get(reason, "") for reason in frame["reason"]],
            }
        ),
        {"best": rank_words.BEST, "worst": rank_words.WORST},
        unit=result.indicator.unit_ja,
    )
