"""The line of one municipality in a course, with all that is said of it whoever stands beside it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from carecompare.charts import theme
from carecompare.charts.parts.tooltips import LINE_COLUMNS, tooltip_line
from carecompare.rows import COUNTED, PROJECTION, WITH_IMPUTED
from carecompare.text.format import status_word
from carecompare.text.topics.aging_words import HOLLOW_MARK
from carecompare.typed_cells import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import CourseRow


# What a point says, how the line through it is drawn, and the year with which its unbroken run begins.
POINT_COLUMNS = (*LINE_COLUMNS, "stroke", "run")


@dataclass(frozen=True, eq=False)
class CourseLine:
    """One indicator of one municipality over the years.

    What is drawn of it is made once: beside another own municipality the comparators' lines stay the same.

    Parameters
    ----------
    rows : sequence of CourseRow
        By series and year, at least one.
    indicator : Indicator
        What is shown.
    """

    rows: Sequence[CourseRow]
    indicator: Indicator

    @property
    def area(self) -> str:
        """Return the code of the municipality."""
        return self.rows[0]["area"]

    @property
    def name(self) -> str:
        """Return the name of the municipality."""
        return self.rows[0]["name_ja"]

    @property
    def is_own(self) -> bool:
        """Return whether it is the own municipality."""
        return self.rows[0]["role"] == "own"

    @cached_property
    def known(self) -> Sequence[CourseRow]:
        """Return the rows that have a value."""
        return [row for row in self.rows if not math.isnan(row["value"])]

    @cached_property
    def hollow(self) -> Sequence[dict[str, object]]:
        """Return the points that are ranges."""
        return [
            {
                "year": row["year"],
                "value": row["value"],
                "lower": row["lower"],
                "upper": row["upper"],
                "ink": self._ink,
            }
            for row in self.known
            if row["hollow"]
        ]

    @cached_property
    def solid(self) -> Sequence[dict[str, object]]:
        """Return the points that no line shows: years alone, and those where two methods meet."""
        return [
            {"year": row["year"], "value": row["value"], "ink": self._ink}
            for run in self._runs
            for row in run
            if not row["hollow"] and (len(run) == 1 or not math.isnan(row["join_gap"]))
        ]

    @cached_property
    def points(self) -> Sequence[str]:
        """Return the known rows as lines of `POINT_COLUMNS`, each with the year its run begins."""
        role = "own" if self.is_own else "peer"
        return [
            "\t".join((tooltip_line(row, self.indicator), f"{role}_{row['series']}", str(run[0]["year"])))
            for run in self._runs
            for row in run
        ]

    @cached_property
    def text(self) -> str:
        """Return all points; nothing where there is none."""
        return "\n".join(self.points)

    @cached_property
    def end(self) -> CourseRow | None:
        """Return the last known row, of a year that has two that of the projection; None without any."""
        return max(self.known, key=lambda row: (row["year"], row["series"]), default=None)

    @cached_property
    def is_projected(self) -> bool:
        """Return whether any known row is a projection."""
        return any(row["series"] == PROJECTION for row in self.known)

    @cached_property
    def highest(self) -> float:
        """Return the highest place that is drawn, a figure or the end of a range; zero without any."""
        return max((row["upper"] if row["hollow"] else row["value"] for row in self.known), default=0.0)

    @cached_property
    def figures(self) -> Mapping[tuple[int, str], Cell]:
        """Return the figures as cells, by year and series."""
        return {(row["year"], row["series"]): self._cell(row) for row in self.rows}

    def _cell(self, row: CourseRow) -> Cell:
        mark = HOLLOW_MARK if row["hollow"] else ""
        is_known = not math.isnan(row["value"])
        return Cell(
            value=float(row["value"]) if is_known else None,
            decimals=self.indicator.decimals,
            after=mark,
            word="" if is_known else status_word(row["status"]) + mark,
            unit=self.indicator.unit_ja,
            status=row["status"],
        )

    @cached_property
    def has_hollow(self) -> bool:
        """Return whether any year is a range rather than a point."""
        return any(row["hollow"] for row in self.rows)

    @cached_property
    def has_join(self) -> bool:
        """Return whether two series differ in a year that both have."""
        return any(not math.isnan(row["join_gap"]) for row in self.known)

    @cached_property
    def gaps(self) -> Sequence[tuple[CourseRow, float]]:
        """Return the first row of each run of missing years, with the height at which the line would pass.

        Not of those after the last known year, where no line is.
        """
        last_known = max((row["year"] for row in self.known), default=-math.inf)
        of_series = (
            [row for row in self.rows if row["series"] == each]
            for each in (COUNTED, WITH_IMPUTED, PROJECTION)
        )
        return [
            (row, height) for rows in of_series for row, height in _gaps(rows) if row["year"] <= last_known
        ]

    @property
    def _ink(self) -> str:
        return theme.OWN if self.is_own else theme.PEER_DARK

    @cached_property
    def _runs(self) -> Sequence[Sequence[CourseRow]]:
        """Return the known rows in unbroken runs."""
        runs: list[list[CourseRow]] = []
        last: CourseRow | None = None
        for row in self.rows:
            if not math.isnan(row["value"]):
                if last is None or (last["series"], last["part"]) != (row["series"], row["part"]):
                    runs.append([])
                runs[-1].append(row)
                last = row
            else:
                last = None
        return runs


def _gaps(ordered: Sequence[CourseRow]) -> list[tuple[CourseRow, float]]:
    known = [place for place, row in enumerate(ordered) if not math.isnan(row["value"])]
    if len(known) in {0, len(ordered)}:
        return []
    starts = [
        place for place in range(len(ordered)) if place not in known and (place == 0 or place - 1 in known)
    ]
    gaps = []
    for place in starts:
        after = next((each for each in known if each > place), known[-1])
        before = place - 1 if place else after
        share = (place - before) / (after - before) if after > before else 0.0
        low, high = ordered[before]["value"], ordered[after]["value"]
        gaps.append((ordered[place], low + share * (high - low)))
    return gaps


def lines_of(rows: Iterable[CourseRow], indicator: Indicator) -> list[CourseLine]:
    """Return the lines of rows that lie together by municipality, series and year.

    Parameters
    ----------
    rows : iterable of CourseRow
        As for `CourseLine`, of any number of municipalities.
    indicator : Indicator
        What is shown.

    Returns
    -------
    list of CourseLine
        In the order in which their municipalities first appear.
    """
    by_area: dict[str, list[CourseRow]] = {}
    for row in rows:
        by_area.setdefault(row["area"], []).append(row)
    return [CourseLine(together, indicator) for together in by_area.values()]
