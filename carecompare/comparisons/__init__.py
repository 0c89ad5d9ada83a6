"""From VALUES and chosen areas to what is shown: comparison, profile, course."""

from carecompare.comparisons.areas import (
    CODE_DIGITS,
    labelled_areas,
    municipal,
    prefecture_of,
    shared_insurers,
)
from carecompare.comparisons.comparators import (
    COMPARATORS,
    FACTORS,
    FEWEST,
    MOST,
    SAVED,
    SETS,
    USUAL,
    USUAL_FACTOR,
    Choice,
    Surroundings,
    comparator_codes,
)
from carecompare.comparisons.comparison import (
    Comparison,
    comparable,
    comparison,
    rankable,
    reason_for_care,
    without_shaky_value,
)
from carecompare.comparisons.coverage import (
    SourceCoverage,
    complete_areas,
    coverage_by_prefecture,
    coverage_by_source,
)
from carecompare.comparisons.decomposition import Decomposed, decomposed
from carecompare.comparisons.few import FEW_RESIDENTS
from carecompare.comparisons.finding_rules import Finding
from carecompare.comparisons.findings import Findings, findings, looked_at
from carecompare.comparisons.funnel import INSIDE as FUNNEL_INSIDE
from carecompare.comparisons.funnel import Funnel, funnel, funnel_curve, funnel_row
from carecompare.comparisons.grants import Ladder, is_repeated, ladders, rank_with, to_next_rank, to_regain
from carecompare.comparisons.indicator_year import IndicatorYear, figures_ranked, indicator_year
from carecompare.comparisons.judged import Judged, judged
from carecompare.comparisons.leads import Led, led
from carecompare.comparisons.nationwide import nationwide
from carecompare.comparisons.nearness import Nearness, nearness
from carecompare.comparisons.own_values import observed, own_values
from carecompare.comparisons.pair import Pair, PairLine, pair
from carecompare.comparisons.passport import Part, Passport, passport
from carecompare.comparisons.peer_figures import PeerFigures, peer_figures
from carecompare.comparisons.peer_table import PeerTable
from carecompare.comparisons.peers import POOLS, FeatureTable, Peers, feature_table, peers, similar_codes
from carecompare.comparisons.profile import Profile, peer_table, profile
from carecompare.comparisons.sheet import Sheet, by_distance, is_beyond, sheet
from carecompare.comparisons.special_area import (
    BELOW,
    READINGS,
    SpecialFigures,
    special_figures,
)
from carecompare.comparisons.standings import Standings
from carecompare.comparisons.towns import FoundTowns, Towns
from carecompare.comparisons.uncertainty import RankRange, rank_ranges, shrunk_value
from carecompare.comparisons.who_is_counted import MATTER, OLDEST_THEN, who_differs
from carecompare.comparisons.years.course import course
from carecompare.comparisons.years.pyramid import Pyramid, pyramid
from carecompare.comparisons.years.supply import Supply, supply
from carecompare.rows import OwnValue, Place

__all__ = [
    "BELOW",
    "CODE_DIGITS",
    "COMPARATORS",
    "FACTORS",
    "FEWEST",
    "FEW_RESIDENTS",
    "FUNNEL_INSIDE",
    "MATTER",
    "MOST",
    "OLDEST_THEN",
    "POOLS",
    "READINGS",
    "SAVED",
    "SETS",
    "USUAL",
    "USUAL_FACTOR",
    "Choice",
    "Comparison",
    "Decomposed",
    "FeatureTable",
    "Finding",
    "Findings",
    "FoundTowns",
    "Funnel",
    "IndicatorYear",
    "Judged",
    "Ladder",
    "Led",
    "Nearness",
    "OwnValue",
    "Pair",
    "PairLine",
    "Part",
    "Passport",
    "PeerFigures",
    "PeerTable",
    "Peers",
    "Place",
    "Profile",
    "Pyramid",
    "RankRange",
    "Sheet",
    "SourceCoverage",
    "SpecialFigures",
    "Standings",
    "Supply",
    "Surroundings",
    "Towns",
    "by_distance",
    "comparable",
    "comparator_codes",
    "comparison",
    "complete_areas",
    "course",
    "coverage_by_prefecture",
    "coverage_by_source",
    "decomposed",
    "feature_table",
    "figures_ranked",
    "findings",
    "funnel",
    "funnel_curve",
    "funnel_row",
    "indicator_year",
    "is_beyond",
    "is_repeated",
    "judged",
    "labelled_areas",
    "ladders",
    "led",
    "looked_at",
    "municipal",
    "nationwide",
    "nearness",
    "observed",
    "own_values",
    "pair",
    "passport",
    "peer_figures",
    "peer_table",
    "peers",
    "prefecture_of",
    "profile",
    "pyramid",
    "rank_ranges",
    "rank_with",
    "rankable",
    "reason_for_care",
    "shared_insurers",
    "sheet",
    "shrunk_value",
    "similar_codes",
    "special_figures",
    "supply",
    "to_next_rank",
    "to_regain",
    "who_differs",
    "without_shaky_value",
]
