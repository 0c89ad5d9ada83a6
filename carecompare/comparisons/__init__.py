"""From VALUES and chosen areas to what is shown: comparison, profile, course."""

from carecompare.comparisons.areas import CODE_DIGITS, labelled_areas, prefecture_of, shared_insurers
from carecompare.comparisons.comparators import (
    COMPARATORS,
    FACTORS,
    FEWEST,
    MOST,
    USUAL,
    USUAL_FACTOR,
    Choice,
    Surroundings,
    comparator_codes,
)
from carecompare.comparisons.comparison import INSURER_UNKNOWN, Comparison, Place, comparison
from carecompare.comparisons.course import course
from carecompare.comparisons.everywhere import Everywhere, everywhere
from carecompare.comparisons.passport import Part, Passport, passport
from carecompare.comparisons.peers import POOLS, FeatureTable, Peers, feature_table, peers, similar_codes
from carecompare.comparisons.profile import Profile, profile

__all__ = [
    "CODE_DIGITS",
    "COMPARATORS",
    "FACTORS",
    "FEWEST",
    "INSURER_UNKNOWN",
    "MOST",
    "POOLS",
    "USUAL",
    "USUAL_FACTOR",
    "Choice",
    "Comparison",
    "Everywhere",
    "FeatureTable",
    "Part",
    "Passport",
    "Peers",
    "Place",
    "Profile",
    "Surroundings",
    "comparator_codes",
    "comparison",
    "course",
    "everywhere",
    "feature_table",
    "labelled_areas",
    "passport",
    "peers",
    "prefecture_of",
    "profile",
    "shared_insurers",
    "similar_codes",
]
