"""Where versions lie: a folder that many processes share, or one visitor's memory; a third is `database`."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from typing import TYPE_CHECKING, Protocol

from carecompare.disk import refusals_as, sync_folder, taken
from carecompare.errors import OwnDataError
from carecompare.own.keeping.records import file_name

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping
    from pathlib import Path


DRAFT = ".draft-"
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


class OfficePlace(Place, Protocol):
    """What an installation needs of the place of all towns besides."""

    def held(self) -> list[tuple[str, str]]:
        """Return every area and kind's folder that is there, in order."""
        ...

    def tidy(self) -> None:
        """Clear what savers that were ended have left half-written."""
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
        return [each.name for each in self._entries(*below)]

    def _entries(self, *below: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._root.joinpath(*below)) as found:
                return list(found)
        except FileNotFoundError:
            return []
        except OSError as error:
            raise OwnDataError("own_folder_wrong", file="/".join(below), found=error) from error

    def held(self) -> list[tuple[str, str]]:
        """Return every area and kind's folder that is there, in order.

        Raises
        ------
        OwnDataError
            If a folder is closed: what is kept in it would seem not to be there.
        """
        return sorted(
            (area, name)
            for area in self._folders()
            for name in self._folders(area)
            if not name.startswith(".")
        )

    def _folders(self, *below: str) -> list[str]:
        return [each.name for each in self._entries(*below) if each.is_dir()]

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
        with refusals_as(OwnDataError, "own_not_saved", file_name(area, folder, version)):
            path.parent.mkdir(parents=True, exist_ok=True)
            _clear(path.parent)
            with _draft(path.parent, content) as draft:
                is_mine = _named_once(draft, path)
            if is_mine:
                sync_folder(path.parent)
            if is_mine and version == 1:
                for parent in (path.parent.parent, self._root, self._root.parent):
                    sync_folder(parent)
        if not is_mine:
            raise FileExistsError(file_name(area, folder, version))

    def tidy(self) -> None:
        """Clear the drafts of savers that were ended before they could do so themselves, everywhere."""
        for area, folder in self.held():
            _clear(self._root / area / folder)


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


def _named_once(draft: Path, path: Path) -> bool:
    """Give a draft its name unless something has it; return whether it was given."""
    try:
        if os.name == "nt":
            draft.rename(path)  # refuses an existing name there, and there only
        else:
            os.link(draft, path)
    except FileExistsError:
        return False
    return True


@contextlib.contextmanager
def _draft(folder: Path, content: bytes) -> Iterator[Path]:
    """Write a draft that has a writer until the block ends: its lock says so, whatever the clock says."""
    while True:
        draft = folder / f"{DRAFT}{secrets.token_hex(8)}"
        handle = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        # Whoever clears up in this very moment may have taken it for one without a writer.
        if taken(handle) and draft.exists():
            break
        os.close(handle)
    try:
        with open(handle, "wb", closefd=False) as opened:
            opened.write(content)
            opened.flush()
            os.fsync(handle)
        if os.name == "nt":
            os.close(handle)  # what is open there cannot be renamed
            handle = -1
        yield draft
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        if handle >= 0:
            os.close(handle)


def _clear(folder: Path) -> None:
    for draft in folder.glob(f"{DRAFT}*"):
        # Gone meanwhile, or still open where that keeps it from being deleted: its writer sees to it.
        with contextlib.suppress(OSError):
            handle = os.open(draft, os.O_RDWR)
            try:
                if taken(handle):
                    draft.unlink(missing_ok=True)
            finally:
                os.close(handle)
