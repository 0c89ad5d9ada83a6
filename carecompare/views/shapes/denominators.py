"""By how much a density moved because a newer census stands below it."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from carecompare.store import figures_of_counts
from carecompare.tables import IMPUTED
from carecompare.text.data import denominator_words

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.rows import FigureRow
    from carecompare.views.base.here import Page


def denominator_note(here: Page, indicator: Indicator, own: FigureRow) -> str:
    """Return by how much the own density moved because of its denominator, or nothing.

    Parameters
    ----------
    here : Page
        The page.
    indicator : Indicator
        What is shown.
    own : FigureRow
        VALUES of the own municipality.

    Returns
    -------
    str
        Of the first year that is per a census; later years of the series are per the same one.
    """
    if indicator.kind != "density" or isnan(own["value"]) or not own["denominator"] > 0:
        return ""
    series = here.loaded.figures.rows([indicator.id], [here.own])
    below = {int(row["denominator_year"]) for row in series if row["year"] < own["year"]}
    newest = int(own["denominator_year"])
    if newest in below:
        return ""
    count = indicator.denominator[0]
    counted = {
        int(row["year"]): float(row["value"])
        for row in figures_of_counts(here.store, [count], [here.own])
        if row["year"] < newest and row["value"] > 0
    }
    if not counted:
        return ""
    earlier = max(counted)
    is_imputed = own["status"] == IMPUTED and bool(indicator.denominator_imputed)
    named = indicator.denominator_imputed[0] if is_imputed else count
    return denominator_words.moved(
        indicator,
        here.catalog.counts[named].label_ja,
        (newest, float(own["denominator"])),
        (earlier, counted[earlier]),
        float(own["value"]),
        imputed=is_imputed,
    )
