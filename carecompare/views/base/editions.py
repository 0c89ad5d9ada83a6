"""Which editions the figures at hand are of, for sentences that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from carecompare.text import edition_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import Catalog
    from carecompare.views.base.here import Page


FIRST_YEAR, BEYOND = 1900, 2100
# Whichever count of a projection stands for all of them: they are read from one file.
TOTAL, AGES = "population_65_and_over_ipss", "population_75_and_over_ipss_ages"


class Projections(TypedDict):
    """The words of both projections, to be filled into a sentence.

    ``total`` is the newest projection of everybody in three age groups, ``ages`` that by five-year ages, each
    with its last year. Empty and 0 where there is none.
    """

    total: str
    total_last: int
    ages: str
    ages_last: int


def projections(here: Page) -> Projections:
    """Return the projections at hand: as they are called, and how far they reach."""
    return here.cached("everybody", "projections at hand", lambda: _projections(here))


def _projections(here: Page) -> Projections:
    total, total_last = _newest(here, TOTAL)
    ages, ages_last = _newest(here, AGES)
    return {"total": total, "total_last": total_last, "ages": ages, "ages_last": ages_last}


def _newest(here: Page, count: str) -> tuple[str, int]:
    last = max(here.loaded.origins.get(count, ()), key=lambda each: each.year, default=None)
    return ("", 0) if last is None else (edition_words.projection(last.edition), last.year)


def census_behind(here: Page, projection: str) -> int:
    """Return the census that the newest edition of a projected count starts from; 0 where there is none."""
    newest = max(here.loaded.origins.get(projection, ()), key=lambda each: each.year, default=None)
    if newest is None:
        return 0
    months = _months(here.catalog, newest.source)
    return int({month: base for base, month in months.items()}.get(newest.edition, newest.edition))


def years_of_newest(here: Page, count: str) -> range:
    """Return every year of a count, of one that is projected those of its newest edition."""
    last = max(here.loaded.origins.get(count, ()), key=lambda each: each.year, default=None)
    is_projected = last is not None and bool(_months(here.catalog, last.source))
    return range(census_behind(here, count) if is_projected else FIRST_YEAR, BEYOND)


def named_edition(catalog: Catalog, source: str, editions: tuple[str, ...]) -> str:
    """Return what the editions of a source are called; empty where its dates say all there is to say."""
    if not _months(catalog, source):
        return ""
    return edition_words.BETWEEN.join(edition_words.projection(each) for each in editions)


def _months(catalog: Catalog, source: str) -> Mapping[str, str]:
    """Return the month in which each projection was published, by the census it starts from."""
    found = catalog.layouts.get(source, {}).get("published")
    return found if isinstance(found, dict) else {}
