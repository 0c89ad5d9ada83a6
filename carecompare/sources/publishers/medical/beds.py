"""Beds that hospitals entered for themselves → COUNTS, where an empty cell is not a hospital without beds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import narrowed, wrong_cell
from carecompare.sources.notes import Note
from carecompare.sources.publishers.office_rows import office_fields
from carecompare.tables import MISSING, OBSERVED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from carecompare.sources.places import Places


# In the file of June 2025 the kinds do not add up to the total in 1.4 % of the hospitals.
MOST_DIFFERING = 0.10
FEWEST_JUDGED = 20
# Kinds that leave out more of a hospital's total than this do not tell how its beds are made up.
MOST_UNSORTED = 0.05
TWICE = 2
HOSPITALS_WITH_BEDS, HOSPITALS_WITH_KINDS = "with_beds", "with_kinds"


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


def total_beds(beds: pd.DataFrame, words: Mapping[str, Any]) -> pd.Series[float]:
    """Return the beds of each hospital: its total, or the sum of its kinds where that is more.

    Parameters
    ----------
    beds : DataFrame
        As `entered_beds` returns them.
    words : mapping
        Of the layout.

    Returns
    -------
    Series of float
        Zero where nothing is entered. Kinds written twice over are no more than the total.
    """
    written, parts = beds[words["beds_total"]], beds[list(words["beds_kinds"])].sum(axis=1)
    larger: pd.Series[float] = written.mask(parts.gt(written) & ~_is_double(written, parts), parts)
    return larger


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
        ``area``, ``count``, ``value``, ``status``. A total is never below the sum of its kinds: a hospital
        that left it empty has that sum. Ten hospitals of June 2025 wrote their kinds twice over (the sum
        is twice the total): their total is taken, their kinds are left out, and neither is known. How many
        hospitals are known is counted beside the beds (`HOSPITALS_WITH_BEDS`, `HOSPITALS_WITH_KINDS`). A
        municipality without a listed hospital has zero beds; a zero where a hospital's beds are not known is
        missing. A prefecture has what is entered in it.
    """
    written, parts = beds[words["beds_total"]], beds[list(words["beds_kinds"])].sum(axis=1)
    is_double = _is_double(written, parts)
    total = total_beds(beds, words)
    known = total.gt(0) & ~is_double
    known_of = {
        HOSPITALS_WITH_BEDS: known,
        HOSPITALS_WITH_KINDS: known & parts.ge((1 - MOST_UNSORTED) * total),
    }
    summed = beds.mask(is_double, 0).assign(**{words["beds_total"]: total})
    areas = sorted(places.names)
    rows = []
    for count, column in wanted.items():
        if column in known_of:
            value = known_of[column].astype("float64").groupby(offices["municipality"]).sum()
            rows.append(_rows(count, value.reindex(areas, fill_value=0.0)))
        elif column in beds.columns:
            is_total = column == words["beds_total"]
            unsure = ~known_of[HOSPITALS_WITH_BEDS if is_total else HOSPITALS_WITH_KINDS]
            value = summed[column].groupby(offices["municipality"]).sum().reindex(areas, fill_value=0.0)
            prefectures = value.groupby(value.index.str[:2]).sum()
            held = value.mask((value == 0) & value.index.isin(set(offices["municipality"][unsure])))
            rows.append(_rows(count, pd.concat([held, prefectures])))
    notes = [
        Note("beds_total_absent", 1, {**office_fields(offices, row), "found": f"{parts[row]:.0f}"})
        for row in beds.index[written.eq(0)]
    ]
    notes += [
        Note(
            "beds_kinds_twice" if is_double[row] else "beds_kinds_differ",
            1,
            {**office_fields(offices, row), "found": f"{parts[row]:.0f}", "expected": f"{written[row]:.0f}"},
        )
        for row in beds.index[written.gt(0) & parts.ne(written)]
    ]
    return pd.concat(rows, ignore_index=True), notes


def _is_double(total: pd.Series[float], parts: pd.Series[float]) -> pd.Series[bool]:
    return total.gt(0) & parts.eq(TWICE * total)


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
