"""From VALUES and chosen areas to what is shown: comparison, profile, course."""

from carecompare.comparisons.areas import labelled_areas, prefecture_of
from carecompare.comparisons.comparators import COMPARATORS, comparator_codes
from carecompare.comparisons.comparison import Comparison, Place, comparison
from carecompare.comparisons.course import course
from carecompare.comparisons.profile import Profile, profile

__all__ = [
    "COMPARATORS",
    "Comparison",
    "Place",
    "Profile",
    "comparator_codes",
    "comparison",
    "course",
    "labelled_areas",
    "prefecture_of",
    "profile",
]
