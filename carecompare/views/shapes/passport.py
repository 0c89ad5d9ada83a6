"""Where one figure comes from, step by step, and the links to it from every other view."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import TYPE_CHECKING

from carecompare.comparisons import passport
from carecompare.store import figures_of_counts
from carecompare.tables import ESTIMATED, IMPUTED, INSURER_LEVEL, NOT_COLLECTED, PROJECTED
from carecompare.text import sentences, words
from carecompare.text.data import definition_words, passport_words
from carecompare.text.format import (
    date,
    edge_word,
    era_year,
    interval,
    number,
    status_word,
    with_unit,
    year_word,
)
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block, years_behind
from carecompare.views.base.choice import ITEM, parameter
from carecompare.views.base.file_columns import rows_table, standard_column
from carecompare.views.base.making import correction_notes
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table, disclosure, links, notes
from carecompare.views.shapes.passport_links import origin_of, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.catalog import Indicator
    from carecompare.comparisons import Part, Passport
    from carecompare.rows import CountRow, FigureRow, ValueRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


# The area whose figure's passport is open.
AREA = parameter("area", lambda value, known: value in known.areas, "passport_area_unknown")


def passport_address(here: Page, indicator: str, year: float, area: str) -> str:
    """Return the address of a figure's passport, relative to any page."""
    return f"{here.before_passports}item={indicator}&year={int(year)}&area={area}"


def passport_links(here: Page, rows: Iterable[FigureRow]) -> str:
    """Return, as HTML to be opened, the figures of some rows with what they are made of, linked to passports.

    Parameters
    ----------
    here : Page
        The page with its choice.
    rows : iterable of FigureRow
        Those without a year are left out.

    Returns
    -------
    str
        A closed list.
    """
    items = links(
        (
            passport_address(here, row["indicator"], row["year"], row["area"]),
            _sentence(here, here.catalog.indicators[row["indicator"]], row),
        )
        for row in rows
        if not isnan(row["year"])
    )
    listed = "".join(f"<li>{each}</li>" for each in items)
    return disclosure(
        passport_words.OPEN, f"{notes(passport_words.OPEN_HELP)}<ul class='cc-passports'>{listed}</ul>"
    )


def blocks(here: Page, indicator: Indicator, figure: ValueRow) -> tuple[Block, Block]:
    """Return the figure, and what it was made of."""
    counts = figures_of_counts(here.store, indicator.counts, [figure["area"]])
    known: dict[tuple[str, int], CountRow] = {(row["count"], row["year"]): row for row in counts}
    return _figure_block(here, indicator, figure), _parts_block(here, passport(indicator, figure, known))


def chosen_indicator(here: Page) -> Indicator:
    """Return the indicator whose passport is open, else the first of the catalogue."""
    indicators = here.catalog.indicators
    return indicators.get(here.selection[ITEM]) or next(iter(indicators.values()))


def _sentence(here: Page, indicator: Indicator, row: FigureRow) -> str:
    area, name = here.label(row["area"]), indicator.name_ja
    year = era_year(int(row["year"]), fiscal=indicator.fiscal_year)
    value = with_unit(row["value"], indicator) or edge_word(row)
    if not value:
        return passport_words.SILENT.format(
            year=year, area=area, indicator=name, status=status_word(row["status"])
        )
    denominator = number(row["denominator"])
    usual = passport_words.SENTENCE if denominator else passport_words.SENTENCE_PUBLISHED
    return passport_words.SENTENCES.get(indicator.kind, usual).format(
        year=year,
        area=area,
        indicator=name,
        value=value,
        numerator=number(row["numerator"]),
        denominator=denominator,
        per=number(indicator.per),
        base=year_word(row["denominator_year"]),
    )


def _figure_block(here: Page, indicator: Indicator, figure: ValueRow) -> Block:
    year = int(figure["year"])
    is_projection = figure["status"] in {ESTIMATED, PROJECTED}
    later = indicator.projection
    imputed = indicator.imputed
    remarks = [indicator.notes_ja, later.note_ja if later and is_projection else ""]
    remarks += [imputed.note_ja] if imputed and figure["status"] == IMPUTED else []
    behind = years_behind(indicator, [figure], observed=not is_projection, projected=is_projection)
    if figure["status"] == INSURER_LEVEL:
        insurer = here.loaded.insurers.get(figure["area"], "")
        remarks.append(sentences.insurer_members(insurer, [here.label(figure["area"])]))
    remarks += correction_notes(here, behind, [figure["area"]])
    rows = [
        (passport_words.INDICATOR, f"{indicator.label_ja}（{indicator.unit_ja}）"),
        (passport_words.AREA, f"{here.label(figure['area'])}（{figure['area']}）"),
        (passport_words.YEAR, era_year(year, fiscal=indicator.fiscal_year)),
        (
            passport_words.VALUE,
            with_unit(figure["value"], indicator) or edge_word(figure) or status_word(figure["status"]),
        ),
        (passport_words.INTERVAL, interval(figure["lower"], figure["upper"], indicator.decimals)),
        (passport_words.STATUS, status_word(figure["status"])),
        (passport_words.METHOD, words.METHODS.get(figure["method"], "")),
        (passport_words.DENOMINATOR_YEAR, _denominator_year(indicator)),
        (passport_words.NOTE, "".join(remarks)),
        (passport_words.CODE, f"{indicator.id} / {figure['area']}"),
    ]
    headings = {"item": passport_words.ITEM, "content": passport_words.CONTENT}
    return Block(
        key=f"passport_{indicator.id}_{year}_{figure['area']}",
        finding=_sentence(here, indicator, figure),
        subtitle="",
        table=Table(list(headings.values()), [row for row in rows if row[1]], caption=passport_words.FIGURE),
        file=partial(rows_table, rows, headings),
        origins=origins_of(here, behind),
    )


def _denominator_year(indicator: Indicator) -> str:
    words_of_it = definition_words.DENOMINATOR_YEARS.get(indicator.denominator_year, "")
    return words_of_it.format(year=indicator.base_year)


def _parts_block(here: Page, made: Passport) -> Block:
    rows = [_part(here, part) for part in made.parts]
    headings = passport_words.COLUMNS
    return Block(
        key=f"passport_parts_{made.figure['indicator']}_{made.figure['area']}",
        finding="",
        subtitle="",
        table=Table(list(headings.values()), rows, numeric=frozenset({2, 3}), kind="definitions"),
        file=partial(rows_table, rows, {**headings, "status": standard_column("status")}, years=("year",)),
        notes=tuple(
            dict.fromkeys(
                f"{source.name_ja}：{source.page}"
                for part in made.parts
                if part.figure
                for source in [here.catalog.sources[part.figure["source"]]]
            )
        ),
    )


def _part(here: Page, part: Part) -> tuple[Cell | str, ...]:
    count = here.catalog.counts[part.count]
    side = passport_words.SIDES[part.side] + (passport_words.SUBTRACTED if part.subtracted else "")
    if part.weight != 1:
        side += passport_words.WEIGHT.format(weight=part.weight)
    figure = part.figure
    if not figure:
        return (side, count.label_ja, "", "", status_word(NOT_COLLECTED), *[""] * 7)
    source = here.catalog.sources[figure["source"]]
    origin = origin_of(here, figure)
    return (
        side,
        f"{count.label_ja}（{part.count}）",
        number_cell(figure["value"], unit=count.unit_ja),
        number_cell(figure["year"], style="year"),
        status_word(figure["status"]),
        source.name_ja,
        source.publisher_ja,
        date(figure["as_of"]),
        origin.edition if origin else "",
        source.licence_ja,
        origin.file if origin else "",
        row_of(here, figure),
    )
