"""What every view of the incentive grants stands on: the years imported and their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.store.grants import grant_year, grant_years
from carecompare.views.base.choice import YEAR
from carecompare.views.base.origins import origins_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from carecompare.catalog import Indicator
    from carecompare.origins import Origin
    from carecompare.store.grants import GrantYear
    from carecompare.views.base.here import Page

TOPIC, TOTAL = "grant", "grant_total"


def years(here: Page) -> list[int]:
    """Return the years whose table was imported, ascending; nothing where none was."""
    return here.cached("everybody", "grant years", lambda: grant_years(here.store))


def chosen_year(here: Page) -> int:
    """Return the year shown: that of the link where it is there, else the last; 0 where none is."""
    known = years(here)
    wanted = here.selection[YEAR]
    return int(wanted) if wanted and int(wanted) in known else max(known, default=0)


def table_of(here: Page, year: int) -> GrantYear:
    """Return the table of a year."""
    return here.cached("country", f"grant {year}", lambda: grant_year(here.store, year))


def scores(here: Page) -> list[Indicator]:
    """Return the indicators of the scores: total, funds, goals, in the catalogue's order."""
    return [each for each in here.catalog.main_indicators if each.topic == TOPIC]


def totals(here: Page, year: int, indicator: str = TOTAL) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the scores of all municipalities, and of those of the own prefecture, ascending."""
    ordered = here.loaded.indicator_year(indicator, year).ordered
    return ordered.nation, ordered.inside(here.own[:2])


def origins(here: Page, wanted: Sequence[int]) -> tuple[Origin, ...]:
    """Return the publications of the years shown."""
    return origins_of(here, {TOTAL: set(wanted)})
