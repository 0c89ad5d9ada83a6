"""What a projection said of a year that was counted since, beside what was counted."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.rows import CountFigure


# The counts that hold what was counted of what each projects, the one that is taken first before the other.
COUNTED_OF = {
    "population_ipss": ("population",),
    "population_65_and_over_ipss": ("population_65_and_over_imputed",),
    "population_75_and_over_ipss_ages": ("population_75_and_over_imputed", "population_75_and_over"),
    "population_85_and_over_ipss_ages": ("population_85_and_over_imputed", "population_85_and_over"),
}
# By more than this a projection has missed.
MISSED_PERCENT = 5.0


@dataclass(frozen=True)
class Checked:
    """A projected count beside the counted one of the same year.

    Parameters
    ----------
    projection, count : str
        Ids of both counts.
    year : int
        Of both.
    projected, counted : float
        Persons.
    """

    projection: str
    count: str
    year: int
    projected: float
    counted: float

    @property
    def percent(self) -> float:
        """Return how far the counted figure is from the projected one, in per cent of the projected."""
        return (self.counted / self.projected - 1) * 100

    @property
    def is_missed(self) -> bool:
        """Return whether the projection is off by more than `MISSED_PERCENT` of what was counted."""
        return abs(self.projected - self.counted) * 100 > MISSED_PERCENT * self.counted


def checked(figures: Iterable[CountFigure], first_year: Mapping[str, int]) -> list[Checked]:
    """Set each projection beside the newest year that was counted.

    Parameters
    ----------
    figures : iterable of CountFigure
        COUNTS of one area over all years, those of `COUNTED_OF`.
    first_year : mapping of str to int
        First year that each imported projection projects: its base and before are counted themselves.

    Returns
    -------
    list of Checked
        In the order of `COUNTED_OF`; none of a projection without a year counted since, nor of nobody.
    """
    value = {(row["count"], row["year"]): float(row["value"]) for row in figures}
    known = {place for place, figure in value.items() if not isnan(figure)}
    found = []
    for projection, counts in COUNTED_OF.items():
        first = first_year.get(projection)
        years = sorted(year for name, year in known if name == projection and first and year >= first)
        pair = _newest(years, counts, known)
        if pair is None or not value[projection, pair[1]] > 0:
            continue
        count, year = pair
        found.append(Checked(projection, count, year, value[projection, year], value[count, year]))
    return found


def _newest(
    years: Sequence[int], counts: Sequence[str], known: set[tuple[str, int]]
) -> tuple[str, int] | None:
    pairs = ((count, year) for year in reversed(years) for count in counts)
    return next((pair for pair in pairs if pair in known), None)
