"""Class and flags of each municipality, and its medical area → AREA_GROUPS."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, municipality_codes, narrowed
from carecompare.sources.files import sha256
from carecompare.sources.notes import Note
from carecompare.sources.places import check_complete, located
from carecompare.sources.publishers.areas import named
from carecompare.sources.reading import Reading
from carecompare.sources.stated import years_in
from carecompare.tables import (
    AREA_GROUPS,
    CLASS,
    DEPOPULATED,
    MEDICAL_AREA,
    METROPOLITAN_AREA,
    MOUNTAIN_VILLAGE,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.errors import SourceProblem
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


CLASS_SOURCE = "municipality_class"
MEDICAL_SOURCE = "medical_areas"
CLASS_COLUMN = "class_with_prefix_ja"
FLAGS = {
    DEPOPULATED: "depopulated_area",
    MOUNTAIN_VILLAGE: "mountain_village",
    METROPOLITAN_AREA: "metropolitan_area",
}
CLASS_COLUMNS = ("municipality", CLASS_COLUMN, *FLAGS.values())
MEDICAL_COLUMNS = ("municipality", "name_ja", "medical_area", "medical_area_ja")
FLAGGED = "1"
_MEDICAL_DIGITS = 4
_MEDICAL_CODE = f"[0-9]{{{_MEDICAL_DIGITS}}}"


def recognises_classes(head: Head, catalog: Catalog) -> bool:  # noqa: ARG001 (readers are asked alike)
    """Return whether the first line is that of the list of classes."""
    return set(CLASS_COLUMNS) <= head.header


def recognises_medical_areas(head: Head, catalog: Catalog) -> bool:  # noqa: ARG001 (the same)
    """Return whether the first line is that of the list of medical areas."""
    return set(MEDICAL_COLUMNS) <= head.header


def stated_year(path: Path, catalog: Catalog) -> str:
    """Return the end of the fiscal year that the name of a list tells, as ``2024-03``, or nothing."""
    found = re.search(catalog.layouts[CLASS_SOURCE]["file"], path.name)
    return f"{int(found[1]) + 1}-03" if found else ""


def read_classes(path: Path, catalog: Catalog, places: Places, as_of: str) -> Reading:
    """Read the classes of similar municipalities and the flags of the settlement cards.

    Parameters
    ----------
    path : Path
        Columns ``CLASS_COLUMNS``; a flag is 0 or 1.
    catalog : Catalog
        Whose layout names the flags, and how the note of a fiscal year is written.
    places : Places
        The municipalities of today.
    as_of : str
        A day of the fiscal year's end; the name of the file goes before it.

    Returns
    -------
    Reading
        With ``places``: a group of kind ``class`` for each municipality and one for each flag it has; the
        note of each is the fiscal year, because membership differs from year to year. A list older than the
        one at hand changes nothing.

    Raises
    ------
    SourceError
        If a code is unknown, a municipality is missing or occurs twice, a class is empty or unknown, or a
        flag is neither 0 nor 1.
    """
    file, words = path.name, catalog.layouts[CLASS_SOURCE]
    listed = named(path, CLASS_COLUMNS)
    codes = municipality_codes(listed["municipality"], file=file, column="municipality")
    codes, notes = located(codes, places, file=file, column="municipality")
    check_complete(codes, places, file=file)
    empty = listed[CLASS_COLUMN].str.strip() == ""
    if empty.any():
        raise SourceError("cell_empty", file=file, row=first_row(empty), column=CLASS_COLUMN)
    classes = listed[CLASS_COLUMN].str.strip()
    unknown = ~narrowed(classes).str.fullmatch(words["class"])
    if unknown.any():
        row = first_row(unknown)
        raise SourceError("class_wrong", file=file, row=row, column=CLASS_COLUMN, found=classes[row][:40])
    parts = [pd.DataFrame({"municipality": codes, "kind": CLASS, "group": classes, "name_ja": classes})]
    for kind, column in FLAGS.items():
        flags = narrowed(listed[column])
        wrong = ~flags.isin(["0", FLAGGED])
        if wrong.any():
            row = first_row(wrong)
            raise SourceError("flag_wrong", file=file, row=row, column=column, found=listed[column][row][:40])
        flagged = codes[flags == FLAGGED]
        name = words["flags"][kind]
        parts.append(pd.DataFrame({"municipality": flagged, "kind": kind, "group": FLAGGED, "name_ja": name}))
    year = _fiscal_year(stated_year(path, catalog) or as_of)
    groups = pd.concat(parts, ignore_index=True).assign(note=_note_of(year, catalog))
    held = places.groups.loc[places.groups["kind"] == CLASS, "note"].dropna()
    if len(held) and max(years_in(str(held.iloc[0]), catalog.layouts["years"]), default=year) > year:
        older = Note("older_list_kept", len(listed))
        return Reading(CLASS_SOURCE, file, sha256(path), str(year), places=places, notes=(*notes, older))
    return _reading(CLASS_SOURCE, path, places, groups, tuple(notes), str(year))


def read_medical_areas(path: Path, catalog: Catalog, places: Places, as_of: str) -> Reading:
    """Read which secondary medical area each municipality lies in.

    Parameters
    ----------
    path : Path
        Columns ``MEDICAL_COLUMNS``; designated cities by ward only.
    catalog : Catalog
        Whose layout joins the names of wards.
    places : Places
        The municipalities of today.
    as_of : str
        Day of the areas, which the file does not state; empty for the first list.

    Returns
    -------
    Reading
        With ``places``: a group of kind ``medical_area`` for each municipality. A designated city whose wards
        lie in several areas has one for each, and its note names the wards.

    Raises
    ------
    SourceError
        If a code is unknown, an area's code or name is wrong or differs, a municipality is missing, or one
        that is no designated city lies in several areas.
    """
    file = path.name
    listed = named(path, MEDICAL_COLUMNS)
    listed = listed.assign(
        code=municipality_codes(listed["municipality"], file=file, column="municipality"),
        group=narrowed(listed["medical_area"]).str.zfill(_MEDICAL_DIGITS),
        area_ja=listed["medical_area_ja"].str.strip(),
    )
    municipality, mapped = located(listed["code"], places, file=file, column="municipality")
    listed = listed.assign(municipality=municipality, by_ward=listed["code"].isin(places.wards))
    _check_medical_areas(listed, file)
    areas_of = listed.groupby("municipality")["group"].nunique()
    rows = []
    for (code, group), together in listed.groupby(["municipality", "group"]):
        several = areas_of[str(code)] > 1
        wards = together["name_ja"].str.removeprefix(places.names[str(code)])
        note = catalog.layouts[MEDICAL_SOURCE]["between_wards"].join(wards) if several else None
        rows.append((code, MEDICAL_AREA, group, together["area_ja"].iloc[0], note))
    groups = pd.DataFrame(rows, columns=list(AREA_GROUPS.columns), dtype="str")
    check_complete(groups["municipality"].drop_duplicates(), places, file=file)
    notes = [each for each in mapped if each.problem != "ward_counted_in_city"]
    if listed["by_ward"].any():
        notes.append(Note("ward_area_of_city", int(listed["by_ward"].sum())))
    return _reading(MEDICAL_SOURCE, path, places, groups, tuple(notes), as_of)


def _fiscal_year(as_of: str) -> int:
    """Return the fiscal year of a day: it begins in April."""
    return int(as_of[:4]) - (as_of[5:7] < "04")


def _note_of(year: int, catalog: Catalog) -> str:
    eras: Mapping[str, int] = catalog.layouts["years"]["eras"]
    era = max((each for each in eras if eras[each] < year), key=lambda each: eras[each])
    return str(catalog.layouts[CLASS_SOURCE]["of_year_ja"]).format(era=era, year=year - eras[era])


def _check_medical_areas(listed: pd.DataFrame, file: str) -> None:
    first_name = listed.groupby("group")["area_ja"].transform("first")
    others = listed.groupby("municipality")["group"].transform("first")
    checks: tuple[tuple[str, pd.Series[bool], SourceProblem], ...] = (
        ("medical_area", ~listed["group"].str.fullmatch(_MEDICAL_CODE), "medical_area_wrong"),
        ("medical_area", listed["group"].str[:2] != listed["municipality"].str[:2], "medical_area_wrong"),
        ("medical_area_ja", listed["area_ja"] == "", "cell_empty"),
        ("medical_area_ja", listed["area_ja"] != first_name, "medical_area_name_differs"),
        ("medical_area", ~listed["by_ward"] & (listed["group"] != others), "medical_area_twice"),
        ("municipality", listed["code"].duplicated(), "area_twice"),
    )
    for column, wrong, problem in checks:
        if wrong.any():
            row = first_row(wrong)
            found = str(listed[column][row])[:40]
            raise SourceError(
                problem, file=file, row=row, column=column, found=found, expected=first_name[row]
            )


def _reading(
    source: str,
    path: Path,
    places: Places,
    groups: pd.DataFrame,
    notes: tuple[Note, ...],
    edition: str = "",
) -> Reading:
    others = places.groups[~places.groups["kind"].isin(groups["kind"].unique())]
    together = pd.concat([others, groups]).astype("str")
    ordered = together.sort_values(["municipality", "kind", "group"], ignore_index=True)
    return Reading(
        source,
        path.name,
        sha256(path),
        edition,
        places=replace(places, groups=AREA_GROUPS.check(ordered)),
        notes=notes,
    )
