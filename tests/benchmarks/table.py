"""What a benchmark hands back, and how it is printed."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

# Below this a 95th percentile is the slowest value under another name, so it is not printed.
FEWEST_FOR_P95 = 20
# What Markdown needs for the rule below a heading.
NARROWEST = 3

HEAD = ("measure", "unit", "n", "median", "p95", "floor median", "floor p95", "ratio", "aim", "met")


class BenchmarkError(Exception):
    """Something that keeps a measure from running. A slow result is never one."""


@dataclass(frozen=True)
class Sample:
    """Repeated readings of one measure.

    Parameters
    ----------
    readings : tuple of float
        At least one, in the unit of its row.
    """

    readings: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle reading."""
        return statistics.median(self.readings)

    @property
    def p95(self) -> float | None:
        """The 95th percentile, or None of fewer than 20 readings."""
        if len(self.readings) < FEWEST_FOR_P95:
            return None
        return statistics.quantiles(self.readings, n=20, method="inclusive")[-1]


@dataclass(frozen=True)
class Aim:
    """What the project wants of a measure.

    Parameters
    ----------
    of : {"median", "p95", "ratio"}
        The column the aim is about.
    at_most : float
        In the unit of the row; a ratio has none.
    """

    of: Literal["median", "p95", "ratio"]
    at_most: float


@dataclass(frozen=True)
class Row:
    """One line of the report.

    Parameters
    ----------
    measure : str
        What was measured.
    unit : str
        Of every reading of the row.
    ours : Sample
        Readings of the project.
    floor : Sample, optional
        Readings of the floor, taken in the same run.
    aim : Aim, optional
        What is wanted.
    """

    measure: str
    unit: str
    ours: Sample
    floor: Sample | None = None
    aim: Aim | None = None

    @property
    def ratio(self) -> float | None:
        """Our median over the floor's; None without a floor above zero."""
        return self.ours.median / self.floor.median if self.floor and self.floor.median > 0 else None

    def cells(self) -> tuple[str, ...]:
        """Return the texts of the line, in the order of ``HEAD``."""
        return (
            self.measure,
            self.unit,
            str(len(self.ours.readings)),
            _number(self.ours.median),
            _number(self.ours.p95),
            _number(self.floor.median if self.floor else None),
            _number(self.floor.p95 if self.floor else None),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            "" if self.aim is None else f"{self.aim.of} ≤ {self.aim.at_most:g}",
            self._met(),
        )

    def _met(self) -> str:
        if self.aim is None:
            return ""
        reached = {"median": self.ours.median, "p95": self.ours.p95, "ratio": self.ratio}[self.aim.of]
        if reached is None:
            return "too few"
        return "yes" if reached <= self.aim.at_most else "NO"


def report(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table whose columns line up.

    Parameters
    ----------
    rows : sequence of Row
        In the order they are to be read.

    Returns
    -------
    str
        Text on one column names are left-aligned, figures right-aligned.
    """
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(NARROWEST, *(len(line[column]) for line in lines)) for column in range(len(HEAD))]
    is_text = [name in {"measure", "unit", "aim", "met"} for name in HEAD]

    def padded(line: Sequence[str]) -> str:
        cells = [
            cell.ljust(width) if text else cell.rjust(width)
            for cell, width, text in zip(line, widths, is_text, strict=True)
        ]
        return f"| {' | '.join(cells)} |"

    rule = [
        "-" * width if text else "-" * (width - 1) + ":" for width, text in zip(widths, is_text, strict=True)
    ]
    return "\n".join([padded(HEAD), padded(rule), *(padded(line) for line in lines[1:])])


def _number(reading: float | None) -> str:
    if reading is None:
        return ""
    return f"{reading:,.0f}" if abs(reading) >= 100 else f"{reading:.3g}"
