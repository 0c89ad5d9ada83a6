"""What stands out of all that is known of a municipality: rules applied, ranked, and cleared of doubles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carecompare.comparisons.comparison import reason_for_care
from carecompare.comparisons.few import FEW_RESIDENTS
from carecompare.comparisons.finding_rules import (
    BEYOND,
    CAUTION,
    HIGHER,
    LOWER,
    MISMATCH,
    PEAK,
    PROFILE,
    PROSPECT,
    Finding,
    beyond_peers,
    data_caution,
    jump,
    trends,
)
from carecompare.comparisons.years.supply import OLDER
from carecompare.measures.demand import NO_PEAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons.judged import Judged
    from carecompare.comparisons.peer_figures import PeerFigures
    from carecompare.rows import ProjectedRow, ValueRow

MOST = 8
CERTIFICATION, STANDARDISED = "certification_rate", "certification_rate_standardised"
# Need is read from the certification rate, and where that is an insurer's or unknown from the oldest.
NEEDS = (CERTIFICATION, "share_85_and_over", "share_75_and_over")
RESOURCES, CARE_NEED, AGING = "resources", "care_need", "aging"
# Care services are those counted per residents of this age.
SERVED = ("population_75_and_over",)
OLDER_PEAK = "year_of_75_and_over_peak"
MISMATCH_SCORE, PEAK_SCORE = 4.0, 2.5
FEWEST_SERVICES = 2
# What a place is like, not what it does: no finding of its own.
BACKGROUND = ("population", "industry", "finance")
MOST_OF_TOPIC = {AGING: 1, "households": 1, RESOURCES: 5}


@dataclass(frozen=True)
class Findings:
    """What stands out, and what limits it.

    Parameters
    ----------
    listed : tuple of Finding
        From the highest score, at most `MOST`.
    cautions : tuple of Finding
        About the figures themselves.
    judged : Judged
        The figures that were judged beside the peers.
    """

    listed: tuple[Finding, ...]
    cautions: tuple[Finding, ...]
    judged: Judged


def looked_at(indicators: Iterable[Indicator], latest: Mapping[str, int]) -> list[Indicator]:
    """Return the indicators that may stand out: with figures, neither background nor the past of another.

    Designations of which the places are counted too do not: where one house holds two of them, a place has
    not more than another that holds one.
    """
    given = [each for each in indicators if each.id in latest]
    history = {each.history for each in given}
    designations = {each.places_of for each in given}
    return [
        each
        for each in given
        if each.id not in history and each.topic not in BACKGROUND and each.numerator not in designations
    ]


def findings(
    own: Mapping[str, Sequence[ValueRow]],
    peers: PeerFigures,
    projected: Sequence[ProjectedRow],
    indicators: Sequence[Indicator],
    latest: Mapping[str, int],
    by: Judged,
) -> Findings:
    """Apply every rule.

    Parameters
    ----------
    own : mapping of str to sequence of ValueRow
        VALUES of the own municipality by indicator, each by year.
    peers : PeerFigures
        What its peers say of the same indicators.
    projected : sequence of ProjectedRow
        Rows of `Supply`: the projected population of the own municipality.
    indicators : sequence of Indicator
        From `looked_at`, in the catalogue's order; of two with equal scores the earlier comes first.
    latest : mapping of str to int
        Latest observed year by indicator.
    by : Judged
        All figures of the own municipality, judged together.

    Returns
    -------
    Findings
        Of figures that overlap (a part and its whole, a rate and its standardised form) one is kept, so that
        no two contradict each other.
    """
    now = {
        each.id: row for each in indicators for row in own.get(each.id, ()) if row["year"] == latest[each.id]
    }
    beyond = beyond_peers(indicators, now, peers, by)
    by_id = {each.id: each for each in indicators}
    joined = _mismatches(beyond, by_id)
    taken = {name for found in joined for name in found.indicators[1:]}
    alone = [found for found in _certification(beyond) if found.indicators[0] not in taken]
    trend_of = trends(indicators, own, peers)
    moving = [
        found
        for each in indicators
        for found in (trend_of.get(each.id), jump(each, own.get(each.id, ()), peers))
        if found
    ]
    ranked = sorted([*joined, *alone, *moving, *_peaks(now, projected)], key=lambda found: -found.score)
    cautions = _cautions(indicators, now, peers, projected)
    return Findings(_without_doubles(ranked, by_id)[:MOST], cautions, by)


def _mismatches(beyond: Sequence[Finding], by_id: Mapping[str, Indicator]) -> list[Finding]:
    """Return care offices out of line with need: score 4, plus 0.3 for each service, at most 3 of them.

    Two services or more that do not overlap; a single one is a finding of its own.
    """
    found: list[Finding] = []
    of = {each.indicators[0]: each for each in beyond}
    need = next((of[name] for name in NEEDS if name in of), None)
    if need is None:
        return found
    opposite = LOWER if need.way == HIGHER else HIGHER
    scarce = sorted(
        (
            each
            for each in beyond
            if each.topic == RESOURCES
            and by_id[each.indicators[0]].denominator == SERVED
            and each.way == opposite
        ),
        key=lambda each: -each.score,
    )
    scarce = list(_without_doubles(scarce, by_id))
    if len(scarce) >= FEWEST_SERVICES:
        names = (need.indicators[0], *(each.indicators[0] for each in scarce))
        score = MISMATCH_SCORE + 0.3 * min(len(scarce), 3)
        found.append(
            Finding(
                MISMATCH,
                need.way,
                names,
                RESOURCES,
                scarce[0].field,
                scarce[0].year,
                score,
                caution="mismatch",
                evidence=PROFILE,
            )
        )
    return found


def _certification(beyond: Sequence[Finding]) -> list[Finding]:
    """Return findings in which the certification rates do not contradict or repeat each other.

    The standardised rate speaks before the crude one; where only the crude one differs, its caution says that
    the ages may explain it.
    """
    of_need = {each.indicators[0]: each for each in beyond if each.topic == CARE_NEED}
    main = of_need.get(STANDARDISED) or of_need.get(CERTIFICATION)
    kept = [each for each in beyond if each.topic != CARE_NEED]
    if main is not None:
        kept.append(replace(main, caution="judgement" if main.indicators[0] == STANDARDISED else "ages"))
    kept += [
        each
        for name, each in of_need.items()
        if name not in {STANDARDISED, CERTIFICATION} and (main is None or each.way != main.way)
    ]
    return kept


def _peaks(now: Mapping[str, ValueRow], projected: Sequence[ProjectedRow]) -> list[Finding]:
    """Return when most residents are 75 and over, with what is projected for the first year to compare."""
    row = now.get(OLDER_PEAK)
    first = next((each for each in projected if each["series"] == OLDER), None)
    if row is None or first is None or row["method"] == NO_PEAK or first["population"] < FEW_RESIDENTS:
        return []
    figures = {"now": float(first["population"]), "now_year": float(first["year"])}
    return [
        Finding(
            PEAK,
            "peak",
            (OLDER_PEAK,),
            AGING,
            "",
            row["year"],
            PEAK_SCORE,
            figures,
            caution="projection",
            evidence=PROSPECT,
        )
    ]


def _without_doubles(ranked: Sequence[Finding], by_id: Mapping[str, Indicator]) -> tuple[Finding, ...]:
    """Return the findings without those that speak of counts an earlier one of the same rule spoke of."""
    kept: list[Finding] = []
    spoken: dict[str, set[str]] = {}
    of_topic: dict[str, int] = {}
    for found in ranked:
        # Need may be spoken of by itself too; the services of a mismatch may not.
        named = found.indicators[1:] if found.rule == MISMATCH else found.indicators
        counts = {count for name in named for count in (*by_id[name].numerator, *by_id[name].places_of)}
        group = BEYOND if found.rule == MISMATCH else found.rule
        if counts & spoken.setdefault(group, set()):
            continue
        if found.rule == BEYOND:
            most = MOST_OF_TOPIC.get(found.topic, MOST)
            if of_topic.get(found.topic, 0) >= most:
                continue
            of_topic[found.topic] = of_topic.get(found.topic, 0) + 1
        spoken[group] |= counts
        kept.append(found)
    return tuple(kept)


def _cautions(
    indicators: Sequence[Indicator],
    now: Mapping[str, ValueRow],
    peers: PeerFigures,
    projected: Sequence[ProjectedRow],
) -> tuple[Finding, ...]:
    """Return one caution of each kind, and how many resources are too few to be spoken of."""
    kinds: dict[str, Finding] = {}
    for each in indicators:
        found = data_caution(each, now[each.id]) if each.id in now else None
        if found is not None:
            kinds.setdefault(found.way, found)
    resources = [
        each.id
        for each in indicators
        if each.topic == RESOURCES and (each.id in now or each.id in peers.known)
    ]
    reasons = [reason_for_care(now[name]) for name in resources if name in now]
    few = sum(reason in {"few_events", "few_residents"} for reason in reasons)
    if few:
        figures = {"few": float(few), "all": float(len(resources))}
        kinds["few_events"] = Finding(CAUTION, "few_events", (), RESOURCES, "", figures=figures)
    if not projected:
        kinds["no_projection"] = Finding(CAUTION, "no_projection", topic=AGING)
    return tuple(kinds.values())
