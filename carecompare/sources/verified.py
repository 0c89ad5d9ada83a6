"""Tables below ``data/figures`` are what their manifest says, also while an import replaces them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, TypeVar

from carecompare.disk import refusals_as
from carecompare.errors import SourceError
from carecompare.paths import MANIFEST
from carecompare.sources.lock import finish_interrupted
from carecompare.sources.manifest import read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.sources.manifest import Manifest

T = TypeVar("T")
PROBLEM: Final = "figures_unreadable"


def verified(folder: Path, name: str, manifest: Manifest) -> bytes:
    """Return a table that the manifest names.

    Raises
    ------
    SourceError
        If it is missing or is another than was written.
    """
    try:
        content = (folder / name).read_bytes()
    except FileNotFoundError:
        raise SourceError("figures_missing", file=name) from None
    if hashlib.sha256(content).hexdigest() != manifest.tables[name].sha256:
        raise SourceError("figures_changed", file=name)
    return content


def check_whole(folder: Path) -> None:
    """Check that every table is as the manifest says.

    Raises
    ------
    SourceError
        If a table is missing or is another than was written, or the manifest is damaged.
    """
    manifest = read_manifest(folder)
    with refusals_as(SourceError, PROBLEM, folder.name):
        for name in manifest.tables:
            verified(folder, name, manifest)


def steadily(folder: Path, read: Callable[[Path], T]) -> T:
    """Read tables; again when an import or an undo replaced them while they were read.

    Parameters
    ----------
    folder : Path
        ``data/figures``.
    read : callable
        Reads from the folder.

    Returns
    -------
    object
        What it returned.

    Raises
    ------
    SourceError
        Whatever it raised of figures that nobody replaced, or if the disk refuses to be read.
    """
    while True:
        finish_interrupted(folder)
        before = _mark(folder)
        try:
            with refusals_as(SourceError, PROBLEM, folder.name):
                return read(folder)
        except SourceError:
            finish_interrupted(folder)
            if _mark(folder) == before:
                raise


def _mark(folder: Path) -> bytes:
    with refusals_as(SourceError, PROBLEM, folder.name):
        path = folder / MANIFEST
        return path.read_bytes() if path.is_file() else b""
