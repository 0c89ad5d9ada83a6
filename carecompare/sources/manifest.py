"""The list of the project's own tables: what each holds, where it came from, and its checksum."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from carecompare.errors import SourceError
from carecompare.paths import MANIFEST
from carecompare.sources.former_ids import count_now, edition_of, source_now

if TYPE_CHECKING:
    from pathlib import Path


class Origin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where one column came from; ``status`` is that of its cells that hold a number."""

    as_of: str
    file: str
    file_sha256: str
    edition: str
    imported: str
    status: str = ""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table; ``origins`` is by count, or by publisher's file where the table holds no counts."""

    source: str
    year: int | None
    rows: int
    sha256: str
    origins: dict[str, Origin]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every table by its path below ``data/figures``; ``areas_edition`` is that of SSDSE-A."""

    tables: dict[str, Entry] = {}
    areas_edition: str = ""


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest.

    Parameters
    ----------
    folder : Path
        ``data/figures``; without a manifest in it there are no figures yet.

    Raises
    ------
    SourceError
        If it is damaged.
    """
    path = folder / MANIFEST
    if not path.exists():
        return Manifest()
    try:
        read = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except msgspec.DecodeError as error:
        raise SourceError("manifest_wrong", file=MANIFEST) from error
    return Manifest({name: _as_now(entry) for name, entry in read.tables.items()}, read.areas_edition)


def _as_now(entry: Entry) -> Entry:
    """Return an entry under the ids of today: the file itself stays as it was written."""
    if entry.source == source_now(entry.source):
        return entry
    origins = {
        count_now(count): msgspec.structs.replace(origin, edition=edition_of(entry.source, origin.edition))
        for count, origin in entry.origins.items()
    }
    return msgspec.structs.replace(entry, source=source_now(entry.source), origins=origins)


def encoded(manifest: Manifest) -> bytes:
    """Return the manifest as JSON with sorted keys."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1) + b"\n"
