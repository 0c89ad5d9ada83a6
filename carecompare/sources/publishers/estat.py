"""Answers of the e-Stat API (JSON of getStatsData) → COUNTS."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, narrowed, numbers
from carecompare.sources.files import published
from carecompare.sources.notes import Note
from carecompare.sources.places import located
from carecompare.sources.reading import Reading
from carecompare.tables import COUNTS, NATION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog, Count
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


LAYOUT = "estat"
SOURCE = "estat_ssds"
AREA, TIME, VALUE, UNIT = "@area", "@time", "$", "@unit"
# What a value carries besides the categories it is of.
_NO_CATEGORIES = {AREA, TIME, VALUE, UNIT, "@annotation"}
_PREFECTURE_END = "000"


@dataclass(frozen=True)
class Item:
    """Where the API has a count: the table, and the code in each dimension that has to be chosen."""

    table: str
    categories: Mapping[str, str]


def item_of(count: Count) -> Item:
    """Return table and categories that a count names in ``estat``."""
    table, _, categories = count.estat.partition(":")
    pairs = (each.partition("=") for each in categories.split(","))
    return Item(table, {f"@{dimension}": code for dimension, _, code in pairs})


def items_of(table: str, catalog: Catalog, *, file: str) -> dict[str, Item]:
    """Return the counts that a table gives.

    Raises
    ------
    SourceError
        If it gives none.
    """
    items = {each.id: item_of(each) for each in catalog.counts.values() if each.estat}
    found = {count: item for count, item in items.items() if item.table == table}
    if not found or table not in catalog.layouts[LAYOUT]["tables"]:
        known = sorted({item.table for item in items.values()})
        raise SourceError("estat_table_unknown", file=file, found=table, expected=known)
    return found


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether the file begins like an answer of the API."""
    words = catalog.layouts[LAYOUT]
    beginning = "".join(cell for row in head.rows[:3] for cell in row[:3]).lstrip()
    return beginning.startswith("{") and any(words[each] in beginning for each in ("root", "list_root"))


def read(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read a recorded answer.

    Parameters
    ----------
    path : Path
        One whole answer of getStatsData.
    catalog : Catalog
        Whose counts name table and categories.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        COUNTS.

    Raises
    ------
    SourceError
        As for `reading`.
    """
    return reading([published(path)], path.name, catalog, places)


def reading(answers: Sequence[bytes], file: str, catalog: Catalog, places: Places) -> Reading:
    """Read the pages of one table.

    Parameters
    ----------
    answers : sequence of bytes
        In the order of their positions.
    file : str
        What the answers are called when something is wrong, and in the figures.
    catalog : Catalog
        Whose counts name table and categories.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        COUNTS of municipalities, or of the nation where the table has no areas. Prefectures are left out,
        since they are added up here, and wards, since their city has a row.

    Raises
    ------
    SourceError
        If the API refused, an answer is none or is not whole, the table is not known, a category is not
        chosen, or an area, year, number or unit is not what it should be.
    """
    words = catalog.layouts[LAYOUT]
    pages = [data_of(each, words, file=file) for each in answers]
    try:
        table = str(pages[0]["TABLE_INF"]["@id"])
        edition = str(pages[0]["TABLE_INF"].get("UPDATED_DATE", ""))
        listed = pd.DataFrame([row for page in pages for row in many(page["DATA_INF"]["VALUE"])], dtype="str")
        classes = _classes(pages[0])
        declared = int(pages[-1]["RESULT_INF"]["TOTAL_NUMBER"])
        unfinished = "NEXT_KEY" in pages[-1]["RESULT_INF"]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SourceError("estat_answer_wrong", file=file) from error
    if not {TIME, VALUE} <= set(listed.columns):
        raise SourceError("estat_answer_wrong", file=file, found=VALUE)
    listed.index += 1
    items = items_of(table, catalog, file=file)
    # One number of the nation is there or is not; of municipalities every one must have come.
    if AREA in listed.columns and (unfinished or len(listed) != declared):
        raise SourceError("estat_incomplete", file=file, found=len(listed), expected=declared)
    notes: list[Note] = []
    counts = []
    for count, item in items.items():
        unknown = any(
            code not in classes.get(dimension, {code}) for dimension, code in item.categories.items()
        )
        rows = listed.iloc[:0] if unknown else _rows_of(listed, item, count, file)
        if rows.empty:
            notes.append(Note("item_not_in_edition", 1, {"count": count, "found": table}))
            continue
        figures, more = _figures(rows, catalog.counts[count], words, places, file)
        counts.append(figures.assign(source=words["tables"][table]))
        notes += more
    if not counts:
        raise SourceError("estat_answer_wrong", file=file, found=VALUE)
    digest = hashlib.sha256(b"".join(answers)).hexdigest()
    together = COUNTS.check(pd.concat(counts, ignore_index=True))
    return Reading(words["tables"][table], file, digest, edition, counts=together, notes=tuple(notes))


def data_of(answer: bytes, words: Mapping[str, Any], *, file: str) -> dict[str, Any]:
    """Return the statistical data of one answer.

    Raises
    ------
    SourceError
        If it is no such answer, or the API says that something was wrong.
    """
    try:
        whole = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise SourceError("estat_answer_wrong", file=file) from error
    if not isinstance(whole, dict) or words["root"] not in whole:
        is_list = isinstance(whole, dict) and words["list_root"] in whole
        raise SourceError(
            "estat_is_list" if is_list else "estat_answer_wrong", file=file, found=words["root"]
        )
    try:
        result = whole[words["root"]]["RESULT"]
        status, message = int(result["STATUS"]), str(result.get("ERROR_MSG", ""))
        if status == 0:
            data: dict[str, Any] = whole[words["root"]]["STATISTICAL_DATA"]
            return data
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SourceError("estat_answer_wrong", file=file) from error
    raise SourceError("estat_refused", file=file, found=status, expected=message)


def many(one_or_list: object) -> list[Any]:
    """Return a list: the API gives an object where there is one and a list where there are several."""
    return one_or_list if isinstance(one_or_list, list) else [one_or_list]


def _classes(page: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return the codes of each dimension that the answer explains."""
    explained = many(page.get("CLASS_INF", {}).get("CLASS_OBJ", []))
    return {f"@{each['@id']}": {str(one["@code"]) for one in many(each["CLASS"])} for each in explained}


def _rows_of(listed: pd.DataFrame, item: Item, count: str, file: str) -> pd.DataFrame:
    rows = listed
    for dimension, code in item.categories.items():
        if dimension not in listed.columns:
            raise SourceError("estat_category_open", file=file, count=count, column=dimension, found=0)
        rows = rows[rows[dimension] == code]
    for dimension in sorted(set(listed.columns) - _NO_CATEGORIES - item.categories.keys()):
        kinds = rows[dimension].nunique(dropna=False)
        if kinds > 1:
            raise SourceError("estat_category_open", file=file, count=count, column=dimension, found=kinds)
    return rows


def _figures(
    rows: pd.DataFrame, count: Count, words: Mapping[str, Any], places: Places, file: str
) -> tuple[pd.DataFrame, list[Note]]:
    years = rows[TIME].str.extract(f"^{words['time']}$", expand=False)
    if years.isna().any():
        row = first_row(years.isna())
        raise SourceError("year_wrong", file=file, row=row, column=TIME, found=rows[TIME][row])
    rows = rows[years.astype(int) >= words["first_year"]] if AREA in rows.columns else rows
    notes: list[Note] = []
    if AREA in rows.columns:
        codes = narrowed(rows[AREA])
        wrong = ~codes.str.fullmatch("[0-9]{5}")
        if wrong.any():
            row = first_row(wrong)
            raise SourceError("code_wrong", file=file, row=row, column=AREA, found=rows[AREA][row])
        wider = codes.str.endswith(_PREFECTURE_END)
        wards = codes.isin(places.wards)
        rows, codes = rows[~wider & ~wards], codes[~wider & ~wards]
        areas, notes = located(codes, places, file=file, column=AREA)
        if wards.any():
            notes.append(Note("ward_left_out", int(wards.sum())))
    else:
        areas = pd.Series(NATION, index=rows.index, dtype="str")
    _check_unit(rows, count, words, file)
    when = years[rows.index].astype(int)
    twice = pd.DataFrame({"area": areas, "year": when}).duplicated()
    if twice.any():
        row = first_row(twice)
        raise SourceError("area_twice", file=file, row=row, found=areas[row])
    figures = numbers(rows[VALUE], file=file, column=VALUE, signed=count.signed).assign(
        area=areas,
        year=when,
        count=count.id,
        as_of=(when + count.fiscal_year).astype("str") + (f"-{count.day}" if count.day else ""),
    )
    return figures.reset_index(drop=True), notes


def _check_unit(rows: pd.DataFrame, count: Count, words: Mapping[str, Any], file: str) -> None:
    """Check that a number is not of thousands where the count is of ones: names of units differ otherwise."""
    units = rows[UNIT].dropna() if UNIT in rows.columns else pd.Series(dtype="str")
    for unit in units.unique():
        is_multiple = unit.startswith(tuple(words["multiples"])) or unit[:1].isdigit()
        if is_multiple and unit != count.unit_ja:
            raise SourceError(
                "estat_unit_differs", file=file, count=count.id, found=unit, expected=count.unit_ja
            )
