"""The page of five questions, each followed in steps with the town's own numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.topics import home_words, route_words
from carecompare.text.words import PAGES
from carecompare.ui.parts.widgets import choose, set_widget, widget_key, write_selection
from carecompare.ui.use.block import show
from carecompare.views.base.here import page_of
from carecompare.views.base.table import notes, plain
from carecompare.views.files.questions import ROUTE, ROUTE_STEPS, SIMILAR, STEP, step_choice

if TYPE_CHECKING:
    from carecompare.views.base.choice import Selection
    from carecompare.views.base.here import Page


def show_questions(here: Page) -> None:
    """Draw the questions, the steps of the chosen one, and the step: sentence, view, and where it leads."""
    route = here.selection[ROUTE] or next(iter(route_words.ROUTES))
    steps = ROUTE_STEPS[route]
    number = min(int(here.selection[STEP] or 1), len(steps))
    step = steps[number - 1]
    here = _chosen(here, step_choice(route, number))
    st.html(notes(route_words.LEAD))
    _show_choosers(route, number)
    if route == SIMILAR:
        _show_similar(here)
    title, reading = route_words.STEPS[route][number - 1]
    st.header(route_words.NUMBERED.format(number=number, title=title))
    st.markdown(f"**{plain(step.sentence(here))}**")
    st.html(notes(reading))
    block = step.block(here)
    if block is None:
        st.info(route_words.NOTHING)
    else:
        show(here, block)
    _show_way(here.selection, route, number)


def _chosen(here: Page, choice: dict[str, str]) -> Page:
    """Return the page with what the step looks at; it stands in the link, so that papers made of it agree."""
    wanted = here.selection.changed(**choice)
    if wanted == here.selection:
        return here
    write_selection(wanted)
    return page_of(here.loaded, wanted, here.keeper, here.saved, here.address)


def _show_choosers(route: str, number: int) -> None:
    set_widget("route", route)
    st.segmented_control(
        route_words.CHOICE,
        options=list(route_words.ROUTES),
        format_func=route_words.ROUTES.__getitem__,
        required=True,
        wrap=True,
        key=widget_key("route"),
        on_change=_choose_route,
    )
    titles = [title for title, _ in route_words.STEPS[route]]
    set_widget("step", str(number))
    st.segmented_control(
        route_words.STEP,
        options=[str(place) for place in range(1, len(titles) + 1)],
        format_func=lambda each: route_words.NUMBERED.format(number=each, title=titles[int(each) - 1]),
        required=True,
        wrap=True,
        key=widget_key("step"),
        on_change=_choose_step,
        args=(route,),
    )


def _choose_route() -> None:
    _go(str(st.session_state[widget_key("route")]), 1)


def _choose_step(route: str) -> None:
    _go(route, int(st.session_state[widget_key("step")]))


def _go(route: str, number: int) -> None:
    """Open a step with all that is chosen for it: written at once, so that Back leads to the step before."""
    choose(**step_choice(route, number))


def _show_similar(here: Page) -> None:
    if here.selection.vs == SIMILAR:
        return
    st.html(notes(route_words.SIMILAR_NOTE))
    st.button(
        home_words.COMPARE_WITH_PEERS,
        key="questions_similar",
        icon=":material/group:",
        on_click=choose,
        kwargs={"vs": SIMILAR},
    )


def _show_way(selection: Selection, route: str, number: int) -> None:
    count = len(ROUTE_STEPS[route])
    label, icon, path = PAGES[ROUTE_STEPS[route][number - 1].page]
    st.page_link(
        path,
        label=route_words.OPEN_PAGE.format(page=label),
        icon=icon,
        query_params=selection.changed(route="", step="").as_query(),
    )
    back, place, on = st.columns([2, 1, 2], vertical_alignment="center")
    if number > 1:
        back.button(
            route_words.PREVIOUS,
            key="questions_previous",
            icon=":material/arrow_back:",
            on_click=_go,
            args=(route, number - 1),
            width="stretch",
        )
    place.html(notes(route_words.PLACE.format(number=number, of=count)))
    if number < count:
        on.button(
            route_words.NEXT,
            key="questions_next",
            icon=":material/arrow_forward:",
            type="primary",
            on_click=_go,
            args=(route, number + 1),
            width="stretch",
        )
