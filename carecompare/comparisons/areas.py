"""Areas with a name that means one place only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.tables import NATION

if TYPE_CHECKING:
    import pandas as pd

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
    twice = indexed["name_ja"].duplicated(keep=False) & (indexed["level"] == "municipality")
    with_prefecture = indexed["name_ja"] + "（" + indexed["prefecture_ja"].fillna("") + "）"
    return indexed.assign(label_ja=indexed["name_ja"].where(~twice, with_prefecture))


def prefecture_of(area: str) -> str:
    """Return the code of the prefecture a municipality lies in, the nation's for anything else."""
    return area[:2] if len(area) == CODE_DIGITS else NATION
