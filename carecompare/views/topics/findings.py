"""What stands out in a town, and the evidence for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carecompare.comparisons import findings, looked_at, peer_figures
from carecompare.comparisons.finding_rules import BEYOND, COURSE, JUMP, MISMATCH, PROFILE, RANKED, TREND
from carecompare.own import DISMISSED_FINDINGS
from carecompare.text.topics import finding_words, peak_words
from carecompare.views.shapes.course import course_block
from carecompare.views.shapes.profile import judged_together, profile_block
from carecompare.views.shapes.ranked import ranked_block
from carecompare.views.topics.supply import growth_block, people_to_come

if TYPE_CHECKING:
    from carecompare.comparisons import Finding, Findings
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def dismissed(here: Page) -> frozenset[str]:
    """Return the keys of the findings of the own municipality that were set aside.

    Raises
    ------
    OwnDataError
        If what is kept cannot be read.
    """
    kept = here.kept(DISMISSED_FINDINGS)
    return frozenset(each.id for each in kept.content.findings) if kept else frozenset()


def found(here: Page) -> Findings:
    """Return what stands out for the own municipality beside its comparators."""
    return here.cached("choice", "findings", lambda: _found(here))


def _found(here: Page) -> Findings:
    latest = here.loaded.latest
    indicators = here.cached(
        "everybody", "looked at", lambda: looked_at(here.catalog.main_indicators, latest)
    )
    names = [each.id for each in indicators]
    series = here.loaded.figures.series
    peers = here.cached(
        "peers",
        "peer figures",
        lambda: peer_figures(list(series(names, here.peers).values()), indicators, latest),
    )
    own = series(names, [here.own])[here.own]
    return findings(own, peers, people_to_come(here).rows, indicators, latest, judged_together(here))


def finding_sentence(here: Page, finding: Finding) -> str:
    """Return a finding in words."""
    own = here.own_label
    known = here.catalog.indicators
    if finding.rule == MISMATCH:
        need, *services = (known[name].name_ja for name in finding.indicators)
        return finding_words.mismatch(own, finding.way, need, services)
    if finding.rule == BEYOND:
        return finding_words.beyond(own, known[finding.indicators[0]], finding.way, finding.figures)
    if finding.rule == TREND:
        main = known[finding.indicators[0]]
        return finding_words.trend(own, main, finding.way, finding.year, finding.figures)
    if finding.rule == JUMP:
        return finding_words.jump(own, known[finding.indicators[0]], finding.year, finding.figures)
    (row,) = here.loaded.figures.rows_at({finding.indicators[0]: finding.year}, [here.own])
    return peak_words.peak(own, row, (int(finding.figures["now_year"]), finding.figures["now"]))


def finding_block(here: Page, finding: Finding) -> Block:
    """Return the block that shows a finding, as a view."""
    return here.view("finding", "", lambda: evidence_block(here, finding), part=finding.key)


def evidence_block(here: Page, finding: Finding) -> Block:
    """Return the block that shows a finding.

    Parameters
    ----------
    here : Page
        The page with its choice.
    finding : Finding
        What it says.

    Returns
    -------
    Block
        Ready to show; its key is its own on the page.
    """
    known = here.catalog.indicators
    if finding.evidence == RANKED:
        block = ranked_block(here, known[finding.indicators[0]], finding.year)
    elif finding.evidence == COURSE:
        block = course_block(here, known[finding.indicators[0]])
    elif finding.evidence == PROFILE:
        shown = [known[name] for name in finding.indicators]
        block = profile_block(here, "mismatch", shown)
    else:
        block = growth_block(here, people_to_come(here))
    return replace(block, key=f"finding_{finding.rule}_{block.key}")


def finding_caution(here: Page, finding: Finding) -> str:
    """Return what to keep in mind about a finding."""
    name = here.catalog.indicators[finding.indicators[0]].name_ja if finding.indicators else ""
    insurer = here.loaded.insurers.get(here.own, "")
    return finding_words.caution(here.own_label, finding.way, name, finding.year, insurer, finding.figures)
