"""Residents by sex and age in one year, one row per band: what a population pyramid is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.tables import AGE_UNKNOWN, FEMALE, MALE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.rows import AgeRow, PyramidRow


BAND_YEARS = 5
# Projections end with an open band of 90 and over, the census with 100 and over: one end for both.
LAST_AGE = 90
# Born in the years of most births after the war, and their children.
GENERATIONS = {"baby_boomers": (1947, 1949), "second_baby_boomers": (1971, 1974)}
# On the first of October three months of those born in a year have not had their birthday yet.
NOT_YET_BIRTHDAY = 1
PERCENT = 100.0


@dataclass(frozen=True)
class Pyramid:
    """One area in one year.

    Parameters
    ----------
    year : int
        Of 1 October.
    source : str
        Id of the census or the projection.
    rows : list of PyramidRow
        From the youngest; ``generation`` is a key of `GENERATIONS`.
    unknown : int
        Persons of unknown age, in no band.
    """

    year: int
    source: str
    rows: list[PyramidRow]
    unknown: int

    @property
    def persons(self) -> int:
        """Return everyone whose age is known."""
        return sum(int(row["male"]) + int(row["female"]) for row in self.rows)


def pyramid(ages: Iterable[AgeRow], year: int, source: str, last_age: int = LAST_AGE) -> Pyramid | None:
    """Return the residents of one year by sex and five-year age.

    Parameters
    ----------
    ages : iterable of AgeRow
        AGES of one area.
    year : int
        Which year.
    source : str
        Whose figures: what is counted and what is projected of one year stand beside each other.
    last_age : int
        First age of the open band; older bands are added to it.

    Returns
    -------
    Pyramid or None
        None where the area has no figures of that year and source.
    """
    persons: dict[tuple[str, int], int] = {}
    for row in ages:
        if row["year"] == year and row["source"] == source:
            place = (row["sex"], min(row["age"], last_age))
            persons[place] = persons.get(place, 0) + int(row["persons"])
    if not persons:
        return None
    unknown = sum(persons.pop((sex, AGE_UNKNOWN), 0) for sex in (MALE, FEMALE))
    everyone = sum(persons.values())
    rows: list[PyramidRow] = []
    for age in range(0, last_age + 1, BAND_YEARS):
        male, female = (persons.get((sex, age), 0) for sex in (MALE, FEMALE))
        rows.append(
            {
                "age": age,
                "last_age": -1 if age == last_age else age + BAND_YEARS - 1,
                "male": male,
                "female": female,
                "male_share": _share(male, everyone),
                "female_share": _share(female, everyone),
                "generation": _generation(age, last_age, year),
            }
        )
    return Pyramid(year, source, rows, unknown)


def _share(part: int, whole: int) -> float:
    return PERCENT * part / whole if whole else 0.0


def _generation(age: int, last_age: int, year: int) -> str:
    """Return the generation of which most ages lie within a band; none in the open one, which holds more."""
    if age == last_age:
        return ""
    for name, (first_born, last_born) in GENERATIONS.items():
        ages = range(year - last_born - NOT_YET_BIRTHDAY, year - first_born + 1)
        if sum(age <= each < age + BAND_YEARS for each in ages) * 2 > len(ages):
            return name
    return ""
