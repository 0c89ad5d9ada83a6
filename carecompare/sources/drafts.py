"""Files replaced together or not at all: drafts of one operation in a folder of its own, then moved."""

from __future__ import annotations

import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from carecompare.disk import sync_folder, write_synced
from carecompare.errors import SourceError
from carecompare.paths import MANIFEST, before
from carecompare.sources.manifest import read_manifest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Folders of one operation each, named by it: while it writes, and from the moment when nothing is missing.
DRAFT, WHOLE = ".draft-", ".whole-"
# What versions before left that wrote drafts beside the tables: whose they were cannot be known.
_NOBODYS = ("*.draft", "*.draft.part")


def replace_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Replace files in one step, or none of them; to be called by whoever holds the lock.

    Parameters
    ----------
    folder : Path
        ``data/figures``, made if it is missing.
    contents : mapping of str to bytes
        By path below the folder, the manifest among them. A table that only the manifest before names goes.

    Notes
    -----
    The drafts are complete on disk before their folder is named so, and that name is what decides: whatever
    interrupts the writing before leaves the files as they were, whatever interrupts the moving after is
    completed by whoever comes next.
    """
    settle(folder)
    folder.mkdir(parents=True, exist_ok=True)
    operation = secrets.token_hex(8)
    drafts = folder / f"{DRAFT}{operation}"
    try:
        for name, content in contents.items():
            path = folder / name
            if name != MANIFEST and path.exists() and path.read_bytes() == content:
                continue
            # Now, where a full disk still leaves everything as it was.
            path.parent.mkdir(parents=True, exist_ok=True)
            (drafts / name).parent.mkdir(parents=True, exist_ok=True)
            write_synced(drafts / name, content)
            sync_folder((drafts / name).parent)
        whole = folder / f"{WHOLE}{operation}"
        drafts.rename(whole)
        sync_folder(folder)
    except BaseException:
        shutil.rmtree(drafts, ignore_errors=True)
        raise
    _move(whole, folder)


def is_unsettled(folder: Path) -> bool:
    """Return whether an operation was cut off between its last draft and the last file moved."""
    return any(folder.glob(f"{WHOLE}*"))


def settle(folder: Path) -> None:
    """Complete what is complete but for the moving, and clear all other drafts; for who holds the lock.

    Parameters
    ----------
    folder : Path
        ``data/figures``; drafts of the editions kept beside it are cleared too.
    """
    for whole in folder.glob(f"{WHOLE}*"):
        _move(whole, folder)
    for draft in [*folder.glob(f"{DRAFT}*"), *before(folder).glob(f"{DRAFT}*")]:
        shutil.rmtree(draft)
    for pattern in _NOBODYS:
        for left in folder.rglob(pattern):
            left.unlink()


def _move(whole: Path, folder: Path) -> None:
    """Move the files of an operation to their places, the manifest last."""
    names = [path.relative_to(whole) for path in sorted(whole.rglob("*")) if path.is_file()]
    if (whole / MANIFEST).is_file():
        gone = _tables(folder) - _tables(whole)
        for name in names:
            if name.as_posix() != MANIFEST:
                (whole / name).replace(folder / name)
        for table in gone:
            (folder / table).unlink(missing_ok=True)
        (whole / MANIFEST).replace(folder / MANIFEST)
        sync_folder(folder)
    shutil.rmtree(whole)


def _tables(folder: Path) -> set[str]:
    # A damaged manifest names nothing: undoing an import is the way out of just that.
    with suppress(SourceError):
        return set(read_manifest(folder).tables)
    return set()
