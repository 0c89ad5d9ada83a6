"""Years as people write them: in either calendar or both, as a date, with what kind of figure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from carecompare.cells import FIRST_YEAR, LAST_YEAR, narrow
from carecompare.text.own import own_year_words

if TYPE_CHECKING:
    from collections.abc import Mapping


Status = Literal["", "actual", "expected", "planned"]
# Of figures of one year the first of these is kept.
FIRMEST: tuple[Status, ...] = ("", "actual", "expected", "planned")
MARCH, APRIL, LAST_DAY = 3, 4, 31

_MONTH, _DAY = r"1[0-2]|0?[1-9]", r"3[01]|[12][0-9]|0?[1-9]"
_TIME = re.compile(r"[T ]0?0:00(?::00(?:\.0+)?)?$")
_YEAR = re.compile(
    rf"(?:{own_year_words.WESTERN})?(?:(?P<western>(?:19|20|21)[0-9]{{2}})"
    rf"|(?P<era>{'|'.join(map(re.escape, own_year_words.ERAS))})"
    rf"(?P<count>{own_year_words.FIRST}|[0-9]{{1,3}}))"
    r"(?:\.0(?![0-9]))?(?![0-9])"
)
_COMPACT = re.compile(rf"(?P<western>(?:19|20)[0-9]{{2}})(?P<month>0[1-9]|1[0-2])(?P<day>{_DAY})(?![0-9])")
_MONTH_FIRST = re.compile(rf"(?P<month>{_MONTH})/(?P<day>{_DAY})/(?P<western>(?:19|20)[0-9]{{2}})(?![0-9])")
_NUMBERS = re.compile(rf"[./-](?P<month>{_MONTH})(?:[./-](?P<day>{_DAY}))?(?![0-9])")
_UNIT = re.compile(own_year_words.UNIT)
_WORDS = re.compile(rf"(?P<month>{_MONTH}){own_year_words.MONTH}(?:(?P<day>{_DAY}){own_year_words.DAY})?")
_END = re.compile(own_year_words.END)
_STATUS = re.compile("|".join(sorted(own_year_words.STATUSES, key=len, reverse=True)))
_BESIDE = re.compile(own_year_words.BESIDE)


@dataclass(frozen=True)
class YearLabel:
    """What a label says.

    Parameters
    ----------
    year : int
        The year it names; of a fiscal year the one in which it begins.
    month, day : int
        0 where it names none.
    is_fiscal : bool
        Whether it names a fiscal year.
    is_end : bool
        Whether it names the end of the month or the year.
    is_double : bool
        Whether it names the year in two ways.
    status : {"", "actual", "expected", "planned"}
        Which kind of figure it says it is.
    """

    year: int
    month: int = 0
    day: int = 0
    is_fiscal: bool = False
    is_end: bool = False
    is_double: bool = False
    status: Status = ""

    def year_as(self, *, fiscal: bool) -> int:
        """Return the year that a figure is of.

        Parameters
        ----------
        fiscal : bool
            Whether the indicator is one of fiscal years.

        Notes
        -----
        The end of March is the end of the fiscal year before, whatever the indicator: planners write
        令和7年3月末 for what is 令和6年度末. Another day from January to March belongs to the fiscal year
        before only where fiscal years are counted.
        """
        is_year_end = self.month == MARCH and (self.is_end or self.day == LAST_DAY)
        is_before = 0 < self.month < APRIL and (fiscal or is_year_end)
        return self.year - 1 if is_before and not self.is_fiscal else self.year


@lru_cache(maxsize=4_096)
def year_label(text: str) -> YearLabel | None:
    """Return what a label says, or None where any part of it says something else.

    Parameters
    ----------
    text : str
        For example ``令和7(2025)年``, ``令和7年3月末時点``, ``2025/10/1``, ``令和7年度（見込み）``,
        ``平成31年度／令和元年度``.
    """
    rest = "".join(_TIME.sub("", narrow(text)).upper().split())
    found = _Parts()
    while rest:
        taken = found.take(rest)
        if not taken:
            return None
        rest = rest[taken:]
    return found.label()


class _Parts:
    """The parts of a label as they come."""

    def __init__(self) -> None:
        self.years: list[int] = []
        self.dates: set[tuple[int, int]] = set()
        self.statuses: set[Status] = set()
        self.is_fiscal = self.is_end = self.is_after_year = False

    def take(self, rest: str) -> int:
        """Take what comes next, and return how many characters that is; 0 where it means nothing here."""
        after_year, self.is_after_year = self.is_after_year, False
        patterns = (_COMPACT, _MONTH_FIRST, _YEAR)
        if self.years:
            patterns += (*((_NUMBERS,) if after_year else ()), _WORDS, _UNIT, _END)
        for pattern in (*patterns, _STATUS, _BESIDE):
            found = pattern.match(rest)
            if found:
                self._take(pattern, found)
                return found.end()
        return 0

    def _take(self, pattern: re.Pattern[str], found: re.Match[str]) -> None:
        named = found.groupdict()
        if pattern in {_COMPACT, _MONTH_FIRST, _YEAR}:
            self.is_after_year = pattern is _YEAR
            self.years.append(_year(named))
        if named.get("month"):
            self.dates.add((int(named["month"]), int(named["day"] or 0)))
        if pattern is _UNIT:
            self.is_fiscal |= found[0] == own_year_words.FISCAL
        elif pattern is _END:
            self.is_end = True
        elif pattern is _STATUS:
            self.statuses.add(own_year_words.STATUSES[found[0]])

    def label(self) -> YearLabel | None:
        """Return what the parts say together, where they agree."""
        if len(set(self.years)) != 1 or not self.years[0] or len(self.dates) > 1 or len(self.statuses) > 1:
            return None
        month, day = next(iter(self.dates), (0, 0))
        return YearLabel(
            self.years[0],
            month,
            day,
            is_fiscal=self.is_fiscal,
            is_end=self.is_end,
            is_double=len(self.years) > 1,
            status=next(iter(self.statuses), ""),
        )


def _year(named: Mapping[str, str | None]) -> int:
    western, era, count = named["western"], named.get("era") or "", named.get("count") or ""
    year = (
        int(western)
        if western
        else own_year_words.ERAS[era] + (1 if count == own_year_words.FIRST else int(count))
    )
    return year if FIRST_YEAR <= year <= LAST_YEAR else 0
