"""From VALUES and chosen areas to what is shown: comparison, profile, course."""

from carecompare.comparisons.areas import CODE_DIGITS, labelled_areas, prefecture_of, shared_insurers
from carecompare.comparisons.comparators import COMPARATORS, comparator_codes
from carecompare.comparisons.comparison import INSURER_UNKNOWN, Comparison, Place, comparison
from carecompare.comparisons.course import course
from carecompare.comparisons.everywhere import Everywhere, everywhere
from carecompare.comparisons.own_values import OwnValue, own_values
from carecompare.comparisons.passport import Part, Passport, passport
from carecompare.comparisons.profile import Profile, profile

__all__ = [
    "CODE_DIGITS",
    "COMPARATORS",
    "INSURER_UNKNOWN",
    "Comparison",
    "Everywhere",
    "OwnValue",
    "Part",
    "Passport",
    "Place",
    "Profile",
    "comparator_codes",
    "comparison",
    "course",
    "everywhere",
    "labelled_areas",
    "own_values",
    "passport",
    "prefecture_of",
    "profile",
    "shared_insurers",
]
