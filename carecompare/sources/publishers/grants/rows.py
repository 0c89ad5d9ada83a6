"""The rows of the table of the incentive grants: municipalities, and the unions that some belong to.

A union has a row of its own without any score; its members follow it, each with its own scores and without a
number of an insurer. To keep only rows with such a number would lose them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.cells import LONGEST_SHOWN, narrow
from carecompare.errors import SourceError
from carecompare.sources.publishers.grants.columns import letters
from carecompare.sources.publishers.ltci_sheet import compact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from numpy.typing import NDArray

    from carecompare.errors import SourceProblem
    from carecompare.sources.places import Places
    from carecompare.sources.publishers.grants.columns import Headings

    Key = tuple[str, str]

MOST_NAMED = 3
CODE_DIGITS, NUMBER_DIGITS = 5, 6
# The publisher's number of an insurer of one municipality begins with the municipality's code.
_WHOLE = re.compile(r"[0-9]+")
VARIATIONS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@dataclass
class GrantRows:
    """What the rows hold, in the order of the table.

    Parameters
    ----------
    areas : list of str
        Codes of the municipalities.
    numbers : list of int
        Row in the sheet of each, counted from 1.
    scores : ndarray of int, shape (areas, items)
        The points of every item.
    totals : mapping of str to ndarray of int
        As the table prints them, by total.
    ranks : ndarray of int or None
        As printed.
    about : DataFrame
        GRANT_AREAS without the year.
    unions : int
        Unions.
    problems : list of SourceError
        All that is wrong, without file and sheet.
    """

    areas: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    scores: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int64))
    totals: Mapping[str, NDArray[np.int64]] = field(default_factory=dict)
    ranks: NDArray[np.int64] | None = None
    about: pd.DataFrame = field(default_factory=pd.DataFrame)
    unions: int = 0
    problems: list[SourceError] = field(default_factory=list)


def read_rows(cells: pd.DataFrame, headings: Headings, words: Mapping[str, Any], places: Places) -> GrantRows:
    """Read every municipality.

    Parameters
    ----------
    cells : DataFrame
        The sheet as text.
    headings : Headings
        Where everything stands.
    words : mapping
        Of the layout.
    places : Places
        The municipalities of today: joined by the name of the prefecture and their own, since union members
        have no number and names repeat in the country.

    Returns
    -------
    GrantRows
        With every problem found; complete only where there is none.
    """
    body = cells.iloc[headings.last_statistic + 1 :]
    known = {_key(places.prefectures[code], name, words): code for code, name in places.names.items()}
    prefecture, name = _named_columns(body, headings, words, known)
    if prefecture < 0 or name < 0:
        return GrantRows(problems=[SourceError("grant_names_missing")])
    rows = _Rows(headings, words, known, prefecture, name)
    for number, row in zip(body.index, body.to_numpy(dtype=object).tolist(), strict=True):
        rows.take(int(number), row)
    return rows.gathered(places)


class _Rows:
    """Goes through the rows from the first to the last: which union a member belongs to is said above it."""

    def __init__(
        self,
        headings: Headings,
        words: Mapping[str, Any],
        known: Mapping[Key, str],
        prefecture: int,
        name: int,
    ) -> None:
        self._headings, self._words, self._known = headings, words, known
        self._prefecture, self._name = prefecture, name
        self._scored = [*(item.column for item in headings.items), *headings.totals.values()]
        self._union = ""
        self._kept: list[tuple[int, str, list[str]]] = []
        self._about: list[tuple[str, str, int | None, int, bool]] = []
        self._unions = 0
        self.problems: list[SourceError] = []

    def take(self, number: int, row: list[str]) -> None:
        """Take one row; what has no serial number is a note, a statistic or blank."""
        name = narrow(row[self._name])
        is_town = re.search(self._words["municipality"], name) is not None
        has_score = any(row[column] for column in self._scored)
        if not _WHOLE.fullmatch(narrow(row[self._headings.leading["serial"]])):
            if is_town and (has_score or self._code(row)):
                self._wrong("grant_serial_wrong", number, found=name)
            return
        insurer = self._insurer(row)
        if not is_town:
            if has_score or not insurer:
                self._wrong("grant_row_unknown", number, found=name[:LONGEST_SHOWN])
            self._union, self._unions = name, self._unions + 1
            return
        if insurer:
            self._union = ""
        code = self._code(row)
        if not code:
            self._wrong(
                "grant_area_unknown", number, found=f"{narrow(row[self._prefecture])}{name}"[:LONGEST_SHOWN]
            )
        elif not insurer and not self._union:
            self._wrong("grant_member_without_union", number, found=name)
        elif insurer[:CODE_DIGITS] not in {"", code} and insurer[:CODE_DIGITS] in self._codes:
            self._wrong("grant_number_of_another", number, found=insurer, area=name)
        elif not has_score:
            self._wrong("grant_scores_missing", number, found=name)
        else:
            self._kept.append((number, code, row))
            self._about.append((code, self._union, *self._said(row)))

    def gathered(self, places: Places) -> GrantRows:
        """Return what was taken, checked for completeness."""
        areas = [code for _, code, _ in self._kept]
        twice = [code for code, times in Counter(areas).items() if times > 1]
        missing = sorted(places.names.keys() - set(areas))
        if twice:
            self.problems.append(
                SourceError("grant_areas_twice", found=_few(places.names[each] for each in twice))
            )
        if missing:
            named = _few(places.names[each] for each in missing)
            self.problems.append(
                SourceError("grant_areas_missing", found=len(missing), expected=len(places.names), area=named)
            )
        headings = self._headings
        columns = [item.column for item in headings.items]
        scores = self._numbers(columns)
        totals = {name: self._numbers([column])[:, 0] for name, column in headings.totals.items()}
        ranks = self._numbers([headings.rank])[:, 0] if headings.rank >= 0 else None
        return GrantRows(
            areas,
            [number for number, _, _ in self._kept],
            scores,
            totals,
            ranks,
            pd.DataFrame(self._about, columns=["area", "union_ja", "insured", "size_class", "depopulated"]),
            self._unions,
            self.problems,
        )

    @property
    def _codes(self) -> set[str]:
        return set(self._known.values())

    def _wrong(self, problem: SourceProblem, number: int, **fields: object) -> None:
        self.problems.append(SourceError(problem, row=number, **fields))

    def _code(self, row: list[str]) -> str:
        return self._known.get(_key(row[self._prefecture], row[self._name], self._words), "")

    def _insurer(self, row: list[str]) -> str:
        """Return the number of the insurer with the zero that a workbook may have lost."""
        column = self._headings.leading.get("insurer_number", -1)
        text = narrow(row[column]) if column >= 0 else ""
        return text.zfill(NUMBER_DIGITS) if _WHOLE.fullmatch(text) else ""

    def _said(self, row: list[str]) -> tuple[int | None, int, bool]:
        at = self._headings.leading
        insured = narrow(row[at["insured"]]).replace(",", "") if "insured" in at else ""
        size = re.match("[1-5]", narrow(row[at["size_class"]])) if "size_class" in at else None
        marked = "depopulated" in at and narrow(row[at["depopulated"]]) in self._words["is_depopulated"]
        return int(insured) if insured.isdigit() else None, int(size[0]) if size else 0, marked

    def _numbers(self, columns: Sequence[int]) -> NDArray[np.int64]:
        """Return whole numbers, naming every cell that is none; -1 stands for it."""
        texts = np.array([[row[column] for column in columns] for _, _, row in self._kept], dtype=object)
        found = np.full((len(self._kept), len(columns)), -1, dtype=np.int64)
        for place, cells in enumerate(texts):
            for at, cell in enumerate(cells):
                text = cell if cell.isascii() else narrow(cell)
                if text.isdigit():
                    found[place, at] = int(text)
                else:
                    where = {"column": letters(columns[at]), "found": cell[:LONGEST_SHOWN]}
                    self._wrong("grant_cell_wrong", self._kept[place][0], **where)
        return found


def _named_columns(
    body: pd.DataFrame, headings: Headings, words: Mapping[str, Any], known: Mapping[Key, str]
) -> tuple[int, int]:
    """Return the columns of prefectures and of municipalities: those in front that hold most of their names.

    Their captions differ from year to year.
    """
    prefectures = {prefecture for prefecture, _ in known}
    names = {name for _, name in known}
    front = body.iloc[:, : headings.first_item]
    hits: list[tuple[int, int]] = []
    for column in range(front.shape[1]):
        texts = [_plain(cell, words) for cell in front.iloc[:, column] if cell]
        hits.append((sum(each in prefectures for each in texts), sum(each in names for each in texts)))
    return _most([each[0] for each in hits]), _most([each[1] for each in hits])


def _most(hits: list[int]) -> int:
    """Return the place of the highest number, -1 where all are zero."""
    return max(range(len(hits)), key=hits.__getitem__) if any(hits) else -1


def _key(prefecture: str, name: str, words: Mapping[str, Any]) -> Key:
    return _plain(prefecture, words), _plain(name, words)


def _plain(text: str, words: Mapping[str, Any]) -> str:
    """Return a name in the letters that both ways of writing it share."""
    plain = VARIATIONS.sub("", compact(text))
    return plain.translate(str.maketrans(words["same_letters"]))


def _few(names: Iterable[str]) -> str:
    listed = list(names)
    return "、".join(listed[:MOST_NAMED]) + ("…" if len(listed) > MOST_NAMED else "")
