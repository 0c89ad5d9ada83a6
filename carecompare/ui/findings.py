"""The pieces of the page on what stands out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.comparisons import findings, led, looked_at, peer_figures
from carecompare.comparisons.finding_rules import (
    BEYOND,
    COURSE,
    JUMP,
    MISMATCH,
    PROFILE,
    RANKED,
    TREND,
)
from carecompare.comparisons.findings import CARE_NEED
from carecompare.comparisons.peer_figures import FEWEST_PEERS
from carecompare.text import find_words, finding_sentences, finding_words, peak_words, words
from carecompare.ui.blocks import section, show
from carecompare.ui.course import course_block
from carecompare.ui.dismissed import dismiss, dismissed, restore
from carecompare.ui.html import notes, plain
from carecompare.ui.keeping import keeper, show_author, show_outcome
from carecompare.ui.profile import judged_together, profile_block
from carecompare.ui.ranked import ranked_block
from carecompare.ui.supply import growth_block, people_to_come
from carecompare.ui.worksheet_tray import evidence_of, link_here, renamed, show_attach_of

if TYPE_CHECKING:
    from carecompare.comparisons import Finding, Findings
    from carecompare.ui.blocks import Block
    from carecompare.ui.frame import Page


def found(here: Page) -> Findings:
    """Return what stands out for the own municipality beside its comparators."""
    return here.remembered("findings", lambda: _found(here))


def _found(here: Page) -> Findings:
    latest = here.loaded.latest
    indicators = here.shared("looked at", lambda: looked_at(here.catalog.main_indicators, latest))
    names = [each.id for each in indicators]
    series = here.loaded.figures.series
    peers = here.of_peers(
        "peer figures", lambda: peer_figures(list(series(names, here.peers).values()), indicators, latest)
    )
    own = series(names, [here.own])[here.own]
    return findings(own, peers, people_to_come(here).rows, indicators, latest, judged_together(here))


def finding_sentence(here: Page, finding: Finding) -> str:
    """Return a finding in words."""
    own = here.own_label
    known = here.catalog.indicators
    if finding.rule == MISMATCH:
        need, *services = (known[name].name_ja for name in finding.indicators)
        return finding_sentences.mismatch(own, finding.way, need, services)
    if finding.rule == BEYOND:
        return finding_sentences.beyond(own, known[finding.indicators[0]], finding.way, finding.figures)
    if finding.rule == TREND:
        main = known[finding.indicators[0]]
        return finding_sentences.trend(own, main, finding.way, finding.year, finding.figures)
    if finding.rule == JUMP:
        return finding_sentences.jump(own, known[finding.indicators[0]], finding.year, finding.figures)
    (row,) = here.loaded.figures.rows_at({finding.indicators[0]: finding.year}, [here.own])
    return peak_words.peak(own, row, (int(finding.figures["now_year"]), finding.figures["now"]))


def show_findings(here: Page) -> None:
    """Draw every finding with its evidence and caution, then the cautions and what was set aside."""
    show_outcome()
    result = found(here)
    aside = dismissed(here)
    shown = [each for each in result.listed if each.key not in aside]
    st.html(notes(finding_words.LEAD))
    if len(here.peers) < FEWEST_PEERS:
        st.info(finding_sentences.too_few_peers(len(here.peers)))
    else:
        st.html(notes(finding_sentences.judged(result.judged.p_values, result.judged.by_chance)))
    section(finding_words.SECTION_LISTED.format(shown=len(shown)))
    if not shown:
        st.info(finding_words.NOTHING_LEFT if result.listed else finding_words.NOTHING)
    for place, finding in enumerate(shown):
        _show_finding(here, finding, is_first=place == 0)
    if result.cautions:
        section(finding_words.SECTION_CAUTIONS)
        st.html(notes(*(_caution(here, each) for each in result.cautions)))
    _show_dismissed(here, [each for each in result.listed if each.key in aside])
    show_author()
    with st.expander(finding_words.RULES_TITLE):
        st.markdown("\n".join(f"- {each}" for each in finding_words.RULES))


def _show_finding(here: Page, finding: Finding, *, is_first: bool) -> None:
    refusal = keeper().refusal
    with st.container(border=True):
        left, right = st.columns([7, 2], vertical_alignment="top")
        left.markdown(f"**{plain(finding_sentence(here, finding))}**")
        left.html(notes(f"{finding_words.RULE[finding.rule]}｜{finding_words.CAUTION[finding.caution]}"))
        with right:
            _links(here, finding)
            _show_attach(here, finding)
        right.button(
            finding_words.DISMISS,
            key=f"dismiss_{finding.key}",
            on_click=dismiss,
            args=(here.own, finding.key),
            icon=":material/visibility_off:",
            type="tertiary",
            disabled=bool(refusal),
            help=refusal or None,
        )
        # A picture is made when it is asked for: eight at once would keep the page waiting.
        place = st.expander(
            finding_words.EVIDENCE, expanded=is_first, key=f"evidence_{finding.key}", on_change="rerun"
        )
        if place.open:
            with place:
                show(here, finding_block(here, finding))


def _show_attach(here: Page, finding: Finding) -> None:
    said = finding_sentence(here, finding)
    subject = f"{finding_words.RULE[finding.rule]}｜{finding_words.CAUTION[finding.caution]}"
    link = link_here(here)
    show_attach_of(
        here,
        f"finding_{finding.key}",
        said,
        lambda: renamed(evidence_of(finding_block(here, finding), link), said, subject),
    )


def _links(here: Page, finding: Finding) -> None:
    field = here.catalog.fields.get(finding.field)
    label = finding_words.INITIATIVES_ALL
    if field is not None:
        label = finding_words.INITIATIVES.format(field=field.label_ja)
    selection = here.selection if field is None else replace(here.selection, field=finding.field)
    st.page_link(
        words.PAGES["initiatives"][2],
        label=label,
        icon=words.PAGES["initiatives"][1],
        query_params=selection.as_query(),
    )
    if led([finding], here.catalog.leads.values(), here.catalog.indicators, here.catalog.initiative_types):
        st.page_link(
            words.PAGES["find_initiatives"][2],
            label=find_words.LEADS_LINK,
            icon=words.PAGES["find_initiatives"][1],
            query_params=replace(here.selection, by="", finding=finding.key).as_query(),
        )
    if finding.topic == CARE_NEED or finding.rule == MISMATCH:
        st.page_link(
            words.PAGES["decomposition"][2],
            label=finding_words.DECOMPOSE,
            icon=words.PAGES["decomposition"][1],
            query_params=here.selection.as_query(),
        )


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


def _caution(here: Page, finding: Finding) -> str:
    name = here.catalog.indicators[finding.indicators[0]].name_ja if finding.indicators else ""
    insurer = here.loaded.insurers.get(here.own, "")
    return finding_sentences.caution(
        here.own_label, finding.way, name, finding.year, insurer, finding.figures
    )


def _show_dismissed(here: Page, aside: list[Finding]) -> None:
    if not aside:
        return
    with st.expander(finding_words.SECTION_DISMISSED.format(count=len(aside))):
        for finding in aside:
            left, right = st.columns([8, 1], vertical_alignment="center")
            left.html(notes(finding_sentence(here, finding)))
            right.button(
                finding_words.RESTORE,
                key=f"restore_{finding.key}",
                on_click=restore,
                args=(here.own, finding.key),
                width="stretch",
                disabled=bool(keeper().refusal),
            )
