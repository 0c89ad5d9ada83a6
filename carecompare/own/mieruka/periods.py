"""Labels of periods as the 見える化 system writes them, each family with a year of its own meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from carecompare.cells import FIRST_YEAR, LAST_YEAR, narrow
from carecompare.text.layouts.mieruka_layout_words import ERAS, FIRST_OF_ERA, FISCAL, PERIOD, UNTIL

Family = Literal["calendar", "month_end", "month", "fiscal", "file"]
APRIL = 4
MONTHS = 12
FOUR_DIGITS = 1_000
_PERIOD = re.compile(PERIOD)


@dataclass(frozen=True)
class Period:
    """One period.

    Parameters
    ----------
    year : int
        The calendar year that the label names; of a fiscal year the one it begins in.
    month : int
        1 to 12, or 0 where the label has none.
    family : {"calendar", "month_end", "month", "fiscal", "file"}
        What kind of label it is; ``file`` is a year that stands in the file's name only.
    provisional : bool
        Whether the label says that the figure is one of a monthly report.
    until : str
        What an unfinished year says of itself, else empty.
    """

    year: int
    month: int
    family: Family
    provisional: bool = False
    until: str = ""

    @property
    def fiscal_year(self) -> int:
        """Return the fiscal year the period lies in, or ends with; of a calendar year the year itself."""
        return self.year - 1 if 0 < self.month < APRIL else self.year


@lru_cache(maxsize=4_096)
def period_of(label: str) -> Period | None:
    """Return what a label says, or None when it is no period.

    Parameters
    ----------
    label : str
        With any blanks and line breaks.
    """
    text = "".join(narrow(label).split())
    found = _PERIOD.fullmatch(text.removesuffix(".0"))
    if found is None:
        return None
    era, month = found["era"], int(found["month"] or 0)
    counted = 1 if found["number"] == FIRST_OF_ERA else int(found["number"])
    if (
        bool(era) == (counted >= FOUR_DIGITS)
        or month > MONTHS
        or (found["number"] == FIRST_OF_ERA and not era)
    ):
        return None
    year = counted + (ERAS[era] if era else 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    rest = (found["rest"] or "").strip("()")
    family: Family = "calendar"
    if found["unit"] == FISCAL or (era and not found["unit"]):
        family = "fiscal"
    elif month:
        family = "month_end" if found["end"] else "month"
    return Period(year, month, family, bool(found["at"]), rest if UNTIL in rest else "")
