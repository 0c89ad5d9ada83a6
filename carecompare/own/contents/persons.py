"""Persons at the points of a town, from a file of meshes or small areas that it brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from carecompare.limits import Number, Year
from carecompare.own.keeping.records import Content, Kind

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray


Layout = Literal["census_mesh", "projected_mesh", "small_areas"]


class PersonsAt(Content, frozen=True, array_like=True):
    """Persons at a point, by its names; ``ward`` is empty without wards."""

    ward: str
    town: str
    koaza: str
    population: Number
    aged_65: Number
    aged_75: Number


class TownPersons(Content, frozen=True):
    """Persons of a town by point.

    ``file`` is what they were read from, in a ``layout``, of a ``year``; ``left_65`` persons aged 65 and over
    live in the areas ``unmatched``, which have no point of their name.
    """

    points: tuple[PersonsAt, ...] = ()
    file: str = ""
    layout: Layout = "census_mesh"
    year: Year = 2020
    left_65: Number = 0.0
    unmatched: tuple[str, ...] = ()

    def at(self, points: pd.DataFrame) -> NDArray[np.float64]:
        """Return the persons of points.

        Parameters
        ----------
        points : DataFrame
            TOWN_POINTS of the town; n of them.

        Returns
        -------
        ndarray of float, shape (n, 3)
            All residents, aged 65 and over, 75 and over; 0 at a point that was not there when they were read.
        """
        known = {(each.ward, each.town, each.koaza): each for each in self.points}
        nobody = PersonsAt("", "", "", 0.0, 0.0, 0.0)
        found = [
            known.get(key, nobody)
            for key in zip(points["ward"], points["town"], points["koaza"], strict=True)
        ]
        return np.array([(each.population, each.aged_65, each.aged_75) for each in found]).reshape(-1, 3)


PERSONS = Kind("persons", TownPersons)
