"""The cells of a table as records: what is stored, and how it is written."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Literal

import msgspec

from carecompare.limits import Decimals, Number
from carecompare.text.format import figure_or_word, number, signed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.catalog import Indicator
    from carecompare.rows import Figures

FIGURE = "{figure}"


class Cell(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A figure of a table: what is stored, and how it is written.

    Parameters
    ----------
    value : float or None
        As it is in the store, with all its digits; None is no figure, which is not zero.
    decimals : int
        Digits shown after the point.
    style : {"number", "signed", "year"}
        A signed one shows its plus; a year has no separators.
    before, after : str
        What stands around the figure, such as a percent sign.
    word : str
        What stands where there is no figure.
    unit : str
        Of the figure; it is written only where it stands in ``after``.
    status : str
        Of the figure in the store, as in ``projected``; empty where it is none of its own.
    """

    value: Number | None
    decimals: Decimals = 0
    style: Literal["number", "signed", "year"] = "number"
    before: str = ""
    after: str = ""
    word: str = ""
    unit: str = ""
    status: str = ""

    @property
    def text(self) -> str:
        """Return the cell as it is shown."""
        if self.value is None:
            return self.word
        if self.style == "signed":
            written = signed(self.value, self.decimals)
        else:
            written = number(self.value, self.decimals)
        if self.style == "year":
            written = written.replace(",", "")
        return f"{self.before}{written}{self.after}"


def number_cell(
    value: float | None,
    decimals: int = 0,
    *,
    style: Literal["number", "signed", "year"] = "number",
    around: str = FIGURE,
    word: str = "",
    unit: str = "",
) -> Cell:
    """Return a number as a cell; one that is None or NaN is a cell without a figure.

    Parameters
    ----------
    value, decimals, style, word, unit
        See `Cell`.
    around : str
        A text with ``{figure}`` in it.
    """
    before, _, after = around.partition(FIGURE)
    known = None if value is None or isnan(value) else float(value)
    return Cell(known, decimals, style, before, after, word, unit)


def figure_cell(row: Figures, indicator: Indicator, instead: str = "", around: str = FIGURE) -> Cell:
    """Return a figure of an indicator as a cell, with the word that stands in its place.

    Parameters
    ----------
    row : Figures
        Of VALUES.
    indicator : Indicator
        Gives decimals and unit, and says whether the value is a year.
    instead : str
        The word for a known figure that is withheld.
    around : str
        A text with ``{figure}`` in it.
    """
    value, before, after = row["value"], "", ""
    if around != FIGURE:
        before, _, after = around.partition(FIGURE)
    is_known = not isnan(value)
    return Cell(
        value=float(value) if is_known else None,
        decimals=indicator.decimals,
        style="year" if indicator.is_a_year else "number",
        before=before,
        after=after,
        word="" if is_known else figure_or_word(row, indicator) or instead,
        unit=indicator.unit_ja,
        status=row["status"],
    )


def values_of(rows: Iterable[Iterable[Cell | str | float | None]]) -> list[tuple[float | str | None, ...]]:
    """Return the rows of a table unformatted: numbers with all their digits, words as they are."""
    return [tuple(_value(cell) if isinstance(cell, Cell) else cell for cell in row) for row in rows]


def _value(cell: Cell) -> float | str | None:
    return cell.word or None if cell.value is None else cell.value


def texts_of(rows: Iterable[Iterable[Cell | str]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table as they are shown."""
    return tuple(tuple([cell if isinstance(cell, str) else cell.text for cell in row]) for row in rows)
