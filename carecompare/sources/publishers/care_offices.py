"""Offices of one care service (MHLW open data) → COUNTS and OFFICES."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.addresses import elsewhere, spelled, spelled_names
from carecompare.sources.cells import (
    degrees,
    municipality_codes,
    narrow,
    narrowed,
    office_numbers,
    wrong_cell,
)
from carecompare.sources.files import sha256
from carecompare.sources.notes import Note
from carecompare.sources.places import located
from carecompare.sources.publishers.areas import named
from carecompare.sources.publishers.office_places import CARE_OFFICES, counted_by_place, place_keys
from carecompare.sources.publishers.office_rows import office_fields, position_notes
from carecompare.sources.reading import Reading
from carecompare.tables import COUNTS, OBSERVED, OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = CARE_OFFICES
# Dates stand in the column of capacity now and then; the largest true capacity has four digits.
HIGHEST_CAPACITY = 9_999
_PREFECTURE_ONLY = "000"
# Keys of the columns that are looked at; half of the file is telephone numbers, days and web pages.
_READ = (
    "municipality",
    "prefecture_name",
    "municipality_name",
    "service",
    "name",
    "address",
    "latitude",
    "longitude",
    "office",
    "capacity",
)
_BRACKETS = re.compile(r"[()\s]")


def service_of(file: str, catalog: Catalog) -> str | None:
    """Return the service number in a file's name; the name in its column is written in several ways."""
    found = re.search(catalog.layouts[SOURCE]["file"], file)
    return found[1] if found else None


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether name and first line are of this layout."""
    return service_of(head.file, catalog) is not None and bool(
        head.header & set(catalog.layouts[SOURCE]["required"])
    )


def read(path: Path, catalog: Catalog, places: Places, as_of: str) -> Reading:
    """Read the offices of one service.

    Parameters
    ----------
    path : Path
        ``jigyosho_NNN.csv``: all 24 columns or some of them by name.
    catalog : Catalog
        For the words of the layout and the known services.
    places : Places
        The municipalities of today and their boundaries.
    as_of : str
        The date the person states; the file states none.

    Returns
    -------
    Reading
        COUNTS of every municipality, zero where the nationwide file names no office, and OFFICES.

    Raises
    ------
    SourceError
        If the service is unknown or most rows name another one, a column is missing, a name is empty, or a
        code or number is wrong.

    Notes
    -----
    One office number with one name in one municipality is one office, however often it is listed (service
    170 lists one twice, 6 m apart). Two names under one number are two offices (service 510 has two such
    pairs: two homes, and two kinds of ward run as homes of their own).
    """
    words = catalog.layouts[SOURCE]
    file = path.name
    service = service_of(file, catalog)
    if service is None or service not in catalog.services:
        raise SourceError("service_unknown", file=file, found=service or "", expected="jigyosho_110.csv")
    listed = named(path, tuple(words["required"]), {words[each] for each in _READ})
    _check_service(listed, service, words, file)
    municipalities, notes = _municipalities(listed, places, words, file)
    names = listed[words["name"]].str.strip()
    if (names == "").any():
        raise wrong_cell("cell_empty", names, names == "", file, words["name"])
    capacity, capacity_notes = _capacity(listed, words, file)
    latitude, longitude = (_degrees(listed, words[axis], file) for axis in ("latitude", "longitude"))
    offices = pd.DataFrame(
        {
            "service": service,
            "office": office_numbers(listed[words["office"]], file=file, column=words["office"]),
            "municipality": municipalities,
            "name_ja": names,
            "latitude": latitude,
            "longitude": longitude,
            "position_status": places.position_statuses(municipalities, latitude, longitude),
            "capacity": capacity,
            "as_of": as_of,
        }
    )
    by_place = any(service in services for _, services in counted_by_place(catalog))
    offices["place"] = place_keys(listed, offices["office"], words) if by_place else None
    same = _listed_again(offices)
    notes += [Note("office_twice", 1, office_fields(offices, row)) for row in offices.index[same]]
    notes += [*capacity_notes, *position_notes(offices), *_doubts(listed, offices, places, words)]
    offices = offices[~same]
    nowhere = offices["municipality"] == ""
    notes += [Note("municipality_absent", 1, office_fields(offices, row)) for row in offices.index[nowhere]]
    return Reading(
        SOURCE,
        file,
        sha256(path),
        as_of,
        counts=_counts(offices, service, as_of, places),
        offices=OFFICES.check(offices.assign(municipality=offices["municipality"].mask(nowhere, None))),
        notes=tuple(notes),
    )


def _listed_again(offices: pd.DataFrame) -> pd.Series[bool]:
    """Return which rows list an office once more, whatever the width of the letters in its name."""
    key = ["office", "municipality"]
    twice = offices[offices.duplicated(key, keep=False)]
    again = twice.assign(name_ja=narrowed(twice["name_ja"])).duplicated([*key, "name_ja"])
    return again.reindex(offices.index, fill_value=False)


def _check_service(listed: pd.DataFrame, service: str, words: Mapping[str, Any], file: str) -> None:
    """Check that most rows are not of another service than the number in the file's name.

    A name that is written in a way of its own tells nothing: only what another service is called does.
    """
    if words["service"] not in listed.columns:
        return
    known: dict[str, set[str]] = {}
    for number, name in words["service_names"].items():
        known.setdefault(_bare(name), set()).add(number)
    rows = listed[words["service"]].value_counts()
    of_another = {
        written: int(number)
        for written, number in rows.items()
        if service not in known.get(_bare(str(written)), {service})
    }
    if 2 * sum(of_another.values()) > len(listed):
        written = max(of_another, key=lambda each: of_another[each])
        raise SourceError(
            "service_differs",
            file=file,
            column=words["service"],
            found=str(written)[:40],
            expected=words["named"].format(number=service),
        )


def _bare(name: str) -> str:
    return _BRACKETS.sub("", narrow(name))


def _counts(offices: pd.DataFrame, service: str, as_of: str, places: Places) -> pd.DataFrame:
    """Return zero for a municipality without an office: a nationwide file names every one."""
    held = offices["municipality"].value_counts()
    areas = sorted(places.names)
    counts = pd.DataFrame(
        {
            "area": areas,
            "year": int(as_of[:4]),
            "count": f"{SOURCE}_{service}",
            "value": held.reindex(areas, fill_value=0).to_numpy(dtype=float),
            "status": OBSERVED,
            "source": SOURCE,
            "as_of": as_of,
        }
    )
    return COUNTS.check(counts)


def _municipalities(
    listed: pd.DataFrame, places: Places, words: Mapping[str, Any], file: str
) -> tuple[pd.Series[str], list[Note]]:
    column = words["municipality"]
    codes = municipality_codes(listed[column], file=file, column=column)
    codes = codes.mask(codes.str.endswith(_PREFECTURE_ONLY), "")
    return located(codes, places, file=file, column=column)


def _degrees(listed: pd.DataFrame, column: str, file: str) -> pd.Series[float]:
    if column not in listed.columns:
        return pd.Series(float("nan"), index=listed.index)
    return degrees(listed[column], file=file, column=column, signed=True)


def _capacity(listed: pd.DataFrame, words: Mapping[str, Any], file: str) -> tuple[pd.Series[int], list[Note]]:
    """Zero and blank both mean "not entered": more than half of the rows of most services."""
    column = words["capacity"]
    if column not in listed.columns:
        return pd.Series(pd.NA, index=listed.index, dtype="Int16"), []
    text = narrowed(listed[column])
    entered = pd.to_numeric(text.mask(text == ""), errors="coerce")
    wrong = (entered.isna() & (text != "")) | (entered < 0) | (entered % 1 > 0)
    if wrong.any():
        raise wrong_cell("cell_not_number", text, wrong, file, column)
    implausible = entered > HIGHEST_CAPACITY
    notes = [
        Note("capacity_implausible", 1, {"row": int(row), "found": text[row]})
        for row in text.index[implausible]
    ]
    return entered.mask(implausible | (entered == 0)).astype("Int16"), notes


def _doubts(
    listed: pd.DataFrame, offices: pd.DataFrame, places: Places, words: Mapping[str, Any]
) -> Iterator[Note]:
    """Yield addresses and names that do not agree with the code; the office counts where it is coded."""
    if words["address"] in listed.columns:
        addresses = listed[words["address"]]
        for row, code in elsewhere(addresses, offices["municipality"], places, words):
            yield Note("address_elsewhere", 1, {**office_fields(offices, row), "found": code})
    columns = [words["prefecture_name"], words["municipality_name"]]
    if not set(columns) <= set(listed.columns):
        return
    own_names = spelled_names(places, words)
    written = listed[columns].assign(code=offices["municipality"])
    distinct = written.assign(number=1).groupby([*columns, "code"], as_index=False)
    for prefecture, name, code, number in distinct["number"].sum().itertuples(index=False):
        if not code or (not prefecture and not name):
            continue
        if prefecture.strip() != places.prefectures[code] or own_names[code] not in spelled(name, words):
            yield Note("name_differs", int(number), {"area": code, "found": f"{prefecture}{name}"})
