"""From VALUES and chosen areas to what is shown: comparison, profile, course."""

from carecompare.comparisons.areas import CODE_DIGITS, labelled_areas, prefecture_of, shared_insurers
from carecompare.comparisons.comparators import COMPARATORS, comparator_codes
from carecompare.comparisons.comparison import INSURER_UNKNOWN, Comparison, Place, comparison
from carecompare.comparisons.course import course
from carecompare.comparisons.decomposition import Decomposed, decomposed
from carecompare.comparisons.everywhere import Everywhere, everywhere
from carecompare.comparisons.finding_rules import Finding
from carecompare.comparisons.findings import Findings, findings
from carecompare.comparisons.own_values import OwnValue, own_values
from carecompare.comparisons.passport import Part, Passport, passport
from carecompare.comparisons.profile import Profile, profile
from carecompare.comparisons.sheet import Sheet, by_distance, is_beyond, sheet
from carecompare.comparisons.standings import Standings, standings
from carecompare.comparisons.supply import Supply, supply
from carecompare.comparisons.uncertainty import RankRange, rank_ranges, shrunk_value

__all__ = [
    "CODE_DIGITS",
    "COMPARATORS",
    "INSURER_UNKNOWN",
    "Comparison",
    "Decomposed",
    "Everywhere",
    "Finding",
    "Findings",
    "OwnValue",
    "Part",
    "Passport",
    "Place",
    "Profile",
    "RankRange",
    "Sheet",
    "Standings",
    "Supply",
    "by_distance",
    "comparator_codes",
    "comparison",
    "course",
    "decomposed",
    "everywhere",
    "findings",
    "is_beyond",
    "labelled_areas",
    "own_values",
    "passport",
    "prefecture_of",
    "profile",
    "rank_ranges",
    "shared_insurers",
    "sheet",
    "shrunk_value",
    "standings",
    "supply",
]
