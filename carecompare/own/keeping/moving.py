"""Every version from one place to another, byte for byte: from a folder to a database, or back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.errors import OwnDataError
from carecompare.own.keeping.records import checked_area, checked_folder, file_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carecompare.own.keeping.storage import OfficePlace


@dataclass(frozen=True)
class Move:
    """What a move did.

    Parameters
    ----------
    copied : int
        How many versions were added to the other place.
    known : int
        How many were there already, byte for byte.
    """

    copied: int
    known: int


def move(source: OfficePlace, target: OfficePlace, progress: Callable[[int, int], object]) -> Move:
    """Copy every version to another place; the first place stays as it is.

    Parameters
    ----------
    source, target : OfficePlace
        From where, and to where.
    progress : callable
        Told, before each kind of a municipality, how many are done and how many there are.

    Returns
    -------
    Move
        What was copied. Damaged versions are copied too: a history has no holes afterwards.

    Raises
    ------
    OwnDataError
        If a version of the same number is another one there (then nothing was copied), or a place refuses. A
        move that was ended, by whatever, is completed by the next.
    """
    kinds = [(area, folder) for area, folder in source.held() if source.versions(area, folder)]
    for area, folder in kinds:
        checked_area(area)
        checked_folder(folder)
    differing = [name for area, folder in kinds for name in _differing(source, target, area, folder)]
    if differing:
        raise OwnDataError("own_move_differs", found=len(differing), file=differing[0])
    copied = known = 0
    for done, (area, folder) in enumerate(kinds):
        progress(done, len(kinds))
        there = set(target.versions(area, folder))
        missing = [each for each in source.versions(area, folder) if each not in there]
        for version in missing:
            _copy(source, target, area, folder, version)
        copied += len(missing)
        known += len(there)
    return Move(copied, known)


def _differing(source: OfficePlace, target: OfficePlace, area: str, folder: str) -> Iterator[str]:
    both = set(source.versions(area, folder)) & set(target.versions(area, folder))
    for version in sorted(both):
        if source.read(area, folder, version) != target.read(area, folder, version):
            yield file_name(area, folder, version)


def _copy(source: OfficePlace, target: OfficePlace, area: str, folder: str, version: int) -> None:
    written = source.read(area, folder, version)
    with suppress(FileExistsError):  # somebody moves the same at the same time
        target.add(area, folder, version, written)
    if target.read(area, folder, version) != written:
        raise OwnDataError("own_move_differs", found=1, file=file_name(area, folder, version))
