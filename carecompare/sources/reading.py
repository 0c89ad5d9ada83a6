"""What a reader hands on: figures, and a note on every row that was mapped, left out or doubtful."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from carecompare.sources.places import Places


@dataclass(frozen=True)
class Note:
    """Something a person should know about rows of a file.

    Parameters
    ----------
    problem : str
        Key of its sentence in ``carecompare.text.import_report``.
    number : int
        How many rows it is about.
    fields : mapping of str to object
        ``row``, ``area``, ``office``, ``found``, ``expected`` as far as they apply.
    """

    problem: str
    number: int = 1
    fields: Mapping[str, object] = field(default_factory=dict)


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
    places: Places | None = None
    notes: tuple[Note, ...] = ()
