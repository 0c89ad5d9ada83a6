"""How complete the figures are: by source, and by prefecture and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class SourceCoverage:
    """Municipalities by how many figures of a source they have.

    Parameters
    ----------
    source : str
        Its id.
    every, some, none : int
        Municipalities with every figure, with some of them, without any.
    """

    source: str
    every: int
    some: int
    none: int

    @property
    def share(self) -> float:
        """Return the municipalities with every figure, in per cent of all."""
        return 100 * self.every / (self.every + self.some + self.none)


def coverage_by_source(held: pd.DataFrame) -> list[SourceCoverage]:
    """Return one line per source.

    Parameters
    ----------
    held : DataFrame
        ``source``, ``area``, ``held`` and ``counts``, as the store answers.

    Returns
    -------
    list of SourceCoverage
        By source.
    """
    every = held["held"] == held["counts"]
    none = held["held"] == 0
    sums = held.assign(every=every, none=none).groupby("source")
    lines = sums.agg(every=("every", "sum"), none=("none", "sum"), areas=("area", "size"))
    return [
        SourceCoverage(str(source), every, areas - every - none, none)
        for source, (every, none, areas) in zip(lines.index, lines.to_numpy(dtype=int).tolist(), strict=True)
    ]


def complete_areas(held: pd.DataFrame) -> int:
    """Return how many municipalities have every figure of every source."""
    lacking = held.loc[held["held"] < held["counts"], "area"]
    return int(held["area"].nunique() - lacking.nunique())


def coverage_by_prefecture(held: pd.DataFrame) -> pd.DataFrame:
    """Return the share of figures held.

    Parameters
    ----------
    held : DataFrame
        As for `coverage_by_source`, with ``prefecture``.

    Returns
    -------
    DataFrame
        Per cent of municipalities times counts, by prefecture (rows) and source (columns).
    """
    sums = held.groupby(["prefecture", "source"])[["held", "counts"]].sum()
    share: pd.DataFrame = (100 * sums["held"] / sums["counts"]).unstack("source")  # noqa: PD010 (a pivot of one series)
    return share
