"""What a reader hands on: figures, and a note on every row that was mapped, left out or doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.sources.notes import Note
    from carecompare.sources.places import Places
    from carecompare.sources.publishers.grants.table import Grants


@dataclass(frozen=True)
class Reading:
    """The content of one file.

    Parameters
    ----------
    source : str
        Id in ``sources.toml``; empty for a file that only describes areas.
    file : str
        The publisher's file name.
    sha256 : str
        Checksum of the file.
    edition : str
        What tells a newer file from an older one of the same source; empty where there is none.
    counts : DataFrame, optional
        COUNTS.
    offices : DataFrame, optional
        OFFICES.
    ages : DataFrame, optional
        AGES.
    grants : Grants, optional
        The scores of every item of the incentive grants.
    places : Places, optional
        The areas, codes or boundaries after this file.
    notes : tuple of Note
        Nothing is mapped, left out or left unassigned without one.
    """

    source: str
    file: str
    sha256: str
    edition: str = ""
    counts: pd.DataFrame | None = None
    offices: pd.DataFrame | None = None
    ages: pd.DataFrame | None = None
    grants: Grants | None = None
    places: Places | None = None
    notes: tuple[Note, ...] = ()
