"""One sheet of the annual report of long-term care insurance: a row per insurer, known by name only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import LONGEST_SHOWN, first_row, narrow, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from carecompare.errors import SourceProblem
    from carecompare.sources.places import Places


PREFECTURE, NAME, FIRST = 0, 1, 2
_MOST_ROWS_ABOVE = 20


def compact(text: str) -> str:
    """Return a text narrowed and without blanks: publishers space headings for the eye."""
    return "".join(narrow(text).split())


@dataclass(frozen=True)
class Sheet:
    """What a sheet holds.

    Parameters
    ----------
    file, name : str
        Named in errors.
    subject : str
        Heading over all columns, compact.
    figures : DataFrame
        By insurer's code, a column per label.
    rows : Series of int
        Row in the sheet of each insurer.
    """

    file: str
    name: str
    subject: str
    figures: pd.DataFrame
    rows: pd.Series[int]

    def error(self, problem: SourceProblem, area: str, **fields: object) -> SourceError:
        """Return an error about the row of an insurer."""
        return SourceError(
            problem, file=self.file, sheet=self.name, row=int(self.rows[area]), area=area, **fields
        )

    def check_sum(self, parts: Sequence[str], whole: str) -> None:
        """Check that columns add up to another one.

        Raises
        ------
        SourceError
            Naming the first insurer where they do not.
        """
        found = self.figures[list(parts)].sum(axis=1)
        wrong = found != self.figures[whole]
        if wrong.any():
            area = str(wrong.idxmax())
            raise self.error(
                "parts_do_not_add_up",
                area,
                column=whole,
                found=found[area],
                expected=self.figures.loc[area, whole],
            )


def read_sheet(
    file: str,
    name: str,
    cells: pd.DataFrame,
    labels: Iterable[str],
    words: Mapping[str, Any],
    places: Places,
) -> Sheet:
    """Read the figures under some labels.

    Parameters
    ----------
    file, name : str
        Of workbook and sheet.
    cells : DataFrame
        The sheet as text.
    labels : iterable of str
        Compact headings of the columns wanted.
    words : mapping
        ``prefecture``, ``insurer`` and ``nation`` of the layout.
    places : Places
        With the insurers.

    Returns
    -------
    Sheet
        With every insurer once.

    Raises
    ------
    SourceError
        If a heading is missing or twice, a number is wrong or not whole, an insurer is unknown, missing or
        twice, or the insurers do not add up to the nation.
    """
    heading = _heading_row(file, name, cells, words)
    upper, lower = ([compact(str(cell)) for cell in cells.loc[row]] for row in (heading, heading + 1))
    columns = {label: _column(file, name, upper, lower, label) for label in labels}
    body = cells.loc[heading + 2 :]
    blank = (body == "").all(axis=1)
    body = body[~blank]
    of_nation = body[PREFECTURE].map(compact) == words["nation"]
    if of_nation.sum() != 1:
        raise SourceError("nation_missing", file=file, sheet=name, expected=words["nation"])
    areas = _insurers(file, name, body[~of_nation], words, places)
    read = pd.DataFrame(
        {label: _persons(body[column], file, name, label) for label, column in columns.items()}
    )
    figures = read[~of_nation]
    published, found = read[of_nation].iloc[0], figures.sum()
    differs = [label for label in read.columns if published[label] != found[label]]
    if differs:
        raise SourceError(
            "insurers_do_not_add_up",
            file=file,
            sheet=name,
            column=differs[0],
            found=found[differs[0]],
            expected=published[differs[0]],
        )
    return Sheet(
        file,
        name,
        upper[FIRST],
        figures.set_axis(areas.to_numpy()).sort_index(),
        pd.Series(areas.index, index=areas.to_numpy()).sort_index(),
    )


def _heading_row(file: str, name: str, cells: pd.DataFrame, words: Mapping[str, Any]) -> int:
    for row in cells.index[:_MOST_ROWS_ABOVE]:
        if len(cells.columns) > FIRST and [compact(cell) for cell in cells.loc[row, :NAME]] == [
            words["prefecture"],
            words["insurer"],
        ]:
            if row + 2 > cells.index[-1]:
                raise SourceError("file_empty", file=file, sheet=name)
            return int(row)
    raise SourceError("column_missing", file=file, sheet=name, column=words["prefecture"])


def _column(file: str, name: str, upper: Sequence[str], lower: Sequence[str], label: str) -> int:
    """Return the column of a heading, which stands in the lower row, or in the upper one over a blank."""
    headings = [below or above for above, below in zip(upper, lower, strict=True)]
    found = [number for number, heading in enumerate(headings) if heading == label]
    if len(found) != 1:
        raise SourceError(
            "column_missing" if not found else "column_twice", file=file, sheet=name, column=label
        )
    return found[0]


def _insurers(
    file: str, name: str, body: pd.DataFrame, words: Mapping[str, Any], places: Places
) -> pd.Series[str]:
    """Return the code of each row's insurer: names repeat in the country, never within a prefecture."""
    known = places.insurers
    keys = list(zip(body[PREFECTURE].map(narrow), body[NAME].map(narrow), strict=True))
    areas = pd.Series([known.get(key, "") for key in keys], index=body.index, dtype="str")
    unknown = areas == ""
    if unknown.any():
        row = first_row(unknown)
        found = f"{body[PREFECTURE][row]} {body[NAME][row]}"[:LONGEST_SHOWN]
        raise SourceError(
            "insurer_unknown", file=file, sheet=name, row=row, column=words["insurer"], found=found
        )
    twice = areas.duplicated()
    if twice.any():
        row = first_row(twice)
        raise SourceError("insurer_twice", file=file, sheet=name, row=row, found=body[NAME][row])
    missing = sorted(set(known.values()) - set(areas))
    if missing:
        raise SourceError(
            "insurers_missing",
            file=file,
            sheet=name,
            found=len(missing),
            expected=len(known),
            area=missing[0],
        )
    return areas


def _persons(cells: pd.Series[str], file: str, name: str, column: str) -> pd.Series[float]:
    try:
        value = numbers(cells, file=file, column=column)["value"]
    except SourceError as error:
        raise SourceError(error.problem, **{**error.fields, "sheet": name}) from None
    wrong = value.isna() | (value % 1 != 0)
    if wrong.any():
        row = first_row(wrong)
        raise SourceError(
            "cell_not_number",
            file=file,
            sheet=name,
            row=row,
            column=column,
            found=str(cells[row])[:LONGEST_SHOWN],
        )
    return value
