"""The areas figures belong to, and which municipality each other code stands for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, narrow
from carecompare.sources.notes import Note
from carecompare.tables import (
    AREA_GROUPS,
    CLASS,
    DEPOPULATED,
    MEDICAL_AREA,
    MEMBERS,
    METROPOLITAN_AREA,
    MOUNTAIN_VILLAGE,
    NEIGHBOURS,
    TOWN_POINTS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

WARD = "ward"
CODE_CHANGE_COLUMNS = ("date", "reason", "old_code", "old_name_ja", "new_code", "new_name_ja")
CHANGES_COLUMNS = ("code", "municipality", "reason")
MUNICIPALITY = "municipality"
PREFECTURE = "prefecture"
FORMER_MUNICIPALITY = "former_municipality"
PROJECTION_AREA = "projection_area"
INSURER = "insurer"
# Which kinds of group each table of the figures holds: two publications.
GROUP_FILES = {
    "municipality_class.csv": (
        "municipality_class",
        (CLASS, DEPOPULATED, MOUNTAIN_VILLAGE, METROPOLITAN_AREA),
    ),
    "municipality_medical_area.csv": ("medical_areas", (MEDICAL_AREA,)),
}
POSITION_PUBLISHED = "published"
# The representative point of the town block of the address: 0.2 to 1.8 km from the institution.
POSITION_TOWN = "town_point"
POSITION_OUTSIDE = "outside"
POSITION_ABSENT = "absent"
POSITION_UNCHECKED = "unchecked"
# A point this far beyond a simplified boundary may still lie inside the true one.
TOLERANCE_KM = 1.0
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True)
class Places:
    """Areas, codes and boundaries.

    Parameters
    ----------
    areas : DataFrame
        AREAS.
    changes : DataFrame
        One row per ``code`` that is no municipality now: the ``municipality`` it stands for and the
        ``reason``, ``ward`` or the kind of change.
    boundaries : mapping of str to geometry
        Polygon of each municipality in degrees.
    edition : str
        Edition of SSDSE-A that the list of municipalities agrees with.
    members : DataFrame
        MEMBERS: the insurer of each municipality, empty where none was read yet.
    groups : DataFrame
        AREA_GROUPS, empty where none was read yet.
    code_changes : DataFrame
        The dated changes of codes as published, columns ``CODE_CHANGE_COLUMNS``.
    neighbours : DataFrame
        NEIGHBOURS: each pair with a common boundary, in both directions.
    town_points : DataFrame
        TOWN_POINTS, empty where none was read yet; read for imports alone, which nobody waits for.
    """

    areas: pd.DataFrame
    changes: pd.DataFrame
    boundaries: Mapping[str, shapely.Geometry]
    edition: str = ""
    members: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame({name: pd.Series(dtype="str") for name in MEMBERS.columns})
    )
    groups: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame({name: pd.Series(dtype="str") for name in AREA_GROUPS.columns})
    )
    code_changes: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame({name: pd.Series(dtype="str") for name in CODE_CHANGE_COLUMNS})
    )
    neighbours: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame({name: pd.Series(dtype="str") for name in NEIGHBOURS.columns})
    )
    town_points: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame({name: pd.Series(dtype="str") for name in TOWN_POINTS.columns})
    )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Name of each municipality of today by code."""
        return self._column("name_ja")

    @cached_property
    def prefectures(self) -> Mapping[str, str]:
        """Name of the prefecture of each municipality of today by code."""
        return self._column("prefecture_ja")

    @cached_property
    def projection_areas(self) -> frozenset[str]:
        """Codes of areas that are projected as one."""
        return frozenset(self.areas["area"][self.areas["level"] == PROJECTION_AREA])

    @cached_property
    def insurers(self) -> Mapping[tuple[str, str], str]:
        """Code of each insurer by the name of its prefecture and its own: names repeat in the country."""
        listed = self.areas[self.areas["level"] == INSURER]
        names = zip(listed["prefecture_ja"], listed["name_ja"].map(narrow), strict=True)
        return dict(zip(names, listed["area"], strict=True))

    @cached_property
    def stands_for(self) -> Mapping[str, str]:
        """Municipality of every code that is not one itself."""
        return dict(zip(self.changes["code"], self.changes["municipality"], strict=True))

    @cached_property
    def divided(self) -> Mapping[str, tuple[str, str, list[str]]]:
        """Name, date and followers of every old code that was divided among several municipalities."""
        found: dict[str, tuple[str, str, list[str]]] = {}
        for old, rows in self.code_changes.groupby("old_code"):
            if len(set(rows["new_code"])) > 1 and old not in self.stands_for:
                followers = list(dict.fromkeys(rows["new_name_ja"]))
                found[str(old)] = (rows["old_name_ja"].iloc[0], rows["date"].iloc[0], followers)
        return found

    @cached_property
    def wards(self) -> frozenset[str]:
        """Codes of the wards of designated cities."""
        return frozenset(self.changes["code"][self.changes["reason"] == WARD])

    @cached_property
    def _grounds(self) -> tuple[Mapping[str, int], NDArray[np.float64], NDArray[np.object_]]:
        codes = [code for code in self.boundaries if code in self.names]
        latitudes = np.array([self.boundaries[code].centroid.y for code in codes])
        scales = np.column_stack(
            [_KM_PER_DEGREE * np.cos(np.radians(latitudes)), np.full(len(codes), _KM_PER_DEGREE)]
        )
        grounds = np.array(
            [
                shapely.transform(self.boundaries[code], lambda points, scale=scale: points * scale)
                for code, scale in zip(codes, scales, strict=True)
            ]
        )
        shapely.prepare(grounds)
        return {code: number for number, code in enumerate(codes)}, scales, grounds

    def _column(self, name: str) -> Mapping[str, str]:
        today = self.areas[self.areas["level"] == MUNICIPALITY]
        return dict(zip(today["area"], today[name], strict=True))

    def groups_of(self, table: str) -> pd.DataFrame:
        """Return the rows of AREA_GROUPS that stand in one table of the figures, in its order."""
        _, kinds = GROUP_FILES[table]
        chosen = self.groups[self.groups["kind"].isin(kinds)]
        return chosen.sort_values(["municipality", "kind", "group"], ignore_index=True)

    def position_statuses(
        self, municipalities: pd.Series[str], latitude: pd.Series[float], longitude: pd.Series[float]
    ) -> pd.Series[str]:
        """Return for each office whether its point can be drawn.

        Parameters
        ----------
        municipalities : Series of str
            A municipality of today for each office, or empty.
        latitude, longitude : Series of float
            Degrees; zero or NaN where the office entered none.

        Returns
        -------
        Series of str
            ``absent``, ``outside`` (more than a kilometre from the own municipality), ``unchecked`` (no
            municipality or no boundary) or ``published``.
        """
        numbers, scales, grounds = self._grounds
        status = pd.Series(POSITION_PUBLISHED, index=municipalities.index, dtype="str")
        absent = latitude.fillna(0).eq(0) | longitude.fillna(0).eq(0)
        known = municipalities.map(numbers)
        checkable = ~absent & known.notna()
        chosen = known[checkable].to_numpy(dtype=int)
        degrees = np.column_stack([longitude[checkable], latitude[checkable]])
        near = shapely.dwithin(grounds[chosen], shapely.points(degrees * scales[chosen]), TOLERANCE_KM)
        status[checkable] = np.where(near, POSITION_PUBLISHED, POSITION_OUTSIDE)
        return status.mask(~checkable, POSITION_UNCHECKED).mask(absent, POSITION_ABSENT)


def located(
    codes: pd.Series[str], places: Places, *, file: str, column: str
) -> tuple[pd.Series[str], list[Note]]:
    """Return the municipality of each code: wards count in their city, old codes under the new one.

    Parameters
    ----------
    codes : Series of str
        Five digits or empty; the index is the row in the file.
    places : Places
        The areas of today.
    file, column : str
        Named when a code is unknown.

    Returns
    -------
    tuple of Series of str and list of Note
        Empty stays empty. One note per code that was mapped.

    Raises
    ------
    SourceError
        If a code is no area, or one that was divided among several municipalities.
    """
    distinct = codes.unique().tolist()
    strange = [
        each for each in distinct if each and each not in places.stands_for and each not in places.names
    ]
    if strange:
        row = first_row(codes.isin(strange))
        if codes[row] in places.divided:
            name, date, followers = places.divided[codes[row]]
            raise SourceError(
                "area_divided",
                file=file,
                row=row,
                column=column,
                found=f"{codes[row]} {name}",
                year=date,
                expected=followers,
            )
        raise SourceError("area_unknown", file=file, row=row, column=column, found=codes[row])
    mapped = codes.isin([each for each in distinct if each in places.stands_for])
    notes = [
        Note(
            "ward_counted_in_city" if code in places.wards else "code_mapped",
            number,
            {"found": code, "area": places.stands_for[code]},
        )
        for code, number in sorted(Counter(codes[mapped]).items())
    ]
    return codes.mask(mapped, codes[mapped].map(places.stands_for)), notes


def check_complete(municipalities: pd.Series[str], places: Places, *, file: str) -> None:
    """Check that every municipality of today occurs exactly once.

    Raises
    ------
    SourceError
        If one is missing or occurs twice.
    """
    twice = municipalities.duplicated()
    if twice.any():
        row = first_row(twice)
        raise SourceError("area_twice", file=file, row=row, found=municipalities[row])
    missing = sorted(places.names.keys() - set(municipalities))
    if missing:
        raise SourceError(
            "areas_missing", file=file, found=len(missing), expected=len(places.names), area=missing[0]
        )
