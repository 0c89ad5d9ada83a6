"""The page on whose initiatives fit: what is looked for, the list from the nearest, the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.origins import source_text
from carecompare.text import comparator_words, words
from carecompare.text.topics import find_words
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.comparators import why_empty_similar
from carecompare.views.base.table import notes, plain
from carecompare.views.topics.findings import finding_sentence
from carecompare.views.topics.initiatives.example_chart import (
    PLACE,
    SHOWN,
    chosen_example_indicator,
    then_and_now_block,
)
from carecompare.views.topics.initiatives.example_figures import (
    MOST_CARDS,
    figures_source,
    fitting_types_line,
    place_line,
    source_links,
    then_and_now_table,
)
from carecompare.views.topics.initiatives.example_list import EVERY_FINDING, listed_examples
from carecompare.views.topics.initiatives.examples import (
    BY,
    BY_FIELD,
    BY_FINDINGS,
    BY_TYPE,
    FINDING,
    chosen_field,
    chosen_type,
    examples,
    wanted_of,
)
from carecompare.views.topics.initiatives.registered import labels_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from carecompare.comparisons import Nearness
    from carecompare.views.base.here import Page
    from carecompare.views.topics.initiatives.examples import Example, Wanted


def show_cards_of(here: Page, listed: Sequence[Example], near: Nearness, wanted: Collection[str]) -> None:
    """Draw the examples with the figures of their municipalities.

    Parameters
    ----------
    here : Page
        The page with its choice.
    listed : sequence of Example
        The nearest first; at most twelve are drawn.
    near : Nearness
        How near they are.
    wanted : collection of str
        Types that are looked for; none for all.
    """
    for each in listed[:MOST_CARDS]:
        with st.container(border=True):
            _show_one(here, each, near, wanted)
    more = find_words.MORE_CARDS.format(most=MOST_CARDS) if len(listed) > MOST_CARDS else ""
    st.html(
        notes(
            more,
            find_words.AS_COUNTED,
            find_words.UNKNOWN_AGES,
            find_words.NO_THEN,
            source_text(figures_source(here, listed[:MOST_CARDS])),
        )
    )


def _show_one(here: Page, each: Example, near: Nearness, wanted: Collection[str]) -> None:
    place = near.place(each.area)
    head = find_words.CARD_TITLE.format(name=each.name, title=each.title)
    st.markdown(f"**{plain(head)}**")
    left, right = st.columns([4, 5], gap="medium")
    with left:
        said = [find_words.NO_PLACE if place is None else place_line(near, place)]
        if len(each.areas) > 1:
            nearest = here.label(each.area)
            said.append(find_words.NEAREST_OF.format(names=each.name, nearest=nearest))
        if place is not None:
            number = near.peers.codes.index(each.area)
            for template, features in (
                (find_words.BINDING, near.peers.binding(number)),
                (find_words.PARTING, near.peers.parting(number)),
            ):
                said.append(
                    template.format(features=comparator_words.listed_all([one.label_ja for one in features]))
                )
        said.append(fitting_types_line(here, each, wanted))
        said.append(find_words.STARTED.format(start=each.start or words.UNCONFIRMED))
        said += [each.evidence, each.source]
        st.html(notes(*said) + source_links(each.links))
        st.page_link(
            words.PAGES["initiatives"][2],
            label=find_words.OPEN_CARD,
            icon=words.PAGES["initiatives"][1],
            query_params=here.selection.changed(case=each.id).as_query(),
        )
    right.html(then_and_now_table(here, each).html())


def show_then_and_now(here: Page, listed: Sequence[Example]) -> None:
    """Draw the switch of the figure and the picture of the municipalities of some examples, each once."""
    set_widget("item", chosen_example_indicator(here), PLACE)
    st.segmented_control(
        find_words.ITEM_CHOICE,
        options=list(SHOWN),
        format_func=lambda each: here.catalog.indicators[each].name_ja,
        required=True,
        key=widget_key("item", PLACE),
        on_change=choose_from_widget,
        args=("item", PLACE),
    )
    show(here, then_and_now_block(here, listed))


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
        show(here, listed_examples(here, wanted, fitting, near))
    else:
        st.info(find_words.NOTHING_FITS)
    _show_rest([each for each in listed if each not in fitting])
    if fitting:
        section(find_words.SECTION_CARDS)
        st.info(find_words.NO_EFFECT, icon=":material/warning:")
        show_then_and_now(here, fitting)
        show_cards_of(here, fitting, near, wanted.types)


def _show_choice(here: Page, wanted: Wanted) -> None:
    by = here.selection[BY] or BY_FINDINGS
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
    if by == BY_FIELD:
        _show_fields(here)
    elif by == BY_TYPE:
        _show_types(here)
    elif by == BY_FINDINGS:
        _show_leads(here, wanted)


def _show_fields(here: Page) -> None:
    fields = here.catalog.fields
    set_widget("field", chosen_field(here), BY_FIELD)
    st.pills(
        find_words.FIELD,
        options=list(fields),
        format_func=lambda each: f"{fields[each].symbol} {fields[each].label_ja}",
        required=True,
        key=widget_key("field", BY_FIELD),
        on_change=choose_from_widget,
        args=("field", BY_FIELD),
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
    asked = here.selection[FINDING]
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


def _show_rest(rest: Sequence[Example]) -> None:
    if not rest:
        return
    with st.expander(find_words.UNCONFIRMED.format(count=len(rest))):
        st.html(notes(find_words.UNCONFIRMED_NOTE))
        lines = (find_words.CARD_TITLE.format(name=each.name, title=each.title) for each in rest)
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
