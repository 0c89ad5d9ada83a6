"""One sentence where the insured of the own municipality are others than its residents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carecompare.comparisons import MATTER, OLDEST_THEN, who_differs
from carecompare.store import counts_of_municipalities, figures_of_counts, residents_from
from carecompare.tables import OBSERVED
from carecompare.text.topics.counted_words import insured_beside_census

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.views.base.here import Page

INSURED, RESIDENTS = "insured_85_and_over", "population_85_and_over"


class Counted(NamedTuple):
    """Persons of 85 and over in a municipality that is its own insurer, and how they differ."""

    way: str
    insured: float
    insured_year: int
    residents: float
    census_year: int


def insured_note(here: Page) -> list[str]:
    """Return what is to be known where insured persons and census stand on one page: one sentence or none."""
    found = who_is_counted(here).get(here.own)
    matters = found is not None and abs(found.insured - found.residents) >= MATTER
    return [insured_beside_census(here.own_label, *found)] if found and matters else []


def who_is_counted(here: Page) -> Mapping[str, Counted]:
    """Return every municipality whose insured are others than its residents."""
    return here.cached("everybody", "who is counted", lambda: _everywhere(here))


def _everywhere(here: Page) -> Mapping[str, Counted]:
    counted = counts_of_municipalities(here.store, [INSURED, RESIDENTS])
    own_insurer = [
        row
        for row in figures_of_counts(here.store, [INSURED], list(counted))
        if row["status"] == OBSERVED  # of others the figure is that of several municipalities
    ]
    year = max((row["year"] for row in own_insurer), default=0)
    census: dict[str, tuple[int, float]] = {}
    for code, rows in counted.items():
        before = [
            (row["year"], row["value"]) for row in rows if row["count"] == RESIDENTS and row["year"] <= year
        ]
        if before:
            census[code] = max(before)
    then = {
        each: residents_from(here.store, OLDEST_THEN, each) for each in {year for year, _ in census.values()}
    }
    found = {}
    for row in own_insurer:
        code = row["area"]
        if row["year"] != year or code not in census:
            continue
        census_year, residents = census[code]
        way = who_differs(row["value"], residents, then[census_year].get(code, residents))
        if way:
            found[code] = Counted(way, row["value"], year, residents, census_year)
    return found
