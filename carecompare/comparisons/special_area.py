"""How far a municipality is from the draft criteria of areas with special services."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import SpecialArea

# `sparse`: fewer per square kilometre; `falling`: fewer persons, and fewer than before; `few`: fewer persons
# that have not fallen; `neither`; `unknown`: a figure that decides is missing.
Reading = Literal["sparse", "falling", "few", "neither", "unknown"]
READINGS: tuple[Reading, ...] = ("neither", "few", "falling", "sparse")
BELOW: tuple[Reading, ...] = ("sparse", "falling")
HECTARES = 100
PERSONS, AREA = "population_75_and_over", "area_ha"


@dataclass(frozen=True)
class SpecialFigures:
    """The figures of one municipality; NaN where one is missing.

    Parameters
    ----------
    persons, before : float
        Residents aged 75 and over at the census of the criteria, and at the one a fall is seen from.
    km2 : float
        Area.
    criteria : SpecialArea
        The limits.
    """

    persons: float
    before: float
    km2: float
    criteria: SpecialArea

    @property
    def density(self) -> float:
        """Return residents aged 75 and over per square kilometre; NaN where nobody was counted at all."""
        return self.persons / self.km2 if self.persons else nan

    @property
    def persons_at_limit(self) -> float:
        """Return how many residents aged 75 and over the limit of the density is in this area."""
        return self.criteria.per_km2 * self.km2

    @property
    def change(self) -> float:
        """Return by how many persons it has changed."""
        return self.persons - self.before

    @property
    def reading(self) -> Reading:
        """Return which of the numbers lie below the limits; no decision of anybody."""
        if isnan(self.density):
            return "unknown"
        if self.density < self.criteria.per_km2:
            return "sparse"
        if self.persons >= self.criteria.persons:
            return "neither"
        if isnan(self.change):
            return "unknown"
        return "falling" if self.change < 0 else "few"


def special_figures(
    now: Mapping[str, Mapping[str, float]],
    before: Mapping[str, Mapping[str, float]],
    codes: Mapping[str, object],
    criteria: SpecialArea,
) -> dict[str, SpecialFigures]:
    """Return the figures of every municipality.

    Parameters
    ----------
    now : mapping of str to mapping of str to float
        By area ``population_75_and_over`` and ``area_ha`` (hectares) of the year of the criteria.
    before : mapping of str to mapping of str to float
        By area ``population_75_and_over`` of an earlier census, on the boundaries of today.
    codes : mapping of str to object
        The municipalities.
    criteria : SpecialArea
        The limits.
    """
    missing: Mapping[str, float] = {}
    return {
        code: SpecialFigures(
            now.get(code, missing).get(PERSONS, nan),
            before.get(code, missing).get(PERSONS, nan),
            now.get(code, missing).get(AREA, nan) / HECTARES,
            criteria,
        )
        for code in codes
    }
