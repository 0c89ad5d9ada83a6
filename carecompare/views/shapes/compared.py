"""Comparisons of the page's choice, before anything is drawn of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.comparisons import comparison

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.comparisons import Comparison
    from carecompare.views.base.here import Page


def compared(here: Page, indicator: Indicator, year: int) -> Comparison:
    """Return the comparison the page's choice asks for."""
    return here.cached(
        "choice",
        f"comparison {indicator.id} {year}",
        lambda: comparison(
            here.loaded.indicator_year(indicator.id, year),
            here.loaded.labels,
            indicator,
            year,
            here.own,
            here.peers,
        ),
    )


def all_compared(here: Page) -> list[Comparison]:
    """Return the comparison of every main indicator that was collected, in its latest year."""
    latest = here.loaded.latest
    return [
        compared(here, each, latest[each.id]) for each in here.catalog.main_indicators if each.id in latest
    ]
