"""The columns of the table of the incentive grants, as its headings name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carecompare.grant_shapes import GRANT_ITEMS, GrantItem

if TYPE_CHECKING:
    from collections.abc import Mapping

GOALS = {"I": 1, "II": 2, "III": 3, "IV": 4}


@dataclass(frozen=True)
class HeadedItem(GrantItem):
    """An item and the column that holds its scores, counted from 0."""

    column: int

    @property
    def row(self) -> dict[str, object]:
        """Return it as a row of GRANT_ITEMS without the year."""
        return {name: getattr(self, name) for name in GRANT_ITEMS.columns if name != "year"}


@dataclass(frozen=True)
class Headings:
    """Where everything stands; rows and columns are counted from 0.

    Parameters
    ----------
    first_item, first_statistic, last_statistic : int
        First column with an item, and the first and the last row with a statistic.
    items : tuple of HeadedItem
        In the order of the table.
    totals : mapping of str to int
        Columns of ``total``, ``promotion``, ``support``, ``promotion_goal_1`` …; and of the groups
        ``promotion_goal_1_process`` ….
    maxima : mapping of str to int
        What each total can be, where the table says so.
    rank : int
        Column of this year's rank; -1 where there is none.
    leading : mapping of str to int
        Columns in front by what they hold: ``serial``, ``insurer_number``, ``insured``, ``size_class``,
        ``depopulated``, as far as they are there.
    means : mapping of str to str
        What the table prints as the mean of each total.
    """

    first_item: int
    first_statistic: int
    last_statistic: int
    items: tuple[HeadedItem, ...]
    totals: Mapping[str, int]
    maxima: Mapping[str, int]
    rank: int
    leading: Mapping[str, int]
    means: Mapping[str, str] = field(default_factory=dict)


def letters(column: int) -> str:
    """Return the letters that a workbook shows over a column counted from 0."""
    number, written = column + 1, ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("A") + rest) + written
    return written
