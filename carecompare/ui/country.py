"""The figures of the whole country in one workbook."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from carecompare.clock import today
from carecompare.comparisons import FEW_RESIDENTS, reason_for_care, without_shaky_value
from carecompare.reports import CountryColumn, CountryRow, Cover, Listing, country_workbook
from carecompare.tables import INSURER_LEVEL
from carecompare.text import words as general
from carecompare.text import workbook_words as words
from carecompare.text.format import date, edge_word, era_year, status_word
from carecompare.ui.blocks import section, years_behind_all
from carecompare.ui.html import notes
from carecompare.ui.origins import origins_of
from carecompare.ui.takeaway import XLSX
from carecompare.ui.takeaway_content import definition_row, foot, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons import IndicatorYear
    from carecompare.rows import Figures
    from carecompare.ui.frame import Page

REMEMBERED = "country workbook"
MEGABYTE = 1_000_000


def show_country(here: Page) -> None:
    """Draw the button that makes the workbook, how far it is, and the button that saves it."""
    section(words.COUNTRY_SECTION)
    st.html(notes(words.COUNTRY_NOTE))
    name = (REMEMBERED, today())
    place = st.empty()
    made: bytes | None = here.loaded.blocks.find(name)
    if made is None:
        if not place.button(words.COUNTRY_MAKE, key="country_make", icon=":material/table_view:"):
            return
        many = len(here.loaded.municipalities)

        def tell(done: int) -> None:
            said = words.COUNTRY_MAKING.format(done=f"{done:,}", all=f"{many:,}")
            place.progress(min(done / many, 1.0), said)

        tell(0)
        made = country(here, tell)
        here.loaded.blocks.keep(name, made)
    place.download_button(
        words.COUNTRY_READY.format(megabytes=len(made) / MEGABYTE),
        data=made,
        file_name=words.COUNTRY_FILE.format(made=today()),
        mime=XLSX,
        key="country_save",
        type="primary",
        on_click="ignore",
    )


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
    scope = words.COUNTRY_SCOPE.format(areas=len(loaded.municipalities), indicators=len(shown))
    return country_workbook(
        Cover(
            title=words.COUNTRY_TITLE,
            facts=[(words.SCOPE, scope), (words.MADE, date(today().isoformat()))],
            contents=words.COUNTRY_CONTENTS,
            how_to_read=words.COUNTRY_LINES,
            made=foot(),
        ),
        [
            CountryColumn(each.label_ja, each.unit_ja, when[each.id], each.decimals, is_year=each.is_a_year)
            for each in shown
        ],
        _rows(here, shown),
        Listing(
            words.COUNTRY_DEFINITION_COLUMNS,
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
    named = loaded.areas.loc[codes]
    names = zip(codes, named["prefecture_ja"].tolist(), named["name_ja"].tolist(), strict=True)
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
    return edge_word(figures) or status_word(figures["status"]) or general.WITHHELD_SHORT
