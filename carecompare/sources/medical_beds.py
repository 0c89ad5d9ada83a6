"""Beds that hospitals entered for themselves → COUNTS, where an empty cell is not a hospital without beds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import narrowed, wrong_cell
from carecompare.sources.reading import Note
from carecompare.tables import MISSING, OBSERVED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from carecompare.sources.places import Places

# In the file of June 2025 the kinds do not add up to the total in 1.4 % of the hospitals.
MOST_DIFFERING = 0.10
FEWEST_JUDGED = 20


def entered_beds(listed: pd.DataFrame, words: Mapping[str, Any], file: str) -> pd.DataFrame:
    """Read the beds of each hospital.

    Parameters
    ----------
    listed : DataFrame
        The cells as written, by name of column.
    words : mapping
        ``beds_total`` and ``beds_kinds`` of the layout.
    file : str
        Named when a cell is wrong.

    Returns
    -------
    DataFrame
        A column for each; an empty cell is zero beds entered.

    Raises
    ------
    SourceError
        If a cell is no whole number, or the kinds so often differ from the total that columns are shuffled.
    """
    kinds = list(words["beds_kinds"])
    beds = pd.DataFrame({each: _beds(listed[each], file, each) for each in (words["beds_total"], *kinds)})
    total, parts = beds[words["beds_total"]], beds[kinds].sum(axis=1)
    differing = int(((total != parts) & (total > 0) & (parts > 0)).sum())
    if len(beds) >= FEWEST_JUDGED and differing > MOST_DIFFERING * len(beds):
        raise SourceError(
            "beds_do_not_add_up", file=file, column=words["beds_total"], found=differing, expected=len(beds)
        )
    return beds


def bed_counts(
    beds: pd.DataFrame,
    offices: pd.DataFrame,
    wanted: Mapping[str, str],
    places: Places,
    words: Mapping[str, Any],
) -> tuple[pd.DataFrame, list[Note]]:
    """Add the beds up by municipality and prefecture.

    Parameters
    ----------
    beds : DataFrame
        As `entered_beds` returns them.
    offices : DataFrame
        OFFICES of the same rows.
    wanted : mapping of str to str
        Column by count; others than those of beds are passed over.
    places : Places
        The municipalities of today.
    words : mapping
        Of the layout.

    Returns
    -------
    tuple of DataFrame and list of Note
        ``area``, ``count``, ``value``, ``status``. A municipality without a listed hospital has zero beds;
        one whose hospitals left the total empty has no total, and no zero of a kind where a hospital did not
        say of which kind its beds are. A prefecture has what is entered in it.
    """
    total, parts = beds[words["beds_total"]], beds[list(words["beds_kinds"])].sum(axis=1)
    untold = total.eq(0)
    unsorted = parts.lt(total) | (untold & parts.eq(0))
    areas = sorted(places.names)
    rows = []
    for count, column in wanted.items():
        if column not in beds.columns:
            continue
        unsure = untold if column == words["beds_total"] else unsorted
        unsure_areas = set(offices["municipality"][unsure])
        value = beds[column].groupby(offices["municipality"]).sum().reindex(areas, fill_value=0.0)
        prefectures = value.groupby(value.index.str[:2]).sum()
        held = value.mask((value == 0) & value.index.isin(unsure_areas))
        rows.append(_rows(count, pd.concat([held, prefectures])))
    notes = [
        Note("beds_total_absent", 1, {**_fields(offices, row), "found": f"{parts[row]:.0f}"})
        for row in beds.index[untold]
    ]
    differing = ~untold & (parts != total)
    notes += [
        Note(
            "beds_kinds_differ",
            1,
            {**_fields(offices, row), "found": f"{parts[row]:.0f}", "expected": f"{total[row]:.0f}"},
        )
        for row in beds.index[differing]
    ]
    return pd.concat(rows, ignore_index=True), notes


def _beds(cells: pd.Series[str], file: str, column: str) -> pd.Series[float]:
    text = narrowed(cells)
    wrong = ~text.str.fullmatch(r"(?:[0-9]{1,4}(?:\.0+)?|[0-9],[0-9]{3})?")
    if wrong.any():
        raise wrong_cell("cell_not_number", cells, wrong, file, column)
    return pd.to_numeric(text.mask(text == "", "0").str.replace(",", "")).astype("float64")


def _rows(count: str, value: pd.Series[float]) -> pd.DataFrame:
    status = pd.Series(OBSERVED, index=value.index, dtype="str").mask(value.isna(), MISSING)
    return pd.DataFrame(
        {"area": value.index, "count": count, "value": value.to_numpy(), "status": status.to_numpy()}
    )


def _fields(offices: pd.DataFrame, row: int) -> dict[str, object]:
    office = offices.loc[row]
    return {
        "row": row,
        "service": office["service"],
        "office": office["office"],
        "area": office["municipality"],
    }
