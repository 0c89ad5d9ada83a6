"""Areas with a name that means one place only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.tables import NATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from carecompare.rows import AreaRow

CODE_DIGITS = 5


def labelled_areas(areas: pd.DataFrame) -> pd.DataFrame:
    """Return areas by code with a ``label_ja`` that is unique in the country.

    Parameters
    ----------
    areas : DataFrame
        AREAS.

    Returns
    -------
    DataFrame
        Indexed by ``area``; a name that several municipalities bear is followed by its prefecture.
    """
    indexed = areas.set_index("area", drop=False)
    municipal = indexed["level"] == "municipality"
    twice = indexed["name_ja"].where(municipal).duplicated(keep=False) & municipal
    with_prefecture = indexed["name_ja"] + "（" + indexed["prefecture_ja"].fillna("") + "）"
    return indexed.assign(label_ja=indexed["name_ja"].where(~twice, with_prefecture))


def area_rows(areas: pd.DataFrame) -> list[AreaRow]:
    """Return areas one by one.

    Parameters
    ----------
    areas : DataFrame
        From `labelled_areas`, or some of its rows.

    Returns
    -------
    list of AreaRow
        In the same order.
    """
    names = ("area", "level", "name_ja", "label_ja", "prefecture", "prefecture_ja")
    return [
        {
            "area": area,
            "level": level,
            "name_ja": name,
            "label_ja": label,
            "prefecture": prefecture,
            "prefecture_ja": prefecture_name,
        }
        for area, level, name, label, prefecture, prefecture_name in zip(
            *(areas[each].tolist() for each in names), strict=True
        )
    ]


def shared_insurers(members: pd.DataFrame, areas: pd.DataFrame) -> Mapping[str, str]:
    """Return the insurer's name of each municipality that has it together with others.

    Parameters
    ----------
    members : DataFrame
        MEMBERS.
    areas : DataFrame
        From `labelled_areas`.

    Returns
    -------
    mapping of str to str
        By the code of the municipality.
    """
    shared = members.loc[members["insurer"].notna() & members["insurer"].duplicated(keep=False)]
    names = areas["name_ja"].reindex(shared["insurer"])
    return dict(zip(shared["municipality"], names, strict=True))


def prefecture_of(area: str) -> str:
    """Return the code of the prefecture a municipality lies in, the nation's for anything else."""
    return area[:2] if len(area) == CODE_DIGITS else NATION
