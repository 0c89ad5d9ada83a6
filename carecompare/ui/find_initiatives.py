"""The page on whose initiatives fit: what is looked for, the list from the nearest, the rest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import comparator_words, find_words, words
from carecompare.ui.blocks import Block, section, show
from carecompare.ui.comparators import why_empty_similar
from carecompare.ui.examples import examples
from carecompare.ui.find_cards import figures_file, figures_source, show_cards_of
from carecompare.ui.find_chart import show_then_and_now, then_and_now_block
from carecompare.ui.find_wanted import FIELD, FINDINGS, TYPE, chosen_field, chosen_type, wanted_of
from carecompare.ui.findings import finding_sentence
from carecompare.ui.html import Table, notes, plain
from carecompare.ui.registered import labels_of
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.comparisons import Nearness
    from carecompare.ui.examples import Example
    from carecompare.ui.find_wanted import Wanted
    from carecompare.ui.frame import Page

# No key of a finding: it stands for all of them.
EVERY_FINDING = "every"
VIEW = "find_initiatives"


def show_find_initiatives(here: Page) -> None:
    """Draw what is looked for and the examples that fit, the nearest first.

    Raises
    ------
    OwnDataError
        If something of the town's own cannot be read.
    """
    st.caption(find_words.LEAD)
    wanted = wanted_of(here)
    _show_choice(here, wanted)
    listed, near = examples(here)
    fitting = [each for each in listed if wanted.fits(each)]
    section(find_words.SECTION_LIST.format(count=len(fitting)))
    if not near.peers.is_comparable:
        st.info(why_empty_similar(here))
    if fitting:
        show(here, _list(here, wanted, fitting, near))
    else:
        st.info(find_words.NOTHING_FITS)
    _show_rest([each for each in listed if each not in fitting])
    if fitting:
        section(find_words.SECTION_CARDS)
        st.info(find_words.NO_EFFECT, icon=":material/warning:")
        show_then_and_now(here, fitting)
        show_cards_of(here, fitting, near, wanted.types)


def list_block(here: Page) -> Block | None:
    """Return the list of the examples that fit, as a view; None where none does."""
    wanted = wanted_of(here)
    listed, near = examples(here)
    fitting = [each for each in listed if wanted.fits(each)]
    return _list(here, wanted, fitting, near) if fitting else None


def chart_block(here: Page) -> Block | None:
    """Return the figures of then and now of the examples that fit, as a view; None where none does."""
    wanted = wanted_of(here)
    fitting = [each for each in examples(here)[0] if wanted.fits(each)]
    return then_and_now_block(here, fitting) if fitting else None


def _show_choice(here: Page, wanted: Wanted) -> None:
    by = here.selection.by or FINDINGS
    set_widget("by", by)
    st.segmented_control(
        find_words.BY,
        options=list(find_words.BYS),
        format_func=find_words.BYS.__getitem__,
        required=True,
        key=widget_key("by"),
        on_change=choose_from_widget,
        args=("by",),
    )
    if by == FIELD:
        _show_fields(here)
    elif by == TYPE:
        _show_types(here)
    elif by == FINDINGS:
        _show_leads(here, wanted)


def _show_fields(here: Page) -> None:
    fields = here.catalog.fields
    set_widget("field", chosen_field(here), FIELD)
    st.pills(
        find_words.FIELD,
        options=list(fields),
        format_func=lambda each: f"{fields[each].symbol} {fields[each].label_ja}",
        required=True,
        key=widget_key("field", FIELD),
        on_change=choose_from_widget,
        args=("field", FIELD),
    )


def _show_types(here: Page) -> None:
    types, fields = here.catalog.initiative_types, here.catalog.fields
    set_widget("type", chosen_type(here))
    st.selectbox(
        find_words.TYPE,
        options=list(types),
        format_func=lambda each: f"{types[each].label_ja}（{fields[types[each].field].label_ja}）",
        key=widget_key("type"),
        on_change=choose_from_widget,
        args=("type",),
    )


def _show_leads(here: Page, wanted: Wanted) -> None:
    if not wanted.used:
        st.info(find_words.NO_LEADS)
        return
    said = {each.finding.key: finding_sentence(here, each.finding) for each in wanted.known}
    asked = here.selection.finding
    if asked and asked not in said:
        st.info(find_words.GONE)
    set_widget("finding", asked if asked in said else EVERY_FINDING)
    options = {EVERY_FINDING: find_words.ALL_FINDINGS.format(count=len(said)), **said}
    st.selectbox(
        find_words.FINDING,
        options=list(options),
        format_func=options.__getitem__,
        key=widget_key("finding"),
        on_change=choose_from_widget,
        args=("finding",),
    )
    names = dict.fromkeys(name for each in wanted.used for name in each.leads)
    why = "／".join(here.catalog.leads[name].label_ja for name in names)
    in_order = [each for each in here.catalog.initiative_types if each in wanted.types]
    st.html(
        notes(
            *(find_words.FOUND_BY.format(finding=said[each.finding.key]) for each in wanted.used),
            find_words.LOOKED_FOR.format(types=labels_of(here, in_order)),
            find_words.WHY.format(why=why),
            find_words.GAPS,
        )
    )


def _list(here: Page, wanted: Wanted, fitting: Sequence[Example], near: Nearness) -> Block:
    selection = here.selection
    preset = here.catalog.presets[selection.preset or next(iter(here.catalog.presets))]
    rows = [
        (
            _place(near, each),
            each.name,
            each.title,
            _fitting_types(here, wanted, each),
            find_words.TITLE_ONLY if each.is_title_only else each.evidence,
        )
        for each in fitting
    ]
    return Block(
        key=f"find_initiatives_{here.own}",
        finding=_sentence(here, wanted, fitting[0], near),
        subtitle=find_words.SUBTITLE.format(
            own=here.own_label,
            preset=preset.label_ja,
            changed=comparator_words.CHANGED if selection.weights else "",
            of=f"{near.of:,}",
        ),
        table=Table(find_words.COLUMNS, rows, faint=frozenset({words.UNCONFIRMED}), kind="initiatives"),
        file=partial(figures_file, here, fitting, near, wanted.types),
        origins=figures_source(here, fitting),
        notes=(find_words.NEAR_NO_TARGET, find_words.OWN_LEFT_OUT),
        view=VIEW,
    )


def _sentence(here: Page, wanted: Wanted, first: Example, near: Nearness) -> str:
    place = near.place(first.area)
    if place is None:
        return find_words.NO_SENTENCE.format(own=here.own_label)
    scope = find_words.SCOPES[wanted.by].format(own=here.own_label, chosen=wanted.chosen)
    return find_words.FINDING_SENTENCE.format(scope=scope, name=first.name, of=f"{near.of:,}", place=place)


def _place(near: Nearness, example: Example) -> str:
    place = near.place(example.area)
    return find_words.NO_PLACE if place is None else find_words.PLACE.format(place=f"{place:,}")


def _fitting_types(here: Page, wanted: Wanted, example: Example) -> str:
    shared = [
        each
        for each in here.catalog.initiative_types
        if each in example.types and (wanted.is_open or each in wanted.types)
    ]
    return labels_of(here, shared) or words.UNCONFIRMED


def _show_rest(rest: Sequence[Example]) -> None:
    if not rest:
        return
    with st.expander(find_words.UNCONFIRMED.format(count=len(rest))):
        st.html(notes(find_words.UNCONFIRMED_NOTE))
        lines = (find_words.CARD_TITLE.format(name=each.name, title=each.title) for each in rest)
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
