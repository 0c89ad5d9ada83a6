"""The pieces of the page on what stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.comparisons import led
from carecompare.comparisons.finding_rules import MISMATCH
from carecompare.comparisons.findings import CARE_NEED
from carecompare.comparisons.peer_figures import FEWEST_PEERS
from carecompare.own import DISMISSED_FINDINGS, DismissedFinding, DismissedFindings
from carecompare.text import words
from carecompare.text.topics import find_words, finding_words
from carecompare.text.topics.finding_words import DISMISSED, RESTORED
from carecompare.ui.parts.keeping import (
    attempt,
    keeper,
    nameless_keeper,
    save_button,
    show_author,
    show_outcome,
)
from carecompare.ui.parts.why import say_why
from carecompare.ui.parts.widgets import section
from carecompare.ui.use.attach import link_here, show_attach_of
from carecompare.ui.use.block import show
from carecompare.views.base.table import notes, plain
from carecompare.views.topics.findings import (
    dismissed,
    finding_block,
    finding_caution,
    finding_sentence,
    found,
)
from carecompare.views.topics.worksheet import evidence_of, renamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.comparisons import Finding
    from carecompare.views.base.here import Page


def dismiss(own: str, key: str) -> None:
    """Set a finding aside; meant for callbacks."""
    _keep(own, DISMISSED, lambda findings: (*findings, DismissedFinding(key)))


def restore(own: str, key: str) -> None:
    """Bring a finding back; meant for callbacks."""
    _keep(own, RESTORED, lambda findings: tuple(each for each in findings if each.id != key))


def _keep(
    own: str,
    success: str,
    changed: Callable[[tuple[DismissedFinding, ...]], tuple[DismissedFinding, ...]],
) -> None:
    def after(content: DismissedFindings | None, _version: int) -> DismissedFindings:
        return DismissedFindings(changed(content.findings if content else ()))

    with attempt(success):
        keeper().change(own, DISMISSED_FINDINGS, after)


def show_findings(here: Page) -> None:
    """Draw every finding with its evidence and caution, then the cautions and what was set aside."""
    show_outcome()
    result = found(here)
    aside = dismissed(here)
    shown = [each for each in result.listed if each.key not in aside]
    st.html(notes(finding_words.LEAD))
    say_why(nameless_keeper().refusal)
    if len(here.peers) < FEWEST_PEERS:
        st.info(finding_words.too_few_peers(len(here.peers)))
    else:
        st.html(notes(finding_words.judged(result.judged.p_values, result.judged.by_chance)))
    section(finding_words.SECTION_LISTED.format(shown=len(shown)))
    if not shown:
        st.info(finding_words.NOTHING_LEFT if result.listed else finding_words.NOTHING)
    for place, finding in enumerate(shown):
        _show_finding(here, finding, is_first=place == 0)
    if result.cautions:
        section(finding_words.SECTION_CAUTIONS)
        st.html(notes(*(finding_caution(here, each) for each in result.cautions)))
    _show_dismissed(here, [each for each in result.listed if each.key in aside])
    show_author()
    with st.expander(finding_words.RULES_TITLE):
        st.markdown("\n".join(f"- {each}" for each in finding_words.RULES))


def _show_finding(here: Page, finding: Finding, *, is_first: bool) -> None:
    with st.container(border=True):
        left, right = st.columns([7, 2], vertical_alignment="top")
        left.markdown(f"**{plain(finding_sentence(here, finding))}**")
        left.html(notes(f"{finding_words.RULE[finding.rule]}｜{finding_words.CAUTION[finding.caution]}"))
        with right:
            _links(here, finding)
            _show_attach(here, finding)
        save_button(
            finding_words.DISMISS,
            dismiss,
            (here.own, finding.key),
            key=f"dismiss_{finding.key}",
            place=right,
            kind="tertiary",
            icon=":material/visibility_off:",
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
    selection = here.selection if field is None else here.selection.changed(field=finding.field)
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
            query_params=here.selection.changed(by="", finding=finding.key).as_query(),
        )
    if finding.topic == CARE_NEED or finding.rule == MISMATCH:
        st.page_link(
            words.PAGES["decomposition"][2],
            label=finding_words.DECOMPOSE,
            icon=words.PAGES["decomposition"][1],
            query_params=here.selection.as_query(),
        )


def _show_dismissed(here: Page, aside: list[Finding]) -> None:
    if not aside:
        return
    with st.expander(finding_words.SECTION_DISMISSED.format(count=len(aside))):
        for finding in aside:
            left, right = st.columns([8, 1], vertical_alignment="center")
            left.html(notes(finding_sentence(here, finding)))
            save_button(
                finding_words.RESTORE,
                restore,
                (here.own, finding.key),
                key=f"restore_{finding.key}",
                place=right,
                kind="secondary",
                width="stretch",
            )
