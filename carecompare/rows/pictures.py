"""What single pictures and their tables show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypedDict

from carecompare.rows.figures import Valued

if TYPE_CHECKING:
    from typing_extensions import ReadOnly

    from carecompare.rows.figures import Reason, Role
    from carecompare.tables import Status

HouseholdPart = Literal["alone", "couple", "other"]


class FunnelLimits(TypedDict):
    """Between which shares nineteen and 499 of 20 and 500 lie, of a size.

    By chance alone, and (``wide_``) by chance and as much as places differ anyway.
    """

    low_95: ReadOnly[float]
    high_95: ReadOnly[float]
    low_998: ReadOnly[float]
    high_998: ReadOnly[float]
    wide_low_95: ReadOnly[float]
    wide_high_95: ReadOnly[float]
    wide_low_998: ReadOnly[float]
    wide_high_998: ReadOnly[float]


class FunnelCurvePoint(FunnelLimits):
    """The limits of one size."""

    population: ReadOnly[float]


class FunnelSize(TypedDict):
    """A municipality's share and size; ``reason`` says why it is not judged, or is empty."""

    area: ReadOnly[str]
    name_ja: ReadOnly[str]
    population: ReadOnly[float]
    value: ReadOnly[float]
    reason: ReadOnly[Reason]


class FunnelRow(FunnelSize, FunnelLimits):
    """With the limits.

    ``where`` is ``inside``, ``beyond_95`` or ``beyond_998`` of the wide ones, or empty where not judged.
    """

    where: ReadOnly[str]


class DecompositionStep(TypedDict):
    """A step from one rate to another.

    ``part`` is ``start``, ``structure``, ``expected``, ``rates`` or ``end``; ``begin`` and ``reach`` are in
    per cent, ``points`` in percentage points; ``few`` says that fewer than ten persons stand behind it.
    """

    part: ReadOnly[str]
    band: ReadOnly[str]
    begin: ReadOnly[float]
    reach: ReadOnly[float]
    points: ReadOnly[float]
    persons: ReadOnly[float]
    few: ReadOnly[bool]


class FeatureRow(TypedDict):
    """A feature of a municipality; ``standard`` is in standard deviations from the national mean."""

    feature: ReadOnly[str]
    area: ReadOnly[str]
    name_ja: ReadOnly[str]
    role: ReadOnly[Role]
    value: ReadOnly[float]
    standard: ReadOnly[float]


class ListedName(TypedDict):
    """A name in a list: the own one stands out."""

    name_ja: ReadOnly[str]
    role: ReadOnly[Role]


class ListedRow(ListedName, Valued):
    """A municipality in a list, with its value."""

    area: ReadOnly[str]


class HouseholdRow(ListedRow):
    """How all households divide, in per cent."""

    alone: ReadOnly[float]
    couple: ReadOnly[float]
    other: ReadOnly[float]


@dataclass(frozen=True)
class OwnValue:
    """One own figure with what stands beside it; a number that is not known is NaN.

    Parameters
    ----------
    item : str
        Id of the indicator.
    year : int
        Of the own figure.
    value : float
        The own figure.
    published, published_year : float
        The published figure of the same year, else the observed one of the year nearest to it (the later of
        two).
    status : Status or empty
        Of the published figure; empty where there is none.
    peers : int
        How many comparators have a published figure of that year.
    lowest, first, median, third, highest : float
        Of those comparators; the quartiles from four of them on.
    """

    item: str
    year: int
    value: float
    published: float
    published_year: float
    status: Status | Literal[""]
    peers: int
    lowest: float
    first: float
    median: float
    third: float
    highest: float
