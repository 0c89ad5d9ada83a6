"""Compiled positions of clinics, dental clinics and pharmacies of some municipalities → OFFICES."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.sources.cells import degrees, municipality_codes, narrowed, wrong_cell
from carecompare.sources.files import sha256
from carecompare.sources.notes import Note
from carecompare.sources.places import POSITION_ABSENT, POSITION_PUBLISHED, POSITION_TOWN, located
from carecompare.sources.publishers.areas import named
from carecompare.sources.reading import Reading
from carecompare.tables import OFFICES

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


LAYOUT = "medical_points"
SOURCE = "medical_institutions"
COLUMNS = ("municipality", "kind", "name_ja", "address_ja", "latitude", "longitude", "position")
_KEY_LENGTH = 12


def recognises(head: Head, catalog: Catalog) -> bool:  # noqa: ARG001 (readers are asked alike)
    """Return whether the first line is that of the compiled table."""
    return set(COLUMNS) <= head.header


def read(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read the compiled table.

    Parameters
    ----------
    path : Path
        Columns ``COLUMNS``.
    catalog : Catalog
        For the words of the layout.
    places : Places
        The municipalities of today and their boundaries.

    Returns
    -------
    Reading
        OFFICES without counts: a table of some municipalities counts nothing for the nation. Hospitals are
        left out, since the nationwide file lists them.

    Raises
    ------
    SourceError
        If a column is missing, a kind or word for a position unknown, or a code or number wrong.

    Notes
    -----
    The table has no number of an institution. Its key is made of kind, name, address and, where two rows are
    alike (two nameless clinics in one building), their order.
    """
    words = catalog.layouts[LAYOUT]
    file = path.name
    listed = named(path, COLUMNS)
    kind = listed["kind"].str.strip()
    unknown = ~kind.isin([*words["service"], words["left_out"]])
    if unknown.any():
        raise wrong_cell("word_unknown", listed["kind"], unknown, file, "kind")
    position = listed["position"].str.strip()
    unknown = ~position.isin([words["published"], words["town_point"], ""])
    if unknown.any():
        raise wrong_cell("word_unknown", listed["position"], unknown, file, "position")
    codes = municipality_codes(listed["municipality"], file=file, column="municipality")
    if (codes == "").any():
        raise wrong_cell("cell_empty", listed["municipality"], codes == "", file, "municipality")
    municipalities, notes = located(codes, places, file=file, column="municipality")
    latitude, longitude = (
        degrees(listed[axis], file=file, column=axis) for axis in ("latitude", "longitude")
    )
    status = places.position_statuses(municipalities, latitude, longitude)
    by_block = (position == words["town_point"]) & (status == POSITION_PUBLISHED)
    offices = pd.DataFrame(
        {
            "service": kind.map(words["service"]),
            "office": _keys(listed),
            "municipality": municipalities,
            "name_ja": listed["name_ja"].str.strip().replace("", words["unnamed"]),
            "latitude": latitude,
            "longitude": longitude,
            "position_status": status.mask(by_block, POSITION_TOWN),
            "capacity": pd.Series(pd.NA, index=listed.index, dtype="Int16"),
            "as_of": words["as_of"],
            "place": None,
        }
    )[kind != words["left_out"]]
    hospitals = int((kind == words["left_out"]).sum())
    notes += [Note("hospital_left_out", hospitals)] if hospitals else []
    absent = int((offices["position_status"] == POSITION_ABSENT).sum())
    notes += [Note("position_absent", absent)] if absent else []
    notes.append(Note("position_of_town_block", int(by_block[offices.index].sum())))
    return Reading(
        SOURCE, file, sha256(path), words["as_of"], offices=OFFICES.check(offices), notes=tuple(notes)
    )


def _keys(listed: pd.DataFrame) -> pd.Series[str]:
    text = listed["municipality"] + "|" + listed["kind"] + "|" + narrowed(listed["name_ja"])
    text += "|" + narrowed(listed["address_ja"])
    numbered = text + "|" + text.groupby(text).cumcount().astype("str")
    return numbered.map(lambda each: "p" + hashlib.sha256(each.encode()).hexdigest()[:_KEY_LENGTH])
