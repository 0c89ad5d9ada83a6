"""From VALUES and chosen areas to what is shown: comparison, profile, course."""

from carecompare.comparisons.areas import labelled_areas, prefecture_of, shared_insurers
from carecompare.comparisons.comparators import COMPARATORS, comparator_codes
from carecompare.comparisons.comparison import INSURER_UNKNOWN, Comparison, Place, comparison
from carecompare.comparisons.course import course
from carecompare.comparisons.own_values import OwnValue, own_values
from carecompare.comparisons.profile import Profile, profile

__all__ = [
    "COMPARATORS",
    "INSURER_UNKNOWN",
    "Comparison",
    "OwnValue",
    "Place",
    "Profile",
    "comparator_codes",
    "comparison",
    "course",
    "labelled_areas",
    "own_values",
    "prefecture_of",
    "profile",
    "shared_insurers",
]
