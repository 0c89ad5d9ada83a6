"""The outlines that browsers fetch, written once beside the store for each edition of the boundaries."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from carecompare.build.turn import MAPS, turn
from carecompare.disk import refusals_as
from carecompare.errors import StoreError
from carecompare.maps import map_files
from carecompare.sources.figures import AREAS_FILE, BOUNDARIES_FILE, read_places
from carecompare.sources.manifest import read_manifest
from carecompare.store.files import DRAFT

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.sources.places import Places

# Bump when the files change their shape.
MAKE = 6


def map_version(paths: Paths) -> str:
    """Return a short digest of what the outlines are made from, or nothing where there are no boundaries.

    Parameters
    ----------
    paths : Paths
        Where the figures are.

    Raises
    ------
    SourceError
        If the manifest of the figures is damaged.
    """
    tables = read_manifest(paths.figures).tables
    if BOUNDARIES_FILE not in tables or AREAS_FILE not in tables:
        return ""
    marks = f"{MAKE} {tables[BOUNDARIES_FILE].sha256} {tables[AREAS_FILE].sha256}"
    return hashlib.sha256(marks.encode()).hexdigest()[:12]


def fresh_map(paths: Paths) -> Path | None:
    """Return the folder of outlines of this edition of the boundaries, written first where it is missing.

    Parameters
    ----------
    paths : Paths
        Where the figures are, and the store beside which the outlines stand.

    Returns
    -------
    Path or None
        A folder named by its version, whose files are never written again; None without boundaries.

    Raises
    ------
    SourceError
        If a table of the figures is damaged.
    StoreError
        If the disk refuses it.
    """
    version = map_version(paths)
    if not version:
        return None
    folder = paths.store / MAPS / version
    if folder.is_dir():
        return folder
    with turn(paths):
        return written_map(paths, read_places(paths.figures))


def written_map(paths: Paths, places: Places) -> Path | None:
    """Do what `fresh_map` does, from places already read; to be called by whoever has the turn to build."""
    version = map_version(paths)
    folder = paths.store / MAPS / version
    if not version or folder.is_dir():
        return folder if version else None
    names = {
        code: f"{name}（{places.prefectures[code]}）"
        for code, name in places.names.items()
        if code in places.boundaries
    }
    written = map_files({code: places.boundaries[code] for code in names}, names)
    with refusals_as(StoreError, "store_not_written", MAPS):
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = folder.with_name(f"{DRAFT}{version}")
        try:
            draft.mkdir()
            for name, content in written.items():
                (draft / name).write_bytes(content)
            draft.rename(folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        for other in folder.parent.iterdir():
            if other != folder:
                shutil.rmtree(other, ignore_errors=True)
    return folder
