"""From VALUES and chosen areas to what is shown: comparison, profile, course."""

from carecompare.comparisons.areas import CODE_DIGITS, labelled_areas, prefecture_of, shared_insurers
from carecompare.comparisons.comparators import COMPARATORS, comparator_codes
from carecompare.comparisons.comparison import INSURER_UNKNOWN, Comparison, Place, comparison
from carecompare.comparisons.course import course
from carecompare.comparisons.coverage import (
    SourceCoverage,
    complete_areas,
    coverage_by_prefecture,
    coverage_by_source,
)
from carecompare.comparisons.everywhere import Everywhere, everywhere
from carecompare.comparisons.passport import Part, Passport, passport
from carecompare.comparisons.profile import Profile, profile

__all__ = [
    "CODE_DIGITS",
    "COMPARATORS",
    "INSURER_UNKNOWN",
    "Comparison",
    "Everywhere",
    "Part",
    "Passport",
    "Place",
    "Profile",
    "SourceCoverage",
    "comparator_codes",
    "comparison",
    "complete_areas",
    "course",
    "coverage_by_prefecture",
    "coverage_by_source",
    "everywhere",
    "labelled_areas",
    "passport",
    "prefecture_of",
    "profile",
    "shared_insurers",
]
