"""The only package that speaks DuckDB: write a store in one step, ask it one question per function."""

from carecompare.store.files import Store, current_store, open_store, publish, versioned_name
from carecompare.store.grants import GrantArea, GrantYear, grant_year, grant_years
from carecompare.store.health import figures_held, gaps, outside_positions
from carecompare.store.in_memory import IndicatorValues, indicator_values
from carecompare.store.places import points_without_position, sites, town_points
from carecompare.store.read import (
    CountOrigin,
    ListGap,
    ages_of,
    area_groups,
    areas,
    count_origins,
    counts_in_year,
    counts_of_municipalities,
    figures_of_counts,
    insurer_members,
    list_gaps,
    neighbours,
    offices,
    residents_from,
    values_over_years,
)
from carecompare.store.write import StoreContent, write_store

__all__ = [
    "CountOrigin",
    "GrantArea",
    "GrantYear",
    "IndicatorValues",
    "ListGap",
    "Store",
    "StoreContent",
    "ages_of",
    "area_groups",
    "areas",
    "count_origins",
    "counts_in_year",
    "counts_of_municipalities",
    "current_store",
    "figures_held",
    "figures_of_counts",
    "gaps",
    "grant_year",
    "grant_years",
    "indicator_values",
    "insurer_members",
    "list_gaps",
    "neighbours",
    "offices",
    "open_store",
    "outside_positions",
    "points_without_position",
    "publish",
    "residents_from",
    "sites",
    "town_points",
    "values_over_years",
    "versioned_name",
    "write_store",
]
