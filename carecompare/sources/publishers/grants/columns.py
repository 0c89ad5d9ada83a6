"""The columns of the table of the incentive grants, as its headings name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

GOALS = {"I": 1, "II": 2, "III": 3, "IV": 4}


@dataclass(frozen=True)
class Item:
    """One column with scores of an item.

    Parameters
    ----------
    column : int
        Counted from 0.
    fund, grouping : str
        ``promotion`` or ``support``; ``process``, ``activity`` or ``outcome``.
    goal : int
        1 to 4.
    goal_ja, number, name_ja, branch, sub : str
        As the table heads it; branch (ア) and sub (①) may be empty.
    points : int
        What it can give.
    """

    column: int
    fund: str
    goal: int
    goal_ja: str
    grouping: str
    number: str
    name_ja: str
    branch: str
    sub: str
    points: int

    @property
    def key(self) -> tuple[object, ...]:
        """Return what tells it from every other item of the table: the name alone does not."""
        return self.fund, self.goal, self.grouping, self.number, self.name_ja, self.branch, self.sub

    def row(self, place: int) -> dict[str, object]:
        """Return it as a row of GRANT_ITEMS without the year."""
        named = ("fund", "goal", "goal_ja", "grouping", "number", "name_ja", "branch", "sub", "points")
        return {"item": place, **{name: getattr(self, name) for name in named}}


@dataclass(frozen=True)
class Headings:
    """Where everything stands; rows and columns are counted from 0.

    Parameters
    ----------
    first_item, first_statistic, last_statistic : int
        First column with an item, and the first and the last row with a statistic.
    items : tuple of Item
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
    items: tuple[Item, ...]
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
