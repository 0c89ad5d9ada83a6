"""Whether the store in use was built from the inputs as they are now."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare import __version__
from carecompare.paths import MANIFEST
from carecompare.store.files import MAKE, current_store, versioned_name

if TYPE_CHECKING:
    from carecompare.paths import Paths


def fingerprint(paths: Paths) -> str:
    """Return a short digest of everything a store is made from.

    Parameters
    ----------
    paths : Paths
        Folders of catalogue and figures; the manifest holds a checksum of every table.

    Returns
    -------
    str
        16 hexadecimal digits.
    """
    # Every page asks this: each file is looked at once, and the fastest way there is.
    inputs = []
    with suppress(FileNotFoundError), os.scandir(paths.catalog) as entries:
        inputs = [_state(each) for each in entries if each.name.endswith(".toml")]
    with suppress(FileNotFoundError):
        inputs.append(_state(paths.figures / MANIFEST))
    return _digest(tuple(sorted(inputs)))


def _state(file: os.DirEntry[str] | Path) -> tuple[str, str, int, int]:
    found = file.stat()
    return file.name, os.fspath(file), found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _digest(inputs: tuple[tuple[str, str, int, int], ...]) -> str:
    digest = hashlib.sha256(f"{__version__} {MAKE}".encode())
    for name, path, _, _ in inputs:
        digest.update(name.encode())
        digest.update(Path(path).read_bytes())
    return digest.hexdigest()[:16]


def fresh_store(paths: Paths) -> Path | None:
    """Return the store in use when it was built from the inputs as they are now.

    Returns
    -------
    Path or None
        None when it has to be built.
    """
    path = current_store(paths.store)
    return path if path is not None and path.name == versioned_name(fingerprint(paths)) else None
