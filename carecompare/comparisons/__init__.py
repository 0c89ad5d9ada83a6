"""From VALUES and chosen areas to what is shown: comparison, profile, course."""

from carecompare.comparisons.areas import labelled_areas, prefecture_of, shared_insurers
from carecompare.comparisons.comparators import COMPARATORS, comparator_codes
from carecompare.comparisons.comparison import INSURER_UNKNOWN, Comparison, Place, comparison
from carecompare.comparisons.course import course
from carecompare.comparisons.coverage import (
    SourceCoverage,
    complete_areas,
    coverage_by_prefecture,
    coverage_by_source,
)
from carecompare.comparisons.profile import Profile, profile

__all__ = [
    "COMPARATORS",
    "INSURER_UNKNOWN",
    "Comparison",
    "Place",
    "Profile",
    "SourceCoverage",
    "comparator_codes",
    "comparison",
    "complete_areas",
    "course",
    "coverage_by_prefecture",
    "coverage_by_source",
    "labelled_areas",
    "prefecture_of",
    "profile",
    "shared_insurers",
]
