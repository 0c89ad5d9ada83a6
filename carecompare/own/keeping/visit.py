"""One visitor's memory as a file, to be taken home and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from carecompare.errors import OwnDataError
from carecompare.own.keeping.kinds import KINDS
from carecompare.own.keeping.records import Content, Envelope, checked_area, file_name
from carecompare.own.keeping.shelf import opened
from carecompare.own.keeping.storage import LARGEST_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping


MAKE = 1
MOST_RECORDS = 10_000


class Visit(Content, frozen=True):
    """The file: every version of everything."""

    carecompare_own: int
    records: tuple[msgspec.Raw, ...]


def visit_file(records: Mapping[str, bytes]) -> bytes:
    """Return what a `Memory` holds as one file."""
    return msgspec.json.encode(Visit(MAKE, tuple(map(msgspec.Raw, records.values()))))


def read_visit(content: bytes, file: str) -> dict[str, bytes]:
    """Read such a file.

    Parameters
    ----------
    content : bytes
        The file.
    file : str
        Its name, for errors.

    Returns
    -------
    dict of str to bytes
        What a `Memory` holds: versions by path, each checked.

    Raises
    ------
    OwnDataError
        If it is too large, no such file, or any part of it cannot be read.
    """
    if len(content) > LARGEST_BYTES:
        raise OwnDataError("own_too_large", file=file, found=len(content), expected=LARGEST_BYTES)
    try:
        visit = msgspec.json.decode(content, type=Visit)
        envelopes = [msgspec.json.decode(each, type=Envelope) for each in visit.records[:MOST_RECORDS]]
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise OwnDataError("own_visit_wrong", file=file) from error
    if visit.carecompare_own != MAKE or len(visit.records) > MOST_RECORDS:
        raise OwnDataError("own_visit_wrong", file=file)
    records: dict[str, bytes] = {}
    for written, envelope in zip(visit.records, envelopes, strict=True):
        kind = KINDS.get(envelope.kind)
        if kind is None or envelope.version < 1:
            raise OwnDataError("own_visit_wrong", file=file)
        kind = kind.of(envelope.part) if envelope.part else kind
        opened(bytes(written), checked_area(envelope.area), kind, envelope.version)
        records[file_name(envelope.area, kind.folder, envelope.version)] = bytes(written)
    return records
