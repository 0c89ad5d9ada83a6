"""Figures of districts as a table that a town brings or types: every problem at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.cells import narrow, number
from carecompare.errors import OwnDataError
from carecompare.limits import LARGEST
from carecompare.own.contents.districts import DistrictFigure
from carecompare.own.keeping.records import LONGEST_NAME
from carecompare.own.uploads.district_table import MOST_PROBLEMS, DistrictRow, rows_under
from carecompare.own.uploads.sheet import Sheet
from carecompare.own.uploads.year_labels import year_label
from carecompare.text.own import district_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


MOST_FIGURES = 5_000
NEEDED = frozenset({"district", "item", "value"})


@dataclass(frozen=True)
class ReadDistrictFigures:
    """Figures by the name of their district, in the order they came: to be kept only without a problem."""

    figures: Mapping[str, tuple[DistrictFigure, ...]]
    problems: tuple[OwnDataError, ...]


def read_district_figures(
    sheets: Iterable[Sheet], districts: Collection[str], file: str = ""
) -> ReadDistrictFigures:
    """Read a table: a row per district, item and year.

    Parameters
    ----------
    sheets : iterable of Sheet
        From `read_sheets`, or the grid of the page.
    districts : collection of str
        Names of those that are declared.
    file : str
        Named when no sheet can be understood.

    Returns
    -------
    ReadDistrictFigures
        Figures, and all problems at once, at most 2,000.
    """
    rows = rows_under(sheets, district_words.FIGURE_HEADINGS, NEEDED)
    if rows is None:
        return ReadDistrictFigures({}, (OwnDataError("district_figures_heading_missing", file=file),))
    figures: dict[str, list[DistrictFigure]] = {}
    problems: list[OwnDataError] = []
    at: dict[tuple[str, str, int], int] = {}
    for row in rows[:MOST_FIGURES]:
        # A form lists every district: where nothing else was filled in there is no figure.
        if not any(text.strip() for role, text in row.texts.items() if role != "district"):
            continue
        found = _read(row, districts)
        if isinstance(found, OwnDataError):
            problems.append(found)
            continue
        name, figure = found
        first = at.setdefault((name, figure.item, figure.year), row.number)
        if first != row.number:
            problems.append(row.problem("district_figure_twice", "item", expected=first))
        else:
            figures.setdefault(name, []).append(figure)
    if len(rows) > MOST_FIGURES:
        problems.insert(
            0, OwnDataError("own_figures_too_many", file=file, found=len(rows), expected=MOST_FIGURES)
        )
    return ReadDistrictFigures(
        {name: tuple(each) for name, each in figures.items()}, tuple(problems[:MOST_PROBLEMS])
    )


def read_figure_grid(rows: pd.DataFrame, districts: Collection[str]) -> ReadDistrictFigures:
    """Read what was typed into a grid, which counts its rows in its index.

    Parameters
    ----------
    rows : DataFrame
        The columns of :func:`figure_rows`, under the headings that people see.
    districts : collection of str
        Names of those that are declared.
    """
    cells = [["" if pd.isna(cell) else _text(cell) for cell in row] for row in rows.to_numpy(dtype=object)]
    found = read_district_figures([Sheet("", [list(rows.columns), *cells])], districts)
    of_grid = dict(enumerate(rows.index, start=2))
    for problem in found.problems:
        counted = ("row", "expected") if problem.problem == "district_figure_twice" else ("row",)
        for name in counted:
            if name in problem.fields:
                problem.fields[name] = of_grid[int(str(problem.fields[name]))]
    return found


def _text(cell: object) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)


def _read(row: DistrictRow, districts: Collection[str]) -> tuple[str, DistrictFigure] | OwnDataError:
    name, item, unit, source = (
        " ".join(row.texts.get(role, "").split())[:LONGEST_NAME]
        for role in ("district", "item", "unit", "source")
    )
    value, whole = (number(row.texts.get(role, "")) for role in ("value", "of"))
    label = year_label(row.texts.get("year", ""))
    checks: tuple[tuple[bool, OwnDataError], ...] = (
        (not name, row.problem("district_nameless", "district")),
        (bool(name) and name not in districts, row.problem("district_unknown", "district")),
        (not item, row.problem("own_item_missing", "item")),
        (value is None or abs(value) > LARGEST, row.problem("own_value_wrong", "value")),
        (value is not None and value < 0, row.problem("own_value_negative", "value")),
        (bool(narrow(row.texts.get("of", ""))) and whole is None, row.problem("own_value_wrong", "of")),
        (
            value is not None and whole is not None and value > whole,
            row.problem("district_figure_beyond", "of", expected=row.texts.get("value", "")),
        ),
        (not row.texts.get("year", "").strip(), row.problem("own_year_missing", "year")),
        (label is None and bool(row.texts.get("year", "").strip()), row.problem("own_year_wrong", "year")),
    )
    wrong = next((problem for is_wrong, problem in checks if is_wrong), None)
    if wrong is not None or value is None or label is None:
        return wrong or row.problem("own_value_wrong", "value")
    return name, DistrictFigure(item, value, whole, unit, label.year_as(fiscal=False), source)


def figure_rows(figures: Mapping[str, Iterable[DistrictFigure]]) -> list[tuple[str | float | None, ...]]:
    """Return figures as a table that is read back the same: district, item, value, of, unit, year, source."""
    return [
        (name, each.item, each.value, each.of, each.unit, float(each.year), each.source)
        for name, held in figures.items()
        for each in held
    ]
