"""Two municipalities beside each other: what differs beyond chance, and what cannot be said to differ."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Literal, NamedTuple

from carecompare.comparisons.profile import peer_table, profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import ProfileRow, ValueRow


class PairLine(NamedTuple):
    """One indicator of both: rows of a profile, and whether the own figure is ``higher`` or ``lower``."""

    indicator: str
    own: ProfileRow
    other: ProfileRow
    way: Literal["higher", "lower", ""]


@dataclass(frozen=True)
class Pair:
    """Every indicator of two municipalities, in the order given.

    Parameters
    ----------
    different : tuple of PairLine
        Their 95 % intervals do not touch.
    similar : tuple of PairLine
        They do.
    exact : tuple of PairLine
        Both have a figure without an interval, so that chance is not judged.
    unjudged : tuple of PairLine
        One of them has no figure, or one that is read with care: few events, an insurer's, unknown ages.
    """

    different: tuple[PairLine, ...]
    similar: tuple[PairLine, ...]
    exact: tuple[PairLine, ...]
    unjudged: tuple[PairLine, ...]


def pair(
    values: Iterable[ValueRow],
    labels: Mapping[str, str],
    indicators: Sequence[Indicator],
    years: Mapping[str, int],
    own: str,
    other: str,
) -> Pair:
    """Set two municipalities side by side.

    Parameters
    ----------
    values : iterable of ValueRow
        VALUES of the indicators for both, any years.
    labels : mapping of str to str
        Names by code.
    indicators : sequence of Indicator
        In the order to show.
    years : mapping of str to int
        Year to show, by indicator.
    own, other : str
        Codes.

    Returns
    -------
    Pair
        Each indicator in exactly one of its parts.

    References
    ----------
    Schenker N, Gentleman JF (2001), On judging the significance of differences by examining the overlap
    between confidence intervals, The American Statistician 55(3): intervals that do not overlap differ at
    less than 5 %, so that this errs towards saying nothing.
    """
    given = list(values)
    others = peer_table(given, labels, indicators, years, [other])
    result = profile(given, others, labels, indicators, years, own)
    found: dict[str, list[PairLine]] = {"different": [], "similar": [], "exact": [], "unjudged": []}
    rows = iter(result.rows)
    for each, of_own, of_other in zip(indicators, rows, rows, strict=True):
        part, way = _judged(of_own, of_other)
        found[part].append(PairLine(each.id, of_own, of_other, way))
    return Pair(**{name: tuple(lines) for name, lines in found.items()})


def _judged(own: ProfileRow, other: ProfileRow) -> tuple[str, Literal["higher", "lower", ""]]:
    if own["reason"] or other["reason"] or isnan(own["value"]) or isnan(other["value"]):
        return "unjudged", ""
    if any(isnan(row[name]) for row in (own, other) for name in ("lower", "upper")):
        return "exact", ""
    if own["lower"] > other["upper"]:
        return "different", "higher"
    if own["upper"] < other["lower"]:
        return "different", "lower"
    return "similar", ""
