"""Rows of OFFICES: what is noted of those of a new file, and what they replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.sources.cells import narrowed
from carecompare.sources.notes import Note
from carecompare.sources.places import POSITION_ABSENT, POSITION_OUTSIDE, POSITION_TOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_POSITION = ["latitude", "longitude", "position_status"]
_PLACE = ["service", "municipality"]


def office_fields(offices: pd.DataFrame, row: int) -> dict[str, object]:
    """Return what a `Note` says of the office in a row: service, number and municipality."""
    office = offices.loc[row]
    return {
        "row": row,
        "service": office["service"],
        "office": office["office"],
        "area": office["municipality"],
    }


def position_notes(offices: pd.DataFrame) -> Iterator[Note]:
    """Yield a note for each position outside its municipality, and one for all that are absent."""
    status = offices["position_status"]
    for row in offices.index[status == POSITION_OUTSIDE]:
        yield Note("position_outside", 1, office_fields(offices, row))
    if absent := int((status == POSITION_ABSENT).sum()):
        yield Note("position_absent", absent)


def with_offices(before: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """Return the offices after a nationwide file of a service, which replaces every row of it.

    Parameters
    ----------
    before, new : DataFrame
        OFFICES.

    Returns
    -------
    DataFrame
        OFFICES. An institution without a position keeps the point of its town block where one of its name,
        the only one in its municipality, had such a point before.
    """
    if not len(before):
        return new
    replaced = before["service"].isin(new["service"].unique())
    return pd.concat([before[~replaced], _with_town_points(new, before[replaced])], ignore_index=True)


def replaced(before: pd.DataFrame, fresh: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return the offices after several nationwide files of care services, joined once.

    Parameters
    ----------
    before : DataFrame
        OFFICES.
    fresh : sequence of DataFrame
        OFFICES of one service each; of two of the same service the later counts.
    """
    of_service = {str(each["service"].iloc[0]): each for each in fresh if len(each)}
    if not of_service:
        return before
    kept = before[~before["service"].isin(of_service.keys())]
    return pd.concat([each for each in (kept, *of_service.values()) if len(each)], ignore_index=True)


def with_points(before: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """Return the offices after a file that has the positions of some municipalities only.

    Parameters
    ----------
    before, new : DataFrame
        OFFICES.

    Returns
    -------
    DataFrame
        OFFICES. Where the rows of a service already cover other municipalities they come from a nationwide
        file: it is kept, and only its absent positions are filled.
    """
    if not len(before):
        return new
    parts = [before[~before["service"].isin(new["service"].unique())]]
    for service, rows in new.groupby("service", sort=False):
        held = before[before["service"] == service]
        nationwide = not set(held["municipality"].dropna()) <= set(rows["municipality"])
        parts.append(_with_town_points(held, rows) if nationwide else rows)
    return pd.concat(parts, ignore_index=True)


def _with_town_points(offices: pd.DataFrame, points: pd.DataFrame) -> pd.DataFrame:
    of_town = points[points["position_status"] == POSITION_TOWN]
    known = of_town.assign(name=narrowed(of_town["name_ja"])).drop_duplicates([*_PLACE, "name"], keep=False)
    if not len(known):
        return offices
    named = offices[_PLACE].assign(name=narrowed(offices["name_ja"]))
    found = named.merge(known[[*_PLACE, "name", *_POSITION]], how="left", on=[*_PLACE, "name"])
    found.index = offices.index
    filled = (
        (offices["position_status"] == POSITION_ABSENT)
        & found["position_status"].notna()
        & ~named.duplicated([*_PLACE, "name"], keep=False)
    )
    result = offices.copy()
    for column in _POSITION:
        result[column] = offices[column].mask(filled, found[column])
    return result
