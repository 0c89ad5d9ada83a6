"""A resource or a rate over every year that was imported, beside the comparators."""

from __future__ import annotations

from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING

from carecompare.comparisons.years.trends import own_trends
from carecompare.tables import IMPUTED
from carecompare.text.data import series_words
from carecompare.text.format import year_word
from carecompare.views.shapes.chosen import chosen_indicator
from carecompare.views.shapes.course import course_block
from carecompare.views.topics.care_need import chosen_rate
from carecompare.views.topics.resources import chosen_resource, shown_resource

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.rows import ValueRow
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


FEWEST_YEARS = 2


def resource_series_block(here: Page) -> Block | None:
    """Return the chosen resource over its years, None where it has one alone."""
    if chosen_resource(here).id not in here.loaded.latest:
        return None
    return _view(here, "resource_series", shown_resource(here)[0])


def rate_series_block(here: Page) -> Block | None:
    """Return the chosen rate over its fiscal years, None where it has one alone."""
    return _view(here, "care_need_series", chosen_rate(here))


def any_series_block(here: Page) -> Block | None:
    """Return whatever indicator is chosen over its years, None where it has one alone."""
    return _view(here, "series", chosen_indicator(here))


def series_notes(here: Page, indicator: Indicator) -> tuple[str, ...]:
    """Return the trend of the own series, or that it is not judged, and where the series breaks."""
    rows = here.loaded.figures.rows([indicator.id], [here.own])
    found = own_trends([indicator], rows, here.own).get(indicator.id)
    said = series_words.NOT_JUDGED
    if found is not None:
        said = series_words.trend(found.way, found.first_year, found.last_year, fiscal=indicator.fiscal_year)
    return (said, *_breaks(rows, indicator))


def _view(here: Page, view: str, indicator: Indicator) -> Block | None:
    if len(here.loaded.years.get(indicator.id, ())) < FEWEST_YEARS:
        return None
    return here.view(view, indicator.id, lambda: _block(here, indicator))


def _block(here: Page, indicator: Indicator) -> Block:
    block = course_block(here, indicator)
    return replace(block, notes=(*series_notes(here, indicator), *filter(None, block.notes)))


def _breaks(rows: list[ValueRow], indicator: Indicator) -> list[str]:
    """Return what differs between the years: the census below, how its ages were made, what is counted."""
    known = [row for row in rows if not isnan(row["value"])]
    censuses = sorted({int(row["denominator_year"]) for row in known if not isnan(row["denominator_year"])})
    said = []
    if len(censuses) > 1 and any(row["denominator_year"] != row["year"] for row in known):
        said.append(series_words.CENSUSES.format(years="・".join(map(year_word, censuses))))
    if len({row["status"] == IMPUTED for row in known}) > 1:
        said.append(series_words.BREAK)
    years = [row["year"] for row in known]
    said += [
        series_words.DEFINITION.format(year=each.year, note=each.note_ja)
        for each in indicator.breaks
        if years and min(years) < each.year <= max(years)
    ]
    return said
