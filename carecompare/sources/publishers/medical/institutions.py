"""Hospitals, clinics, dental clinics or pharmacies of the medical information net → COUNTS and OFFICES."""

from __future__ import annotations

import csv
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.clock import today
from carecompare.errors import SourceError
from carecompare.sources.addresses import elsewhere
from carecompare.sources.cells import degrees, narrowed, survey_date, wrong_cell
from carecompare.sources.files import sha256, text_of
from carecompare.sources.notes import Note
from carecompare.sources.places import located
from carecompare.sources.publishers.areas import named
from carecompare.sources.publishers.medical.beds import bed_counts, entered_beds, total_beds
from carecompare.sources.publishers.office_rows import office_fields, position_notes
from carecompare.sources.reading import Reading
from carecompare.tables import COUNTS, OBSERVED, OFFICES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "medical_institutions"
# In June 2025 no hospital has its address in another municipality than its code: many are a shuffled file.
MOST_ELSEWHERE = 0.10
FEWEST_JUDGED = 20


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether name and first line are of this layout."""
    words = catalog.layouts[SOURCE]
    return _kind_of(head.file, words) is not None and {words["office"], words["municipality"]} <= head.header


def read(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read the institutions of one kind.

    Parameters
    ----------
    path : Path
        ``01-1_hospital_facility_info_20250601.zip`` or the table in it, and likewise clinics, dental clinics
        and pharmacies.
    catalog : Catalog
        For the words of the layout and the counts.
    places : Places
        The municipalities of today and their boundaries.

    Returns
    -------
    Reading
        COUNTS of every municipality: institutions listed and, of hospitals, beds by kind; OFFICES, where the
        capacity of a hospital is its number of beds. Prefectures have rows of what is listed in them, because
        beds of a municipality are missing where its hospitals did not enter them.

    Raises
    ------
    SourceError
        If the name has no date, a column is missing, a name is empty, a code or number is wrong, or the
        columns are shuffled.

    Notes
    -----
    The source lists what institutions report of themselves: it misses some, and cells are left empty.
    """
    words = catalog.layouts[SOURCE]
    file = path.name
    kind, as_of = _kind_and_date(file, words)
    service = words["service"][kind]
    beds = [words["beds_total"], *words["beds_kinds"]] if service == words["beds_of"] else []
    name = words["name"][kind]
    place_columns = [
        words[each] for each in ("prefecture", "municipality", "address", "latitude", "longitude")
    ]
    required = (words["office"], name, *place_columns, *beds)
    _check_whole(path, words)
    listed = named(path, required, only=required)
    codes = _codes(listed, words, file)
    municipalities, notes = located(codes, places, file=file, column=words["municipality"])
    names = listed[name].str.strip()
    if (names == "").any():
        raise wrong_cell("cell_empty", names, names == "", file, name)
    latitude, longitude = (
        degrees(listed[words[axis]], file=file, column=words[axis]) for axis in ("latitude", "longitude")
    )
    entered = entered_beds(listed, words, file) if beds else pd.DataFrame(index=listed.index)
    capacity = total_beds(entered, words) if beds else pd.Series(float("nan"), index=listed.index)
    offices = pd.DataFrame(
        {
            "service": service,
            "office": _numbers(listed, words, file),
            "municipality": municipalities,
            "name_ja": names,
            "latitude": latitude,
            "longitude": longitude,
            "position_status": places.position_statuses(municipalities, latitude, longitude),
            "capacity": capacity.mask(capacity == 0).astype("Int16"),
            "as_of": as_of,
            "place": None,
        }
    )
    same = offices.duplicated(["office", "municipality", "name_ja"])
    notes += [Note("office_twice", 1, office_fields(offices, row)) for row in offices.index[same]]
    notes += position_notes(offices)
    offices, entered = offices[~same], entered[~same]
    notes += _checked_addresses(listed[words["address"]][~same], offices, places, words, file)
    wanted = {each.id: each.read[SOURCE] for each in catalog.counts.values() if SOURCE in each.read}
    counts = [_listed(offices, name, places) for name, column in wanted.items() if column == service]
    if beds:
        bed_rows, bed_notes = bed_counts(entered, offices, wanted, places, words)
        counts.append(bed_rows)
        notes += bed_notes
    rows = pd.concat(counts, ignore_index=True).assign(year=int(as_of[:4]), source=SOURCE, as_of=as_of)
    return Reading(
        SOURCE,
        file,
        sha256(path),
        as_of,
        counts=COUNTS.check(rows),
        offices=OFFICES.check(offices),
        notes=tuple(notes),
    )


def _kind_of(file: str, words: Mapping[str, Any]) -> str | None:
    found = re.search(words["file"], file) or re.search("|".join(words["service"]), file)
    return None if found is None else next(kind for kind in words["service"] if kind in found[0])


def _kind_and_date(file: str, words: Mapping[str, Any]) -> tuple[str, str]:
    found = re.search(words["file"], file)
    if found is None:
        raise SourceError("date_not_in_name", file=file, expected=words["file_example"])
    kind, *day = found.groups()
    try:
        return kind, survey_date("-".join(day), today())
    except SourceError:
        raise SourceError("date_not_in_name", file=file, expected=words["file_example"]) from None


def _check_whole(path: Path, words: Mapping[str, Any]) -> None:
    """Check the end of the file and the order of its columns: by name alone a moved header goes unnoticed."""
    text = text_of(path)
    if not text.endswith("\n"):
        raise SourceError("last_row_cut", file=path.name)
    places = {name: place for place, name in enumerate(words["order"])}
    header = [name.strip() for name in next(csv.reader([text.partition("\n")[0]]))]
    known = [name for name in header if name in places]
    for before, after in pairwise(known):
        if places[before] > places[after]:
            raise SourceError("columns_out_of_order", file=path.name, column=after, found=before)


def _codes(listed: pd.DataFrame, words: Mapping[str, Any], file: str) -> pd.Series[str]:
    """Join the digits of prefecture and municipality, which lose zeros in a spreadsheet."""
    parts = []
    for column, length in ((words["prefecture"], 2), (words["municipality"], 3)):
        text = narrowed(listed[column]).str.replace(r"\.0+$", "", regex=True)
        wrong = ~text.str.fullmatch(f"[0-9]{{1,{length}}}")
        if wrong.any():
            raise wrong_cell("code_wrong", listed[column], wrong, file, column)
        parts.append(text.str.zfill(length))
    return parts[0] + parts[1]


def _numbers(listed: pd.DataFrame, words: Mapping[str, Any], file: str) -> pd.Series[str]:
    """Return the publisher's ids, which begin with the prefecture and have five to thirteen characters."""
    ids = narrowed(listed[words["office"]])
    wrong = ~ids.str.fullmatch("[0-9A-Za-z]{4,20}")
    if wrong.any():
        raise wrong_cell("institution_id_wrong", listed[words["office"]], wrong, file, words["office"])
    prefecture = narrowed(listed[words["prefecture"]]).str.zfill(2)
    lost = (ids.str[:2] != prefecture) & ("0" + ids.str[:1] == prefecture)
    return ids.mask(lost, "0" + ids)


def _listed(offices: pd.DataFrame, count: str, places: Places) -> pd.DataFrame:
    areas = sorted(places.names)
    held = offices["municipality"].value_counts().reindex(areas, fill_value=0)
    return pd.DataFrame(
        {"area": areas, "count": count, "value": held.to_numpy(dtype=float), "status": OBSERVED}
    )


def _checked_addresses(
    addresses: pd.Series[str], offices: pd.DataFrame, places: Places, words: Mapping[str, Any], file: str
) -> list[Note]:
    found = list(elsewhere(addresses, offices["municipality"], places, words))
    if len(offices) >= FEWEST_JUDGED and len(found) > MOST_ELSEWHERE * len(offices):
        raise SourceError(
            "addresses_elsewhere",
            file=file,
            column=words["municipality"],
            found=len(found),
            expected=len(offices),
        )
    return [
        Note("address_elsewhere", 1, {**office_fields(offices, row), "found": code}) for row, code in found
    ]
