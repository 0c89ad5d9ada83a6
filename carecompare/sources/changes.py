"""What a new file changes in the figures, and whether it looks as if it was cut short."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carecompare.sources.reading import Reading

LARGEST_FALL = 0.30
MOST_PREFECTURES_LOST = 2
JUMP = 5
# Beyond what others do: at least half as much again, and six standard errors.
LEAST_UNLIKE = 1.5
FAR_OUT = 6
LARGE_ENOUGH = 100
FEWEST_OTHERS = 30
MAD_TO_DEVIATION = 1.4826
# One office more or less is no jump.
SMALLEST_JUMP = 10
# A service with this many offices has one in every prefecture.
NATIONWIDE = 1_000
PREFECTURES = 47
# A municipality or an insurer; sums that publishers add have other codes.
COUNTED_AREA = r"^i?(\d{2})(?:\d{3}|u[0-9a-f]{6})$"
LOG_COLUMNS = ("imported", "file", "source", "count", "year", "change", "area", "before", "after")


@dataclass(frozen=True)
class Change:
    """One line of the log.

    Parameters
    ----------
    change : str
        Key of its sentence in ``carecompare.text.import_report``.
    reading : Reading
        The file it came with.
    count, year, area : optional
        What changed, as far as it applies.
    before, after : optional
        Values, or numbers of areas.
    """

    change: str
    reading: Reading
    count: str = ""
    year: int | str = ""
    area: str = ""
    before: object = ""
    after: object = ""

    def row(self, imported: str) -> dict[str, str]:
        """Return the line as text, for the log of the day."""
        fields = {
            "imported": imported,
            "file": self.reading.file,
            "source": self.reading.source,
            "count": self.count,
            "year": self.year,
            "change": self.change,
            "area": self.area,
            "before": _written(self.before),
            "after": _written(self.after),
        }
        return {name: str(value) for name, value in fields.items()}


def area_changes(before: Mapping[str, str], after: Mapping[str, str], reading: Reading) -> Iterator[Change]:
    """Yield the municipalities that a file adds or no longer knows; the first list adds none."""
    if not before:
        return
    for area in sorted(after.keys() - before.keys()):
        yield Change("area_new", reading, area=area, after=after[area])
    for area in sorted(before.keys() - after.keys()):
        yield Change("area_lost", reading, area=area, before=before[area])


def ground_changes(
    table: str, before: pd.DataFrame, after: pd.DataFrame, reading: Reading
) -> Iterator[Change]:
    """Yield how many rows of a list that figures stand on are other than before; the first list is no news.

    Parameters
    ----------
    table : str
        Name of the list.
    before, after : DataFrame
        Its rows.
    reading : Reading
        The file.
    """
    if not len(before):
        return
    rows = [set(map(str, frame.itertuples(index=False, name=None))) for frame in (before, after)]
    if number := max(len(rows[0] - rows[1]), len(rows[1] - rows[0])):
        yield Change("ground_changed", reading, area=table, before=len(before), after=number)


def column_changes(
    earlier: pd.DataFrame | None,
    column: pd.DataFrame,
    reading: Reading,
    key: tuple[str, int],
    *,
    same_year: bool,
) -> Iterator[Change]:
    """Yield what a count of one year changes.

    Parameters
    ----------
    earlier : DataFrame or None
        ``area`` and ``value`` of the same year, else of the last year before it.
    column : DataFrame
        ``area`` and ``value`` now.
    reading : Reading
        The file.
    key : tuple of str and int
        Count and year.
    same_year : bool
        Whether ``earlier`` is of the same year.
    """
    now = column.set_index("area")["value"]
    if not same_year:
        yield Change("column_new", reading, *key, after=int(now.notna().sum()))
    if earlier is None:
        return
    then = earlier.set_index("area")["value"]
    if same_year:
        both = pd.concat([then, now], axis=1, keys=["then", "now"])
        changed = (both["then"] != both["now"]) & both.notna().all(axis=1)
        lost = both["then"].notna() & both["now"].isna()
        gained = both["then"].isna() & both["now"].notna()
        if gained.any():
            yield Change("values_gained", reading, *key, area=str(gained.idxmax()), after=int(gained.sum()))
        if changed.any():
            yield Change("values_changed", reading, *key, after=int(changed.sum()))
        if lost.any():
            yield Change("values_lost", reading, *key, area=str(lost.idxmax()), after=int(lost.sum()))
    known = now.dropna().index.intersection(then.dropna().index)
    pairs = pd.DataFrame({"then": then[known], "now": now[known]})
    smaller, larger = pairs.min(axis=1).clip(lower=1), pairs.max(axis=1)
    is_jump = (larger > JUMP * smaller) & (larger >= SMALLEST_JUMP)
    for area, pair in pairs[is_jump].iterrows():
        yield Change("jumped", reading, *key, area=str(area), before=pair["then"], after=pair["now"])
    for area, pair in pairs[unlike_others(pairs) & ~is_jump].iterrows():
        yield Change("unlike_others", reading, *key, area=str(area), before=pair["then"], after=pair["now"])


def unlike_others(pairs: pd.DataFrame) -> pd.Series[bool]:
    """Return the areas whose count changed far otherwise than the same count did elsewhere.

    Parameters
    ----------
    pairs : DataFrame
        ``then`` and ``now`` of each area.

    Returns
    -------
    Series of bool
        True where the logarithm of the ratio lies more than `FAR_OUT` standard errors from the median of all
        areas, and the ratio at least `LEAST_UNLIKE` times above or below theirs.

    Notes
    -----
    The standard error joins two things: how far areas differ by themselves (1.4826 times the median absolute
    deviation of areas large enough for chance to be small), and the chance in two counts, which is that of
    Poisson counts. So three offices that become six are nothing, and 3,000 persons that become 6,000 are.

    References
    ----------
    Leys, C., et al.: Detecting outliers: do not use standard deviation around the mean, use absolute
    deviation around the median. Journal of Experimental Social Psychology 49 (2013).
    """
    large = pairs.min(axis=1) >= LARGE_ENOUGH
    if large.sum() < FEWEST_OTHERS:
        return pd.Series(data=False, index=pairs.index)
    change = pd.Series(np.log((pairs["now"] + 0.5) / (pairs["then"] + 0.5)), index=pairs.index)
    usual = change[large].median()
    spread = MAD_TO_DEVIATION * (change[large] - usual).abs().median()
    error = (spread**2 + 1 / (pairs["now"] + 0.5) + 1 / (pairs["then"] + 0.5)) ** 0.5
    distance = (change - usual).abs()
    return (distance > FAR_OUT * error) & (distance > math.log(LEAST_UNLIKE))


def mapped_codes(reading: Reading) -> Iterator[Change]:
    """Yield the old codes of a file and the municipality each was mapped to; wards are no news."""
    for note in reading.notes:
        if note.problem == "code_mapped":
            area, found = str(note.fields["area"]), note.fields["found"]
            yield Change("code_followed", reading, area=area, before=found, after=note.number)


def check_not_cut(
    earlier: pd.DataFrame | None, column: pd.DataFrame, reading: Reading, key: tuple[str, int]
) -> None:
    """Check that a nationwide count did not lose a large part of the nation.

    Parameters
    ----------
    earlier : DataFrame or None
        ``area`` and ``value`` of the same year, else of the last year before it.
    column : DataFrame
        ``area`` and ``value`` now.
    reading : Reading
        The file.
    key : tuple of str and int
        Count and year.

    Raises
    ------
    SourceError
        If the national total fell by more than 30 %, more than two prefectures lost every figure, or, with
        nothing to compare, a service of a thousand offices leaves a prefecture empty.
    """
    total, prefectures = _extent(column)
    if earlier is None:
        if total >= NATIONWIDE and prefectures < PREFECTURES and _counts_offices(reading, total):
            raise _incomplete(reading, key, prefectures, PREFECTURES)
        return
    total_before, prefectures_before = _extent(earlier)
    if prefectures_before - prefectures > MOST_PREFECTURES_LOST:
        raise _incomplete(reading, key, prefectures, prefectures_before)
    if total < (1 - LARGEST_FALL) * total_before:
        raise SourceError(
            "file_looks_incomplete",
            file=reading.file,
            count=key[0],
            year=key[1],
            lost="total",
            found=int(total),
            expected=int(total_before),
        )


def _extent(column: pd.DataFrame) -> tuple[float, int]:
    prefectures = column["area"].str.extract(COUNTED_AREA, expand=False)
    held = column[prefectures.notna() & (column["value"] > 0)]
    return float(held["value"].sum()), prefectures[held.index].nunique()


def _counts_offices(reading: Reading, total: float) -> bool:
    """Return whether a count is of the offices: tuberculosis beds need not be in every prefecture."""
    return reading.offices is not None and total == reading.offices["municipality"].notna().sum()


def _incomplete(reading: Reading, key: tuple[str, int], found: int, expected: int) -> SourceError:
    return SourceError(
        "file_looks_incomplete",
        file=reading.file,
        count=key[0],
        year=key[1],
        lost="prefectures",
        found=found,
        expected=expected,
    )


def _written(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)
