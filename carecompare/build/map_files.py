"""The outlines that browsers fetch, written once beside the store for each edition of the boundaries."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare.maps import map_files
from carecompare.sources.figures import AREAS_FILE, BOUNDARIES_FILE, read_places
from carecompare.sources.manifest import read_manifest

if TYPE_CHECKING:
    from carecompare.paths import Paths

FOLDER = "maps"
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
    """
    version = map_version(paths)
    if not version:
        return None
    folder = paths.store / FOLDER / version
    if folder.is_dir():
        return folder
    places = read_places(paths.figures)
    names = {
        code: f"{name}（{places.prefectures[code]}）"
        for code, name in places.names.items()
        if code in places.boundaries
    }
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix="draft-", dir=folder.parent))
    try:
        boundaries = {code: places.boundaries[code] for code in names}
        for name, content in map_files(boundaries, names).items():
            (draft / name).write_bytes(content)
        _put_in_place(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    for other in folder.parent.iterdir():
        if other != folder and not other.name.startswith("draft-"):
            shutil.rmtree(other, ignore_errors=True)
    return folder


def _put_in_place(draft: Path, folder: Path) -> None:
    draft.chmod(0o755)
    try:
        draft.replace(folder)
    except OSError:
        # Another process was first: what it wrote is the same.
        if not folder.is_dir():
            raise
