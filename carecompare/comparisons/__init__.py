"""From VALUES and chosen areas to what is shown: comparison, profile, course."""

from carecompare.comparisons.areas import labelled_areas, prefecture_of, shared_insurers
from carecompare.comparisons.comparators import COMPARATORS, comparator_codes
from carecompare.comparisons.comparison import INSURER_UNKNOWN, Comparison, Place, comparison
from carecompare.comparisons.course import course
from carecompare.comparisons.everywhere import everywhere
from carecompare.comparisons.profile import Profile, profile

__all__ = [
    "COMPARATORS",
    "INSURER_UNKNOWN",
    "Comparison",
    "Place",
    "Profile",
    "comparator_codes",
    "comparison",
    "course",
    "everywhere",
    "labelled_areas",
    "prefecture_of",
    "profile",
    "shared_insurers",
]
