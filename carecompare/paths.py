"""Where things are kept. Every path of the project is named here and nowhere else."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

# Asked for dozens of times a page, and finding out what a path resolves to asks the disk.
BESIDE = Path(__file__).resolve().parent.parent / "data"
# Of a folder of figures: publisher's file, checksum, edition and date for each column of each table.
MANIFEST = "manifest.json"

# What the address of a database begins with.
DATABASE = ("postgresql://", "postgres://")


@dataclass(frozen=True)
class Paths:
    """The folders below one data folder.

    Parameters
    ----------
    data : Path
        The folder that holds ``catalog``, ``figures``, the town's ``own`` and the built ``store``.
    elsewhere : Path or None
        Where the town's own is kept instead, so that it outlives the folder of a version.
    database : str
        The address of the database that keeps the town's own instead of a folder.
    """

    data: Path
    elsewhere: Path | None = None
    database: str = ""

    @property
    def catalog(self) -> Path:
        """Definitions: indicators, counts, sources, services, cases."""
        return self.data / "catalog"

    @property
    def figures(self) -> Path:
        """The project's own tables of counts, one file per source and year."""
        return self.data / "figures"

    @property
    def own(self) -> Path:
        """What a town keeps of its own: the only folder that cannot be made again."""
        return self.elsewhere or self.data / "own"

    @property
    def kept_at(self) -> str:
        """Where what a town keeps of its own is: the address of a database, or a folder."""
        return self.database or str(self.own)

    @property
    def store(self) -> Path:
        """Built files, which can be deleted at any time."""
        return self.data / "store"


def before(figures: Path) -> Path:
    """Return the folder that keeps earlier editions of a folder of figures."""
    return figures.with_name(f"{figures.name}_before")


def import_lock(figures: Path) -> Path:
    """Return the file that is locked while a folder of figures changes."""
    return figures.with_name(f"{figures.name}.lock")


def build_lock(store: Path) -> Path:
    """Return the file that is locked while a store is built: beside the folder, which anybody may delete."""
    folder = store.resolve()
    return folder.with_name(f"{folder.name}.lock")


def project_paths() -> Paths:
    """Return the folders of this installation.

    Returns
    -------
    Paths
        Below ``CARECOMPARE_DATA`` when that is set, else below the project's own ``data``; what a town keeps
        in ``CARECOMPARE_OWN`` when that is set: a folder, or the address of a database.
    """
    override, own = os.environ.get("CARECOMPARE_DATA"), os.environ.get("CARECOMPARE_OWN")
    data = Path(override) if override else BESIDE
    if own and own.startswith(DATABASE):
        return Paths(data, database=own)
    return Paths(data, Path(own) if own else None)
