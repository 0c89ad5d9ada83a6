"""Rows of ways to offices: a point or a block of a town, and the nearest office."""

from __future__ import annotations

from typing_extensions import ReadOnly, TypedDict


class WayRow(TypedDict):
    """A point with the way to the nearest office; None where no office is known.

    ``distance_km`` is straight, ``road_km`` with the usual detour; ``over_sea`` says that the line leaves the
    land.
    """

    town: ReadOnly[str]
    koaza: ReadOnly[str]
    latitude: ReadOnly[float]
    longitude: ReadOnly[float]
    office: ReadOnly[str | None]
    office_area: ReadOnly[str | None]
    distance_km: ReadOnly[float | None]
    road_km: ReadOnly[float | None]
    minutes: ReadOnly[float | None]
    over_sea: ReadOnly[bool]


class FarthestRow(TypedDict):
    """A block with its farthest point, of so many ``points``.

    ``land_minutes`` is the way to the nearest office on the same island, infinite without one.
    """

    ward: ReadOnly[str]
    town: ReadOnly[str]
    koaza: ReadOnly[str]
    points: ReadOnly[int]
    office: ReadOnly[str | None]
    office_name: ReadOnly[str | None]
    office_area: ReadOnly[str | None]
    distance_km: ReadOnly[float | None]
    road_km: ReadOnly[float | None]
    minutes: ReadOnly[float | None]
    over_sea: ReadOnly[bool]
    land_minutes: ReadOnly[float]
