"""Write an edition of the figures in one step: drafts beside, then renamed, the manifest last."""

from __future__ import annotations

import hashlib
import io
import os
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet

from carecompare.sources.boundaries import geojson
from carecompare.sources.figures import (
    AREAS_FILE,
    BOUNDARIES_FILE,
    CHANGES_FILE,
    DRAFT,
    INSURERS_FILE,
    LOG_FILE,
    NOTES_FILE,
    OFFICES_FILE,
    finish_interrupted,
)
from carecompare.sources.manifest import FILE, Entry, Manifest, Origin, encoded
from carecompare.tables import OFFICES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from carecompare.sources.edition import Edition

_EXACT_DIGITS = 12


def write_edition(folder: Path, edition: Edition) -> None:
    """Write every table of an edition, or none.

    Parameters
    ----------
    folder : Path
        ``data/figures``, made if it is missing.
    edition : Edition
        What the figures are to be.

    Notes
    -----
    The drafts are complete on disk before the first table is replaced. Whatever interrupts the replacing, the
    next reading completes it; whatever interrupts the drafts, the figures are as before.
    """
    write_files(folder, _contents(edition))


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Replace files in one step, or none of them.

    Parameters
    ----------
    folder : Path
        ``data/figures``, made if it is missing.
    contents : mapping of str to bytes
        By path below the folder, the manifest last. Files that are not named stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    finish_interrupted(folder)
    written: list[Path] = []
    try:
        for name, content in contents.items():
            path = folder / name
            if path.exists() and path.read_bytes() == content:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(path.name + DRAFT)
            # The draft of the manifest says that all others are complete: it must not be seen half-written.
            begun = draft.with_name(draft.name + ".part")
            written.append(begun)
            with begun.open("wb") as opened:
                opened.write(content)
                opened.flush()
                os.fsync(opened.fileno())
            begun.replace(draft)
            written.append(draft)
    except BaseException:
        for path in reversed(written):
            path.unlink(missing_ok=True)
        raise
    finish_interrupted(folder)


def _contents(edition: Edition) -> dict[str, bytes]:
    """Return every file by its path, the manifest last."""
    contents: dict[str, bytes] = {}
    entries: dict[str, Entry] = {}

    def add(
        name: str, content: bytes, rows: int, source: str, year: int | None, origins: dict[str, Origin]
    ) -> None:
        contents[name] = content
        entries[name] = Entry(source, year, rows, hashlib.sha256(content).hexdigest(), origins)

    places, local = edition.places, edition.ground_origins
    add(AREAS_FILE, _csv(places.areas), len(places.areas), "local_codes", None, local.get(AREAS_FILE, {}))
    add(
        CHANGES_FILE,
        _csv(places.changes),
        len(places.changes),
        "local_codes",
        None,
        local.get(CHANGES_FILE, {}),
    )
    if places.boundaries:
        content = geojson(places.boundaries).encode()
        add(
            BOUNDARIES_FILE,
            content,
            len(places.boundaries),
            "boundaries",
            None,
            local.get(BOUNDARIES_FILE, {}),
        )
    if len(places.members):
        members = places.members.sort_values("municipality")
        add(
            INSURERS_FILE,
            _csv(members),
            len(members),
            "ltci_2023",
            None,
            local.get(INSURERS_FILE, {}),
        )
    for (source, year), wide in edition.tables():
        origins = {count: edition.origins[count, year] for count in wide.columns[1:]}
        add(f"{source}/{year}.csv", _csv(wide), len(wide), source, year, origins)
    if len(edition.offices):
        services = edition.offices["service"].unique()
        origins = {
            f"care_offices_{service}": edition.latest(f"care_offices_{service}") for service in services
        }
        add(OFFICES_FILE, _parquet(edition.offices), len(edition.offices), "care_offices", None, origins)
    add(LOG_FILE, _csv(edition.log), len(edition.log), "", None, {})
    add(NOTES_FILE, _csv(edition.notes), len(edition.notes), "", None, {})
    contents[FILE] = encoded(Manifest(entries, places.edition))
    return contents


def _csv(frame: pd.DataFrame) -> bytes:
    return (
        pd.DataFrame(
            {name: _cells(column) if column.dtype.kind == "f" else column for name, column in frame.items()}
        )
        .to_csv(index=False, lineterminator="\n")
        .encode()
    )


def _cells(column: pd.Series[float]) -> pd.Series[str]:
    """Return numbers as they are written: whole ones without a point, none as an empty cell."""
    values = column.to_numpy()
    texts = [
        "" if np.isnan(value) else str(int(value)) if value.is_integer() else f"{value:.{_EXACT_DIGITS}g}"
        for value in values
    ]
    return pd.Series(texts, index=column.index, dtype="str")


def _parquet(offices: pd.DataFrame) -> bytes:
    ordered = OFFICES.check(offices).sort_values(
        ["service", "municipality", "office", "name_ja"], ignore_index=True
    )
    stream = io.BytesIO()
    pyarrow.parquet.write_table(
        pa.Table.from_pandas(ordered, preserve_index=False).replace_schema_metadata(None),
        stream,
        compression="zstd",
        compression_level=9,
        use_dictionary=["service", "municipality", "position_status", "as_of"],
    )
    return stream.getvalue()
