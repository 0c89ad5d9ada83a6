"""Where versions lie: a folder that many processes share, or one visitor's memory."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from typing import TYPE_CHECKING, Protocol

from carecompare.errors import OwnDataError
from carecompare.own.records import file_name

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from pathlib import Path

DRAFT = ".draft-"
# A draft this old has no writer any more.
ABANDONED_SECONDS = 3_600
LARGEST_BYTES = 20_000_000
_VERSION = re.compile(r"([0-9]{6,})\.json")


class Place(Protocol):
    """What a `Shelf` needs of a place."""

    def folders(self, area: str) -> list[str]:
        """Return the folders of an area; what is not among them has no version."""
        ...

    def versions(self, area: str, folder: str) -> list[int]:
        """Return the numbers that are there, in order."""
        ...

    def read(self, area: str, folder: str, version: int) -> bytes:
        """Return one version.

        Raises
        ------
        FileNotFoundError
            If there is none of this number.
        """
        ...

    def add(self, area: str, folder: str, version: int, content: bytes) -> None:
        """Add one version, whole and for good, or not at all.

        Raises
        ------
        FileExistsError
            If somebody has added this number before.
        OwnDataError
            If there is no room for it.
        """
        ...


class Folder:
    """Versions as files below a folder.

    Parameters
    ----------
    root : Path
        ``data/own``; made when the first version is added.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def folders(self, area: str) -> list[str]:
        """Return the folders of an area."""
        return self._names(area)

    def versions(self, area: str, folder: str) -> list[int]:
        """Return the numbers that are there, in order; drafts are none."""
        names = self._names(area, folder)
        return sorted(int(found[1]) for found in map(_VERSION.fullmatch, names) if found)

    def _names(self, *below: str) -> list[str]:
        try:
            return os.listdir(self._root.joinpath(*below))  # noqa: PTH208 - names are enough
        except FileNotFoundError:
            return []

    def held(self) -> list[tuple[str, str]]:
        """Return every area and kind's folder that is there, in order."""
        return sorted(
            (folder.parent.name, folder.name)
            for folder in self._root.glob("*/*")
            if folder.is_dir() and not folder.name.startswith(".")
        )

    def read(self, area: str, folder: str, version: int) -> bytes:
        """Return one version.

        Raises
        ------
        FileNotFoundError
            If there is none of this number.
        """
        return (self._root / file_name(area, folder, version)).read_bytes()

    def add(self, area: str, folder: str, version: int, content: bytes) -> None:
        """Add one version, whole and for good, or not at all.

        Raises
        ------
        FileExistsError
            If somebody has added this number before.
        OwnDataError
            If the disk refuses it.

        Notes
        -----
        The draft is on the disk before it gets its name, and the name is on the disk before this returns. A
        name is given once only: linking (on Windows: renaming) fails when it exists, whichever process was
        faster.
        """
        path = self._root / file_name(area, folder, version)
        draft = path.with_name(DRAFT + secrets.token_hex(8))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _clean(path.parent)
            with draft.open("xb") as opened:
                opened.write(content)
                opened.flush()
                os.fsync(opened.fileno())
            _named_once(draft, path)
            _sync_folder(path.parent)
            if version == 1:
                for parent in (path.parent.parent, self._root, self._root.parent):
                    _sync_folder(parent)
        except FileExistsError:
            raise
        except OSError as error:
            raise OwnDataError(
                "own_not_saved", file=file_name(area, folder, version), found=error.strerror
            ) from error
        finally:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


class Memory:
    """Versions in one visitor's memory.

    Parameters
    ----------
    records : mutable mapping of str to bytes
        Versions by path; whatever holds it decides how long they last.
    """

    def __init__(self, records: MutableMapping[str, bytes]) -> None:
        self._records = records

    def folders(self, area: str) -> list[str]:
        """Return the folders of an area."""
        before = f"{area}/"
        names = (name.removeprefix(before) for name in self._records if name.startswith(before))
        return sorted({name.partition("/")[0] for name in names})

    def versions(self, area: str, folder: str) -> list[int]:
        """Return the numbers that are there, in order."""
        before = f"{area}/{folder}/"
        names = (name.removeprefix(before) for name in self._records if name.startswith(before))
        return sorted(int(found[1]) for found in map(_VERSION.fullmatch, names) if found)

    def read(self, area: str, folder: str, version: int) -> bytes:
        """Return one version.

        Raises
        ------
        FileNotFoundError
            If there is none of this number.
        """
        try:
            return self._records[file_name(area, folder, version)]
        except KeyError:
            raise FileNotFoundError(file_name(area, folder, version)) from None

    def add(self, area: str, folder: str, version: int, content: bytes) -> None:
        """Add one version.

        Raises
        ------
        FileExistsError
            If it has been added before.
        OwnDataError
            If the visit holds too much already.
        """
        held = sum(map(len, self._records.values())) + len(content)
        if held > LARGEST_BYTES:
            raise OwnDataError("own_visit_full", found=held, expected=LARGEST_BYTES)
        if self._records.setdefault(file_name(area, folder, version), content) is not content:
            raise FileExistsError(file_name(area, folder, version))


def _named_once(draft: Path, path: Path) -> None:
    if os.name == "nt":
        draft.rename(path)  # refuses an existing name there, and there only
    else:
        os.link(draft, path)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # a folder cannot be opened there; the file system writes names in order
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _clean(folder: Path) -> None:
    for draft in folder.glob(f"{DRAFT}*"):
        with contextlib.suppress(OSError):
            if time.time() - draft.stat().st_mtime > ABANDONED_SECONDS:
                draft.unlink()
