"""Tables that leave the screen: their columns as records, so that no writer reads a heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pandas as pd

# Of the row's indicator: a figure (its decimals hold, and a gap has a word), a limit of it, its name, its
# status; a year. Of any other column the cells say whether they are numbers or text.
Holds = Literal["", "figure", "limit", "indicator", "status", "year"]


@dataclass(frozen=True)
class FileColumn:
    """A column of a file.

    Parameters
    ----------
    key : str
        ASCII name, unique in its table: how programs know the column.
    heading : str
        How people know it.
    holds : {"", "figure", "limit", "indicator", "status", "year"}
        What its cells are.
    unit : str
        Of its figures, where all have the same.
    note : str
        What has to be known to read it.
    """

    key: str
    heading: str
    holds: Holds = ""
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, eq=False)
class FileTable:
    """A table as it is written into files.

    Parameters
    ----------
    columns : tuple of FileColumn
        In order.
    frame : DataFrame
        Unformatted cells; its columns are the keys.

    Raises
    ------
    ValueError
        If the keys are not those of the frame, or one is none that programs can use, or occurs twice.
    """

    columns: tuple[FileColumn, ...]
    frame: pd.DataFrame

    def __post_init__(self) -> None:
        """Check the keys."""
        keys = [each.key for each in self.columns]
        if keys != list(self.frame.columns) or len(set(keys)) < len(keys):
            raise ValueError(keys, list(self.frame.columns))
        if wrong := [key for key in keys if not (key.isascii() and key.isidentifier())]:
            raise ValueError(wrong)

    def keys_of(self, *holds: Holds) -> frozenset[str]:
        """Return the keys of the columns that hold something."""
        return frozenset(each.key for each in self.columns if each.holds in holds)
