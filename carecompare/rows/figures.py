"""Figures of an area, indicator and year, and what comparisons add to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypedDict

if TYPE_CHECKING:
    from typing_extensions import ReadOnly

    from carecompare.tables import Status

Role = Literal["own", "peer", "reference"]
# Why a figure is read with care.
Reason = Literal[
    "",
    "few_residents",
    "insurer_level",
    "few_events",
    "unknown_ages",
    "insurer_unknown",
    "unlisted",
    "incomplete",
    "not_added_up",
]
Way = Literal["higher", "lower", "similar", ""]
Direction = Literal["up", "down", "no_change", "not_judged"]
OwnDirection = Literal["up", "down", "no_change", ""]
Series = Literal["counted", "imputed", "projection"]
COUNTED: Final = "counted"
WITH_IMPUTED: Final = "imputed"
PROJECTION: Final = "projection"


@dataclass(frozen=True)
class Place:
    """A rank from the highest, of how many. ``position`` is NaN where none is given."""

    position: float
    of: int


class Valued(TypedDict):
    """A value; NaN where it is missing."""

    value: ReadOnly[float]


class Figures(Valued):
    """The columns of VALUES without its key; a number that is missing is NaN."""

    lower: ReadOnly[float]
    upper: ReadOnly[float]
    numerator: ReadOnly[float]
    denominator: ReadOnly[float]
    denominator_year: ReadOnly[float]
    method: ReadOnly[str]
    status: ReadOnly[Status]


class Years(TypedDict):
    """Of which years a figure is; NaN where there is none."""

    year: ReadOnly[float]
    denominator_year: ReadOnly[float]


class FigureRow(Figures):
    """Figures of an area, indicator and year; the year is NaN where the indicator was never collected."""

    area: ReadOnly[str]
    year: ReadOnly[float]
    indicator: ReadOnly[str]


class ValueRow(FigureRow):
    """One row of VALUES."""

    year: ReadOnly[int]


class NamedRow(FigureRow):
    """Figures as they are shown: ``reason`` says why one is read with care, or is empty."""

    name_ja: ReadOnly[str]
    reason: ReadOnly[Reason]


class NationwideRow(NamedRow):
    """A municipality among all of the country; the rank is NaN where it is withheld."""

    year: ReadOnly[int]
    rank: ReadOnly[float]
    ranked: ReadOnly[int]


class ProfileRow(NamedRow):
    """One indicator of the own municipality, of a peer or of a reference."""

    role: ReadOnly[Role]


class ComparisonRow(ProfileRow):
    """One row of COMPARISON, without the quartile, which only files have.

    ``rank`` is NaN where it is withheld, ``ranked`` how many are ranked, ``gap`` the difference from the own
    value.
    """

    year: ReadOnly[int]
    rank: ReadOnly[float]
    ranked: ReadOnly[int]
    gap: ReadOnly[float]


class FiledRow(ComparisonRow):
    """One row of COMPARISON in a file: with the quarter among those ranked, NaN where there is no rank."""

    quartile: ReadOnly[float]


class JudgedRow(FigureRow):
    """The own figure with the ``median`` of its peers and what hinders judging it."""

    reason: ReadOnly[Reason]
    median: ReadOnly[float]


class UnjudgedLine(ProfileRow):
    """The own row with the ``median`` of so many ``peers`` that have a value."""

    median: ReadOnly[float]
    peers: ReadOnly[int]


class ProfileLine(UnjudgedLine):
    """The own row beside its peers, and how it differs from their median."""

    beyond: ReadOnly[Way]


class PeerSpread(TypedDict):
    """The values of so many ``peers``: ends, quartiles and median; NaN where they are too few."""

    peers: ReadOnly[int]
    lowest: ReadOnly[float]
    first: ReadOnly[float]
    median: ReadOnly[float]
    third: ReadOnly[float]
    highest: ReadOnly[float]


class SheetLine(ProfileLine):
    """The own row with all that the sheet says of an indicator.

    - the spread of the peers, as in `PeerSpread`;
    - ``distance`` from the median in ranges between the quartiles, NaN where it is not measured;
    - ``gap``: how many more the own municipality counts than it would at the peers' median;
    - ``rank`` among own and peers ``of`` so many, with ``best`` and ``worst`` that chance leaves;
    - ``trend`` from ``trend_from`` to ``trend_to``, years that are 0 where there is none;
    - ``prefecture`` and ``nation``: their rows; ``in_prefecture`` and ``in_nation``: the place there.
    """

    lowest: ReadOnly[float]
    first: ReadOnly[float]
    third: ReadOnly[float]
    highest: ReadOnly[float]
    distance: ReadOnly[float]
    gap: ReadOnly[float]
    rank: ReadOnly[float]
    of: ReadOnly[int]
    best: ReadOnly[float]
    worst: ReadOnly[float]
    trend: ReadOnly[OwnDirection]
    trend_from: ReadOnly[int]
    trend_to: ReadOnly[int]
    prefecture: ReadOnly[FigureRow]
    nation: ReadOnly[FigureRow]
    in_prefecture: ReadOnly[Place]
    in_nation: ReadOnly[Place]


class CourseRow(ProfileRow):
    """A point of a course.

    ``series`` are never joined. ``hollow`` says that it is a range instead of a point (more than 3 % of
    unknown age), ``join_gap`` how far the projection differs from what was counted in a year that both have,
    in the unit shown; NaN where that is little. Years of another ``part`` count something else
    (`Indicator.part`): no line joins them.
    """

    year: ReadOnly[int]
    series: ReadOnly[Series]
    part: ReadOnly[int]
    hollow: ReadOnly[bool]
    join_gap: ReadOnly[float]
