"""Counts of an area and year, and areas themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing_extensions import ReadOnly

    from carecompare.tables import Status


class CountFigure(TypedDict):
    """A count of an area and year; the value is NaN where it is missing."""

    area: ReadOnly[str]
    year: ReadOnly[int]
    count: ReadOnly[str]
    value: ReadOnly[float]


class CountRow(CountFigure):
    """One row of COUNTS."""

    status: ReadOnly[Status]
    source: ReadOnly[str]
    as_of: ReadOnly[str]


class ProjectedRow(TypedDict):
    """A projected population."""

    series: ReadOnly[str]
    year: ReadOnly[int]
    population: ReadOnly[float]


class SupplyRow(ProjectedRow):
    """The offices a projected population would need.

    ``growth`` is against the first year (1 means the same); ``needed``, ``lower`` and ``upper`` are offices,
    NaN where those of today are unknown.
    """

    growth: ReadOnly[float]
    needed: ReadOnly[float]
    lower: ReadOnly[float]
    upper: ReadOnly[float]


class AgeRow(TypedDict):
    """One row of AGES: residents of a sex and a band of ages, which begins with ``age``; -1 is unknown."""

    area: ReadOnly[str]
    year: ReadOnly[int]
    source: ReadOnly[str]
    sex: ReadOnly[str]
    age: ReadOnly[int]
    persons: ReadOnly[int]


class PyramidRow(TypedDict):
    """A band of ages.

    ``age`` is its first, ``last_age`` its last (-1 of the open one); ``male`` and ``female`` are persons,
    ``male_share`` and ``female_share`` per cent of everyone whose age is known; ``generation`` is the one
    that the band holds, or empty.
    """

    age: ReadOnly[int]
    last_age: ReadOnly[int]
    male: ReadOnly[int]
    female: ReadOnly[int]
    male_share: ReadOnly[float]
    female_share: ReadOnly[float]
    generation: ReadOnly[str]


class AreaRow(TypedDict):
    """One row of AREAS; an empty text is "", a missing position NaN."""

    area: ReadOnly[str]
    level: ReadOnly[str]
    name_ja: ReadOnly[str]
    kana: ReadOnly[str]
    prefecture: ReadOnly[str]
    prefecture_ja: ReadOnly[str]
    latitude: ReadOnly[float]
    longitude: ReadOnly[float]


class LabelledArea(AreaRow):
    """An area with ``label_ja``, a name that means one place only."""

    label_ja: ReadOnly[str]


class GroupRow(TypedDict):
    """A group that a municipality belongs to: its kind, its id among those of the kind, its name.

    The note is the edition of the list that says so, such as ``令和5年度決算``.
    """

    municipality: ReadOnly[str]
    kind: ReadOnly[str]
    group: ReadOnly[str]
    name_ja: ReadOnly[str]
    note: ReadOnly[str]
