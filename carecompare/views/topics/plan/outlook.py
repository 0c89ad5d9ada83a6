"""見込み: persons certified in the years to come, if rates by age are as assumed, and why they change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.comparisons.decomposition import CERTIFIED, INSURED
from carecompare.comparisons.few import FEW_EVENTS
from carecompare.comparisons.years.certified import (
    OLDEST,
    PERSONS_SERIES,
    YOUNGER,
    Assumed,
    Persons,
    expected_years,
    persons_to_come,
)
from carecompare.comparisons.years.supply import OLDER
from carecompare.store import counts_of_municipalities
from carecompare.tables import PROJECTED
from carecompare.text import sentences
from carecompare.text.format import era_year
from carecompare.text.topics import decomposition_words, plan_outlook_words
from carecompare.views.base.choice import parameter
from carecompare.views.base.editions import projections
from carecompare.views.base.origins import origins_of
from carecompare.views.topics.decomposition import AGAINST, RATE, against_name, decomposition

if TYPE_CHECKING:
    from carecompare.comparisons.years.certified import ExpectedYear
    from carecompare.origins import Origin
    from carecompare.views.base.choice import Known
    from carecompare.views.base.here import Page


OWN = "own"
YEARLY = ("0", "-2", "-1", "-0.5", "0.5", "1", "2")
PERCENT = 100
SERIES = ("first", "second")
OWN_UNKNOWN, NO_PROJECTION = "own_unknown", "no_projection"
# The year that plans look at, as 2040年 in the ministry's papers.
AIM = 2040
# The shares whose numerators hold those counted.
AGED_SHARE, OLDER_SHARE, OLDEST_SHARE = "share_65_and_over", "share_75_and_over", "share_85_and_over"


def _is_assumed(value: str, known: Known) -> bool:
    return value == OWN or value in AGAINST or value in known.codes


def _is_yearly(value: str, _: Known) -> bool:
    return value in YEARLY


# By the place among the two: whose rates, and how much they change a year.
FIRST = parameter("assume", _is_assumed, "against_unknown")
FIRST_YEARLY = parameter("yearly", _is_yearly)
SECOND = parameter("assume2", _is_assumed, "against_unknown")
SECOND_YEARLY = parameter("yearly2", _is_yearly)
ASSUME = {"first": (FIRST, FIRST_YEARLY), "second": (SECOND, SECOND_YEARLY)}
USUAL = {"first": OWN, "second": "nation"}


@dataclass(frozen=True)
class Scenario:
    """One of the two assumptions.

    Parameters
    ----------
    label, name : str
        Its number, and what is assumed.
    years : list of ExpectedYear
        As they would be.
    left_out : tuple of str
        Municipalities without figures among those whose rates are assumed.
    """

    label: str
    name: str
    years: list[ExpectedYear]
    left_out: tuple[str, ...] = ()

    def at(self, year: int) -> ExpectedYear | None:
        """Return a year, or None."""
        return next((each for each in self.years if each.year == year), None)


@dataclass(frozen=True)
class Outlook:
    """What would be: the aged to come, the start, both assumptions; ``reason`` says why there is nothing."""

    persons: Persons
    now: ExpectedYear | None = None
    scenarios: tuple[Scenario, ...] = ()
    reason: str = ""

    @property
    def aim(self) -> int:
        """Return the year that is looked at: 2040, or the last with ages where that is none of them."""
        return AIM if AIM in self.persons.by_age else self.persons.last


def assumed_of(here: Page, place: str) -> tuple[str, str]:
    """Return whose rates are assumed and by how many per cent they change a year, of one of the two."""
    whose, yearly = ASSUME[place]
    known = (OWN, *AGAINST, *here.peers)
    chosen = here.selection[whose] if here.selection[whose] in known else USUAL[place]
    if chosen == "peers" and not here.peers:
        chosen = USUAL[place]
    return chosen, here.selection[yearly] or YEARLY[0]


def assumed_label(here: Page, key: str) -> str:
    """Return the name of whose rates are assumed."""
    if key in plan_outlook_words.ASSUMED:
        return plan_outlook_words.ASSUMED[key].format(prefecture=here.prefecture_label)
    return plan_outlook_words.ASSUMED_OF.format(name=against_name(here, key))


def plan_outlook(here: Page) -> Outlook:
    """Return what would be under both assumptions, or why nothing can be said."""
    return here.cached("choice", f"plan outlook {chosen_pair(here)}", lambda: _outlook(here))


def chosen_pair(here: Page) -> str:
    """Return what both assumptions are, in one word for the cache."""
    return " ".join("/".join(assumed_of(here, place)) for place in SERIES)


def _outlook(here: Page) -> Outlook:
    persons = _persons(here)
    if not persons.by_age:
        return Outlook(persons, reason=NO_PROJECTION)
    own = decomposition(here, "nation").own
    if not own.counted or not (own.insured > 0).all():
        return Outlook(persons, reason=OWN_UNKNOWN)
    year = here.loaded.latest[RATE]
    scenarios = []
    for place, label in zip(SERIES, (plan_outlook_words.FIRST, plan_outlook_words.SECOND), strict=True):
        key, yearly = assumed_of(here, place)
        side = own if key == OWN else decomposition(here, key).other
        if not side.counted or not (side.insured > 0).all():
            side, key = own, OWN
        change = float(yearly) / PERCENT
        name = plan_outlook_words.assumed_name(assumed_label(here, key), change)
        years = expected_years(persons, Assumed(side.certified / side.insured, year, change))
        scenarios.append(Scenario(label, name, years, side.left_out))
    # Both begin with the own rates as they are: what differs later differs by the assumption.
    now = expected_years(persons, Assumed(own.certified / own.insured, year))[0]
    return Outlook(persons, now, tuple(scenarios))


def _persons(here: Page) -> Persons:
    of_area = here.cached(
        "country", "persons to come", lambda: counts_of_municipalities(here.store, PERSONS_SERIES)
    )
    year = here.loaded.latest[OLDER_SHARE]
    asked = dict.fromkeys((AGED_SHARE, OLDER_SHARE, OLDEST_SHARE), year)
    found = here.loaded.figures.rows_at(asked, [here.own])
    counted = {
        row["indicator"]: float(row["numerator"])
        for row in found
        if row["status"] != PROJECTED and row["numerator"] > 0
    }
    bands = {}
    if {AGED_SHARE, OLDER_SHARE} <= set(counted):
        bands = {YOUNGER: counted[AGED_SHARE] - counted[OLDER_SHARE], OLDER: counted[OLDER_SHARE]}
    if OLDEST_SHARE in counted:
        bands[OLDEST] = counted[OLDEST_SHARE]
    return persons_to_come(of_area.get(here.own, []), year, bands)


def outlook_origins(here: Page, result: Outlook) -> tuple[Origin, ...]:
    """Return the publications behind the outlook."""
    counted = [
        count
        for share in (AGED_SHARE, OLDER_SHARE, OLDEST_SHARE)
        for count in here.catalog.indicators[share].numerator
    ]
    years: dict[str, range] = dict.fromkeys(PERSONS_SERIES, range(result.persons.first, 2100))
    if result.persons.is_counted:
        years |= dict.fromkeys(counted, range(result.persons.first, result.persons.first + 1))
    rate = here.loaded.latest[RATE]
    return origins_of(here, years | dict.fromkeys((*CERTIFIED, *INSURED), range(rate, rate + 1)))


def outlook_notes(here: Page, result: Outlook) -> tuple[str, ...]:
    """Return what the outlook rests on, and what is not known by age."""
    persons = result.persons
    rate = era_year(here.loaded.latest[RATE], fiscal=True)
    begun = plan_outlook_words.COUNTED if persons.is_counted else plan_outlook_words.PROJECTED
    notes = [plan_outlook_words.NOT_FORECAST, begun.format(year=persons.first, **projections(here))]
    if persons.splits:
        notes.append(plan_outlook_words.SPLITS.format(year=persons.first, **projections(here)))
    if result.now is not None and result.now.certified < FEW_EVENTS:
        notes.insert(0, plan_outlook_words.FEW)
    if persons.beyond:
        years = plan_outlook_words.LISTED.join(str(each) for each in persons.beyond)
        notes.append(plan_outlook_words.BEYOND.format(years=years, last=persons.last, **projections(here)))
    notes += [plan_outlook_words.RATES.format(year=rate), plan_outlook_words.ONE_YEAR.format(years=rate)]
    insurer = here.loaded.insurers.get(here.own)
    if insurer:
        notes.insert(0, decomposition_words.OWN_INSURER.format(own=here.own_label, insurer=insurer))
    left_out = dict.fromkeys(code for each in result.scenarios for code in each.left_out)
    if left_out:
        names = sentences.listed([here.label(code) for code in left_out], 5)
        notes.append(plan_outlook_words.OTHER_LEFT_OUT.format(names=names))
    return tuple(notes)
