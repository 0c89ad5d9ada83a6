"""The only package that speaks DuckDB: it asks a store one question per function.

Not imported here: `write`, which makes a store (pandas); `in_memory` and `grants`, which need numpy.
"""

from carecompare.store.files import Store, current_store, open_store, publish, versioned_name
from carecompare.store.fresh import fingerprint, fresh_store
from carecompare.store.health import figures_held, gaps, outside_positions
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
    former_names,
    insurer_members,
    list_gaps,
    neighbours,
    offices,
    residents_from,
)
from carecompare.store.values import is_indicator, values_over_years

__all__ = [
    "CountOrigin",
    "ListGap",
    "Store",
    "ages_of",
    "area_groups",
    "areas",
    "count_origins",
    "counts_in_year",
    "counts_of_municipalities",
    "current_store",
    "figures_held",
    "figures_of_counts",
    "fingerprint",
    "former_names",
    "fresh_store",
    "gaps",
    "insurer_members",
    "is_indicator",
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
]
