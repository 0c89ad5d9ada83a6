"""The figures of the whole country in one workbook."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.clock import today
from carecompare.comparisons import FEW_RESIDENTS, reason_for_care, without_shaky_value
from carecompare.reports.workbooks.country import CountryColumn, CountryRow, country_workbook
from carecompare.reports.workbooks.sheets import Cover, Listing
from carecompare.tables import INSURER_LEVEL
from carecompare.text import words
from carecompare.text.files import workbook_words
from carecompare.text.format import date, edge_word, era_year, status_word
from carecompare.views.base.block import years_behind_all
from carecompare.views.base.origins import origins_of
from carecompare.views.files.takeaway import definition_row, foot, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons import IndicatorYear
    from carecompare.rows import Figures
    from carecompare.views.base.here import Page


REMEMBERED = "country workbook"
MEGABYTE = 1_000_000


def country(here: Page, progress: Callable[[int], object] = lambda _: None) -> bytes:
    """Return the latest figures of the main indicators over all municipalities as a workbook.

    Parameters
    ----------
    here : Page
        The page; its choice does not matter.
    progress : callable
        Told the number of municipalities written.
    """
    loaded, catalog = here.loaded, here.catalog
    shown = [each for each in catalog.main_indicators if each.id in loaded.latest]
    when = {each.id: era_year(loaded.latest[each.id], fiscal=each.fiscal_year) for each in shown}
    behind: dict[str, set[int]] = {}
    for each in shown:
        for count, years in years_behind_all(here, each).items():
            behind.setdefault(count, set()).update(years)
    scope = workbook_words.COUNTRY_SCOPE.format(areas=len(loaded.municipalities), indicators=len(shown))
    return country_workbook(
        Cover(
            title=workbook_words.COUNTRY_TITLE,
            facts=[(workbook_words.SCOPE, scope), (workbook_words.MADE, date(today().isoformat()))],
            contents=workbook_words.COUNTRY_CONTENTS,
            how_to_read=workbook_words.COUNTRY_LINES,
            made=foot(),
        ),
        [
            CountryColumn(each.label_ja, each.unit_ja, when[each.id], each.decimals, is_year=each.is_a_year)
            for each in shown
        ],
        list(_rows(here, shown)),
        Listing(
            workbook_words.COUNTRY_DEFINITION_COLUMNS,
            [
                (*row[:2], when[row[-1]], *row[2:])
                for row in (definition_row(catalog, each) for each in shown)
            ],
        ),
        sources(catalog, origins_of(here, behind)),
        progress,
    )


def _rows(here: Page, shown: Sequence[Indicator]) -> Iterator[CountryRow]:
    loaded = here.loaded
    codes = list(loaded.municipalities)
    known = [loaded.indicator_year(each.id, loaded.latest[each.id]) for each in shown]
    columns = [cells(each, codes) for each in known]
    shared: dict[str, list[int]] = {}
    for place, each in enumerate(known):
        for code in each.columns["area"][each.columns["status"] == INSURER_LEVEL].tolist():
            shared.setdefault(code, []).append(place)
    named = (loaded.areas[code] for code in codes)
    names = [(each["area"], each["prefecture_ja"], each["name_ja"]) for each in named]
    for name, *figures in zip(names, *columns, strict=True):
        yield CountryRow(name, figures, shared.get(name[0], ()))


def cells(known: IndicatorYear, codes: Sequence[str]) -> list[float | str]:
    """Return the figures of municipalities, or the words that stand in their place."""
    values = known.columns["value"]
    is_sure = (~np.isnan(values) & ~(known.columns["denominator"] < FEW_RESIDENTS)).tolist()
    plain = values.tolist()
    places = [known.row_of.get(code, -1) for code in codes]
    return [
        plain[place] if place >= 0 and is_sure[place] else cell(known.figures(code))
        for code, place in zip(codes, places, strict=True)
    ]


def cell(figures: Figures) -> float | str:
    """Return a figure, or the word that stands in its place."""
    value = without_shaky_value(figures, reason_for_care(figures))["value"]
    if not isnan(value):
        return value
    return edge_word(figures) or status_word(figures["status"]) or words.WITHHELD_SHORT
