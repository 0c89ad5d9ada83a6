"""The figures as they were before the last imports, and the way back to them."""

from __future__ import annotations

import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from carecompare.clock import now
from carecompare.disk import copy_folder, refusals_as, sync_folder
from carecompare.errors import SourceError
from carecompare.paths import MANIFEST, before
from carecompare.sources.drafts import DRAFT
from carecompare.sources.files import sha256
from carecompare.sources.lock import locked
from carecompare.sources.manifest import read_manifest
from carecompare.sources.verified import check_whole
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
        One that was kept for an import that failed is the same as the figures and is left out, unless the
        figures have been damaged since.
    """
    with refusals_as(SourceError, "figures_unreadable", before(figures).name):
        current = _manifest(figures)
        return [
            each
            for each in reversed(_kept(figures))
            if _manifest(each.folder) != current or not _is_whole(figures)
        ]


def keep(figures: Path, files: Sequence[str]) -> None:
    """Keep the figures as they are, whole; to be called by whoever holds the lock.

    Parameters
    ----------
    figures : Path
        ``data/figures``.
    files : sequence of str
        The files that are about to be imported.

    Raises
    ------
    SourceError
        If the disk refuses it, or the figures are damaged: nothing is kept then.
    """
    if not read_manifest(figures).tables:
        return
    folder = before(figures)
    draft = folder / f"{DRAFT}{secrets.token_hex(8)}"
    try:
        with refusals_as(SourceError, "figures_not_written", folder.name):
            known = _kept(figures)
            number = int(known[-1].folder.name) + 1 if known else 1
            copy_folder(figures, draft)
            (draft / REASON).write_bytes(msgspec.json.encode(_Reason(tuple(files), now().isoformat())))
            check_whole(draft)
            draft.rename(folder / f"{number:06}")
            sync_folder(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def forget_oldest(figures: Path) -> None:
    """Let go what is no way back, once the figures are whole; to be called by whoever holds the lock.

    Parameters
    ----------
    figures : Path
        ``data/figures``. Of editions that an import left behind which failed, only the last is another state
        than the figures; of all, the latest `MOST_KEPT` stay.

    Raises
    ------
    SourceError
        If the figures are not whole: then nothing is forgotten.
    """
    check_whole(figures)
    with refusals_as(SourceError, "figures_not_writable", before(figures).name):
        known = _kept(figures)
        states = [*(_manifest(each.folder) for each in known), _manifest(figures)]
        same = [each for each, state, after in zip(known, states, states[1:], strict=False) if state == after]
        others = [each for each in known if each not in same]
        for each in [*same, *others[:-MOST_KEPT]]:
            _forget(each.folder)


def restored(figures: Path, at: str = "") -> EarlierEdition:
    """Undo the last import: every table as it was, byte for byte.

    Parameters
    ----------
    figures : Path
        ``data/figures``; may be damaged.
    at : str
        Time of the import that is undone, as somebody was shown it; of any where not given.

    Returns
    -------
    EarlierEdition
        What was restored; it is no longer kept.

    Raises
    ------
    SourceError
        If there is nothing to go back to, what was kept is damaged, another import is under way, it is
        another import than was shown, or the disk refuses it.

    Notes
    -----
    The edition is forgotten only after every table is in place and has its checksum.
    """
    with locked(figures):
        known = earlier_editions(figures)
        if not known:
            raise SourceError("nothing_to_restore")
        edition = known[0]
        if at and edition.at != at:
            raise SourceError("undo_moved_on")
        write_files(figures, _whole(edition.folder))
        with refusals_as(SourceError, "figures_not_writable", before(figures).name):
            # Later ones are what an undo or import left behind that was cut off: they lead back to nothing.
            for each in _kept(figures)[::-1]:
                if each.folder.name >= edition.folder.name:
                    _forget(each.folder)
    return edition


def _is_whole(figures: Path) -> bool:
    """Return whether every table is as the manifest says; read again only where a file is another."""
    state = tuple(
        (str(path), found.st_mtime_ns, found.st_size)
        for path in sorted(figures.rglob("*"))
        if (found := path.stat()) and path.is_file()
    )
    return _was_whole(figures, state)


# The page that offers the undo asks at every run.
@lru_cache(maxsize=2)
def _was_whole(figures: Path, _state: tuple[tuple[str, int, int], ...]) -> bool:
    try:
        check_whole(figures)
    except SourceError:
        return False
    return True


def _whole(folder: Path) -> dict[str, bytes]:
    manifest = read_manifest(folder)
    with refusals_as(SourceError, "figures_unreadable", folder.name):
        for name, entry in manifest.tables.items():
            path = folder / name
            if not path.is_file() or sha256(path) != entry.sha256:
                raise SourceError("edition_damaged", file=name)
        return {name: (folder / name).read_bytes() for name in [*manifest.tables, MANIFEST]}


def _kept(figures: Path) -> list[EarlierEdition]:
    """Return every edition kept, the oldest first."""
    found = []
    for folder in sorted(before(figures).glob("[0-9]*")):
        # What does not say when it was kept is none of ours, or was damaged: nobody could confirm it.
        with suppress(msgspec.DecodeError, FileNotFoundError, NotADirectoryError):
            reason = msgspec.json.decode((folder / REASON).read_bytes(), type=_Reason)
            found.append(EarlierEdition(folder, reason.files, reason.at))
    return found


def _manifest(folder: Path) -> bytes:
    path = folder / MANIFEST
    return path.read_bytes() if path.is_file() else b""


def _forget(folder: Path) -> None:
    """Remove an edition; renamed first, so that one half removed is never taken for one."""
    gone = folder.with_name(f"{DRAFT}{secrets.token_hex(8)}")
    folder.rename(gone)
    shutil.rmtree(gone)
