"""Store files: versioned names that are never written again, and a pointer to the one in use."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from carecompare.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

POINTER = "current"
DRAFT = "draft-"
# Bump when a store is made in another way, so that older ones are built anew.
MAKE = 19

OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


@dataclass(frozen=True)
class Store:
    """An open, read-only store.

    Parameters
    ----------
    path : Path
        The versioned file.
    fingerprint : str
        Of the inputs it was built from.
    connection : duckdb.DuckDBPyConnection
        Never used directly: every question takes a cursor of its own, because one connection shared
        by threads fails.
    """

    path: Path
    fingerprint: str
    connection: duckdb.DuckDBPyConnection

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Return a cursor for one question of one thread."""
        return self.connection.cursor()

    def close(self) -> None:
        """Let the file go."""
        self.connection.close()


def versioned_name(fingerprint: str) -> str:
    """Return the file name of a store built from inputs with this fingerprint."""
    return f"carecompare-{fingerprint}.duckdb"


def current_store(folder: Path) -> Path | None:
    """Return the store file in use.

    Parameters
    ----------
    folder : Path
        Where stores are kept.

    Returns
    -------
    Path or None
        None when nothing has been built, or what was built is gone.
    """
    try:
        name = (folder / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    path = folder / name
    return path if name and path.parent == folder and path.is_file() else None


def publish(draft: Path, path: Path) -> None:
    """Give a finished draft its versioned name and point to it; let older versions go.

    Parameters
    ----------
    draft, path : Path
        Files of the same folder.
    """
    with draft.open("rb") as written:
        os.fsync(written.fileno())
    draft.replace(path)
    pointer = path.with_name(f"{DRAFT}{POINTER}-{os.getpid()}")
    with pointer.open("w", encoding="utf-8") as opened:
        opened.write(path.name)
        opened.flush()
        os.fsync(opened.fileno())
    pointer.replace(path.with_name(POINTER))
    for other in path.parent.glob("carecompare-*.duckdb"):
        if other != path:
            # On Windows a file that another process still reads cannot be removed: the next build does it.
            with contextlib.suppress(PermissionError):
                other.unlink(missing_ok=True)


def open_store(path: Path) -> Store:
    """Open a published store for reading.

    Parameters
    ----------
    path : Path
        A versioned file.

    Returns
    -------
    Store
        To be closed by the caller.

    Raises
    ------
    StoreError
        If the file is no store, is damaged, or is of another make.
    """
    try:
        connection = duckdb.connect(str(path), read_only=True, config=dict(OFFLINE))
    except duckdb.Error as error:
        raise StoreError("store_unreadable", file=path.name) from error
    try:
        row = connection.execute("SELECT fingerprint, make FROM meta").fetchone()
    except duckdb.Error as error:
        connection.close()
        raise StoreError("store_unreadable", file=path.name) from error
    if row is None or row[1] != MAKE:
        connection.close()
        raise StoreError("store_other_make", file=path.name, found=row and row[1], expected=MAKE)
    return Store(path=path, fingerprint=row[0], connection=connection)
