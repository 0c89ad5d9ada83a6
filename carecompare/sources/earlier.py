"""The figures as they were before the last imports, and the way back to them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from carecompare.clock import now
from carecompare.errors import SourceError
from carecompare.paths import before
from carecompare.sources.figures import DRAFT, finish_interrupted
from carecompare.sources.files import sha256
from carecompare.sources.lock import locked
from carecompare.sources.manifest import FILE, read_manifest
from carecompare.sources.writing import write_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# An edition has about 10 MB; each is whole, so that any of them can be read without the others.
MOST_KEPT = 5
REASON = "import.json"


class _Reason(msgspec.Struct, frozen=True):
    files: tuple[str, ...]
    at: str


@dataclass(frozen=True)
class EarlierEdition:
    """Figures that can be had back.

    Parameters
    ----------
    folder : Path
        Where they are kept.
    files : tuple of str
        The files of the import that replaced them.
    at : str
        When it did: date and time with its offset, in ISO form.
    """

    folder: Path
    files: tuple[str, ...]
    at: str


def earlier_editions(figures: Path) -> list[EarlierEdition]:
    """Return the editions that differ from the figures now, the latest first.

    Parameters
    ----------
    figures : Path
        ``data/figures``.

    Returns
    -------
    list of EarlierEdition
        At most `MOST_KEPT`. One that was kept for an import that failed is the same as the figures and is
        left out.
    """
    current = _manifest(figures)
    return [each for each in reversed(_kept(figures)) if _manifest(each.folder) != current]


def keep(figures: Path, files: Sequence[str]) -> None:
    """Keep the figures as they are, whole; to be called by whoever holds the lock.

    Parameters
    ----------
    figures : Path
        ``data/figures``.
    files : sequence of str
        The files that are about to be imported.
    """
    finish_interrupted(figures)
    if not read_manifest(figures).tables:
        return
    _forget_unfinished(figures)
    known = _kept(figures)
    number = int(known[-1].folder.name) + 1 if known else 1
    folder = before(figures) / f"{number:06}"
    draft = folder.with_name(folder.name + DRAFT)
    shutil.copytree(figures, draft, ignore=shutil.ignore_patterns("*" + DRAFT, "*.part"))
    (draft / REASON).write_bytes(msgspec.json.encode(_Reason(tuple(files), now().isoformat())))
    draft.replace(folder)
    current = _manifest(figures)
    # Those that an import left behind which failed are no way back to anything.
    same = [each for each in known if _manifest(each.folder) == current]
    for each in [*same, *[each for each in known if each not in same][: 1 - MOST_KEPT]]:
        _forget(each.folder)


def restored(figures: Path, at: str = "") -> EarlierEdition:
    """Undo the last import: every table as it was, byte for byte.

    Parameters
    ----------
    figures : Path
        ``data/figures``.
    at : str
        Time of the import that is undone, as somebody was shown it; of any where not given.

    Returns
    -------
    EarlierEdition
        What was restored; it is no longer kept.

    Raises
    ------
    SourceError
        If there is nothing to go back to, what was kept is damaged, another import is under way, or it is
        another import than was shown.

    Notes
    -----
    Drafts are complete before the first table is replaced, as in an import: a crash leaves the figures before
    or after, and the edition is forgotten only after it is in place.
    """
    with locked(figures):
        finish_interrupted(figures)
        known = earlier_editions(figures)
        if not known:
            raise SourceError("nothing_to_restore")
        edition = known[0]
        if at and edition.at != at:
            raise SourceError("undo_moved_on")
        contents = _whole(edition.folder)
        new = read_manifest(figures).tables.keys() - contents.keys()
        write_files(figures, contents)
        for name in new:
            (figures / name).unlink(missing_ok=True)
        _forget(edition.folder)
    return edition


def _whole(folder: Path) -> dict[str, bytes]:
    manifest = read_manifest(folder)
    for name, entry in manifest.tables.items():
        path = folder / name
        if not path.is_file() or sha256(path) != entry.sha256:
            raise SourceError("edition_damaged", file=name)
    return {name: (folder / name).read_bytes() for name in [*manifest.tables, FILE]}


def _kept(figures: Path) -> list[EarlierEdition]:
    """Return every edition kept, the oldest first."""
    found = []
    for folder in sorted(before(figures).glob("[0-9]*")):
        if folder.suffix == DRAFT or not (folder / REASON).is_file():
            continue
        reason = msgspec.json.decode((folder / REASON).read_bytes(), type=_Reason)
        found.append(EarlierEdition(folder, reason.files, reason.at))
    return found


def _manifest(folder: Path) -> bytes:
    path = folder / FILE
    return path.read_bytes() if path.is_file() else b""


def _forget(folder: Path) -> None:
    """Remove an edition; renamed first, so that one half removed is never taken for one."""
    gone = folder.with_name(folder.name + DRAFT)
    folder.replace(gone)
    shutil.rmtree(gone)


def _forget_unfinished(figures: Path) -> None:
    for folder in before(figures).glob("*" + DRAFT):
        shutil.rmtree(folder)
