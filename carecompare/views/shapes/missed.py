"""What projections said of years that were counted since, for the pages that look ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.comparisons.years.missed import COUNTED_OF, MISSED_PERCENT, checked
from carecompare.store import counts_of_municipalities
from carecompare.text.topics import missed_words
from carecompare.views.base.editions import census_behind, projections

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carecompare.catalog import Indicator
    from carecompare.comparisons.years.missed import Checked
    from carecompare.views.base.here import Page


AGED = ("population_75_and_over_ipss_ages", "population_85_and_over_ipss_ages")


def checked_projections(here: Page) -> Mapping[str, list[Checked]]:
    """Return each projection beside the newest counted year, by municipality."""
    return here.cached("everybody", "checked projections", lambda: _checked_projections(here))


def _checked_projections(here: Page) -> Mapping[str, list[Checked]]:
    wanted = list(dict.fromkeys([*COUNTED_OF, *(each for counts in COUNTED_OF.values() for each in counts)]))
    first = {each: census_behind(here, each) + 1 for each in COUNTED_OF if each in here.loaded.origins}
    of_area = counts_of_municipalities(here.store, wanted)
    return {area: checked(rows, first) for area, rows in of_area.items()}


def beside_notes(here: Page, level: Indicator) -> list[str]:
    """Return the own projected persons beside those counted, of the count that an indicator projects."""
    projected = () if level.projection is None else level.projection.numerator
    own = checked_projections(here).get(here.own, [])
    return [_beside(here, each) for each in own if each.projection in projected]


def missed_notes(here: Page) -> list[str]:
    """Return how far the projections by age were from what was counted, here and in the country."""
    everywhere = checked_projections(here)
    own = [each for each in everywhere.get(here.own, []) if each.projection in AGED]
    said = [missed_words.MISSED.format(own=here.own_label, percent=MISSED_PERCENT)]
    notes = said if any(each.is_missed for each in own) else []
    notes += [_beside(here, each) for each in own]
    return notes + here.cached("everybody", "missed in the country", lambda: list(_in_the_country(here)))


def _in_the_country(here: Page) -> Iterable[str]:
    missed: dict[tuple[str, int], int] = {}
    for each in (one for found in checked_projections(here).values() for one in found):
        place = each.projection, each.year
        missed[place] = missed.get(place, 0) + each.is_missed
    for (projection, year), count in sorted(missed.items()):
        if projection in AGED:
            yield missed_words.COUNTRY.format(
                edition=_edition(here, projection),
                name=missed_words.NAMES[projection],
                year=year,
                percent=MISSED_PERCENT,
                missed=count,
            )


def _edition(here: Page, projection: str) -> str:
    return projections(here)["ages" if projection in AGED else "total"]


def _beside(here: Page, each: Checked) -> str:
    return missed_words.beside(
        each.projection,
        _edition(here, each.projection),
        each.year,
        each.projected,
        each.counted,
        imputed=each.count.endswith("_imputed"),
    )
