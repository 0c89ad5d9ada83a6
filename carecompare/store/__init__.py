"""The only package that speaks DuckDB: write a store in one step, ask it one question per function."""

from carecompare.store.files import Store, current_store, open_store, publish, versioned_name
from carecompare.store.health import figures_held, gaps
from carecompare.store.read import (
    CountOrigin,
    area_groups,
    areas,
    count_origins,
    counts_in_year,
    counts_of_municipalities,
    figures_of_counts,
    initiatives,
    insurer_members,
    municipal_values,
    neighbours,
    offices,
    rows_at,
    rows_of_areas,
    values,
    values_over_years,
    years,
)
from carecompare.store.write import StoreContent, write_store

__all__ = [
    "CountOrigin",
    "Store",
    "StoreContent",
    "area_groups",
    "areas",
    "count_origins",
    "counts_in_year",
    "counts_of_municipalities",
    "current_store",
    "figures_held",
    "figures_of_counts",
    "gaps",
    "initiatives",
    "insurer_members",
    "municipal_values",
    "neighbours",
    "offices",
    "open_store",
    "publish",
    "rows_at",
    "rows_of_areas",
    "values",
    "values_over_years",
    "versioned_name",
    "write_store",
    "years",
]
