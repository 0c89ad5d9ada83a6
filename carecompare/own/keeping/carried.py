"""What a town keeps in one file, from one machine to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from carecompare.errors import OwnDamagedError, OwnDataError
from carecompare.own.keeping.kinds import KINDS, kind_of
from carecompare.own.keeping.records import Envelope
from carecompare.own.keeping.shelf import opened
from carecompare.own.keeping.visit import read_visit, visit_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carecompare.own.keeping.records import Kept, Kind
    from carecompare.own.keeping.shelf import Shelf


@dataclass(frozen=True)
class Carried:
    """One record of such a file.

    Parameters
    ----------
    area : str
        Code of the municipality.
    kind : Kind
        What it is.
    kept : Kept
        Its content, with who saved it and when.
    """

    area: str
    kind: Kind[Any]
    kept: Kept[Any]


def carried_file(shelf: Shelf, areas: Iterable[str]) -> bytes:
    """Return the latest version of everything that municipalities keep, as one file.

    Parameters
    ----------
    shelf : Shelf
        Where it is kept.
    areas : iterable of str
        Their codes.

    Returns
    -------
    bytes
        JSON, of the same form as what a visitor takes home from a public server.

    Raises
    ------
    OwnDamagedError
        If a latest version cannot be read: a file that silently lacks something would be worse than none.
    OwnDataError
        If nothing is kept.
    """
    records: dict[str, bytes] = {}
    for area in areas:
        for folder in sorted(shelf.folders(area)):
            kind = kind_of(folder)
            version = shelf.latest(area, kind) if kind is not None else 0
            if kind is not None and version:
                shelf.at(area, kind, version)
                records[f"{area}/{folder}"] = shelf.written(area, kind, version)
    if not records:
        raise OwnDataError("own_nothing_kept")
    return visit_file(records)


def read_carried(content: bytes, file: str) -> tuple[Carried, ...]:
    """Read such a file, every part of it checked.

    Parameters
    ----------
    content : bytes
        The file, or what a visitor took home.
    file : str
        Its name, for errors.

    Returns
    -------
    tuple of Carried
        The latest version of each kind of each municipality.

    Raises
    ------
    OwnDataError
        If it is too large, no such file, or any part of it cannot be read.
    """
    found: dict[tuple[str, str], Carried] = {}
    for written in read_visit(content, file).values():
        envelope = msgspec.json.decode(written, type=Envelope)
        kind = KINDS[envelope.kind]
        kind = kind.of(envelope.part) if envelope.part else kind
        kept = opened(written, envelope.area, kind, envelope.version)
        before = found.get((envelope.area, kind.folder))
        if before is None or before.kept.version < kept.version:
            found[envelope.area, kind.folder] = Carried(envelope.area, kind, kept)
    return tuple(found.values())


def bring(
    carried: Iterable[Carried], shelf: Shelf, author: Callable[[Carried], str]
) -> tuple[list[tuple[Carried, int]], list[Carried]]:
    """Save what was carried here as the next versions: what was kept stays in the history.

    Parameters
    ----------
    carried : iterable of Carried
        What is brought.
    shelf : Shelf
        Where it shall be kept.
    author : callable
        Who is said to have saved a record.

    Returns
    -------
    saved : list of (Carried, int)
        What was saved, with its version here.
    known : list of Carried
        What was there already, word for word.

    Raises
    ------
    OwnDataError
        If the place refuses it. What was saved until then is kept, and bringing the file again goes on.
    """
    saved, known = [], []
    for each in carried:
        if is_kept(each, shelf):
            known.append(each)
            continue
        based_on = shelf.latest(each.area, each.kind)
        kept = shelf.save(each.area, each.kind, each.kept.content, based_on, author(each))
        saved.append((each, kept.version))
    return saved, known


def is_kept(carried: Carried, shelf: Shelf) -> bool:
    """Return whether the latest version here has the same content."""
    try:
        kept = shelf.kept(carried.area, carried.kind)
    except OwnDamagedError:
        return False  # what comes takes the place of what nobody can read
    return kept is not None and kept.content == carried.kept.content
