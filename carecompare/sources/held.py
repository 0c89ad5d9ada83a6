"""The figures at hand, opened table by table as an import asks for them: most of them it never does."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.sources.figures import read_log, read_notes
from carecompare.sources.lock import finish_interrupted
from carecompare.sources.long_figures import long_columns
from carecompare.sources.manifest import Manifest, read_manifest
from carecompare.sources.verified import verified

if TYPE_CHECKING:
    from pathlib import Path

Key = tuple[str, int]


class HeldColumns(MutableMapping[Key, pd.DataFrame]):
    """``area``, ``value`` and ``status`` of each count and year.

    Parameters
    ----------
    folder : Path
        ``data/figures``.
    manifest : Manifest
        Which table holds which columns.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._folder, self._manifest = folder, manifest
        self._table_of: dict[Key, str] = {
            (count, entry.year): name
            for name, entry in manifest.tables.items()
            if entry.year is not None
            for count in entry.origins
        }
        self._opened: dict[Key, pd.DataFrame] = {}

    def __getitem__(self, key: Key) -> pd.DataFrame:
        """Return one column, opening its table the first time."""
        if key not in self._opened:
            self._open(self._table_of[key])
        return self._opened[key]

    def __setitem__(self, key: Key, column: pd.DataFrame) -> None:
        """Put a column in place of the one at hand."""
        self._table_of.pop(key, None)
        self._opened[key] = column

    def __delitem__(self, key: Key) -> None:
        """Forget a column."""
        if self._table_of.pop(key, None) is None and key not in self._opened:
            raise KeyError(key)
        self._opened.pop(key, None)

    def __iter__(self) -> Iterator[Key]:
        """Yield the keys, opening nothing."""
        yield from self._table_of
        yield from (key for key in self._opened if key not in self._table_of)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._table_of.keys() | self._opened.keys())

    def _open(self, name: str) -> None:
        entry = self._manifest.tables[name]
        long = long_columns(self._folder, name, entry)
        rows = entry.rows
        for first in range(0, len(long["area"]), rows):
            part = slice(first, first + rows)
            key = (str(long["count"][first]), int(long["year"][first]))
            if self._table_of.get(key) == name and key not in self._opened:
                self._opened[key] = pd.DataFrame(
                    {
                        "area": pd.Series(long["area"][part], dtype="str"),
                        "value": long["value"][part],
                        "status": pd.Series(long["status"][part], dtype="str"),
                    }
                )


@dataclass(frozen=True)
class Held:
    """What an import compares its files with.

    Parameters
    ----------
    columns : HeldColumns
        Every count and year.
    manifest : Manifest
        Where each came from.
    log, notes : DataFrame
        Of every import so far.
    """

    columns: MutableMapping[Key, pd.DataFrame]
    manifest: Manifest
    log: pd.DataFrame
    notes: pd.DataFrame


def read_held(folder: Path) -> Held:
    """Return the figures at hand; every table is verified, and opened when it is asked for.

    Parameters
    ----------
    folder : Path
        ``data/figures``.

    Raises
    ------
    SourceError
        If a table is missing or was changed since it was written.
    """
    finish_interrupted(folder)
    manifest = read_manifest(folder)
    for name in manifest.tables:
        verified(folder, name, manifest)
    return Held(HeldColumns(folder, manifest), manifest, read_log(folder), read_notes(folder))
