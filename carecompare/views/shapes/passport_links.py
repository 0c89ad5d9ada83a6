"""Which file a figure came from, and the very cell it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.comparisons import CODE_DIGITS
from carecompare.paths import project_paths
from carecompare.sources import figure_cells
from carecompare.tables import NATION
from carecompare.text.data import passport_words
from carecompare.views.base.making import insurer_codes

if TYPE_CHECKING:
    from carecompare.rows import CountRow
    from carecompare.store import CountOrigin
    from carecompare.views.base.here import Page


def origin_of(here: Page, figure: CountRow) -> CountOrigin | None:
    """Return where a figure came from.

    Parameters
    ----------
    here : Page
        The page.
    figure : CountRow
        COUNTS.

    Returns
    -------
    CountOrigin or None
        Of several, that of the averages for a prefecture or the nation and the count's own elsewhere.
    """
    found = [
        each
        for each in here.loaded.origins.get(figure["count"], [])
        if each.year == figure["year"] and each.source == figure["source"]
    ]
    wider = here.catalog.counts[figure["count"]].wider if len(figure["area"]) < CODE_DIGITS else ""
    fitting = [each for each in found if each.holder == (wider or figure["count"])]
    return next(iter([*fitting, *found]), None)


def row_of(here: Page, figure: CountRow) -> str:
    """Return in which table, row and column a figure stands, or of which it is the sum.

    Parameters
    ----------
    here : Page
        The page.
    figure : CountRow
        COUNTS.

    Returns
    -------
    str
        A municipality without a row of its own has that of its insurer; a prefecture has its own row where
        that holds this very number, and is added up otherwise.
    """
    area, count, year = figure["area"], figure["count"], figure["year"]
    origin = origin_of(here, figure)
    holder = origin.holder if origin else count
    insurer = insurer_codes(here).get(area, "")
    wanted = {area, insurer, *_some_insurers(here, area)}
    held = figure_cells(project_paths().figures, figure["source"], year, wanted)
    place = {"source": figure["source"], "year": year, "area": area, "count": holder}
    if area in held and (len(area) >= CODE_DIGITS or _is(held[area].get(holder), figure["value"])):
        return passport_words.ROW.format(**place)
    if insurer in held:
        return passport_words.OF_INSURER.format(**{**place, "area": insurer})
    by_insurer = any(each in held for each in wanted - {area})
    return (passport_words.SUMMED_INSURERS if by_insurer else passport_words.SUMMED).format(**place)


def _some_insurers(here: Page, area: str) -> list[str]:
    """Return one insurer within a prefecture or the nation: its row tells that the table is of insurers."""
    if len(area) >= CODE_DIGITS:
        return []
    every = insurer_codes(here)
    within = (each for code, each in every.items() if area in {code[:2], NATION})
    return [each for each in [next(within, "")] if each]


def _is(text: str | None, value: float) -> bool:
    try:
        return text is not None and float(text) == value
    except ValueError:
        return False
