"""Left of every page: the name, the own municipality, the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import search_words, words
from carecompare.text.menu_words import MENU, tabs_of
from carecompare.ui.parts.account import show_account
from carecompare.ui.parts.bookmarks import show_bookmarking
from carecompare.ui.parts.comparators import show_comparators, show_set
from carecompare.ui.parts.towns import TownBox, choose_town
from carecompare.ui.parts.widgets import choose
from carecompare.views.base.table import group_heading
from carecompare.views.topics.search import hits

if TYPE_CHECKING:
    from carecompare.views.base.choice import Selection
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded

MENU_KEY = "cc_menu"
TABS_KEY = "cc_tabs"
SEARCH, FOUND = "search_box", "search_found"


def page_top(
    here: Page, title: str, *, needs_own: bool = True, compares: bool = True, chooses: bool = True
) -> None:
    """Draw the heading with the comparators; stop with a hint where the page needs an own municipality.

    Parameters
    ----------
    here : Page
        The page.
    title : str
        Heading.
    needs_own : bool
        Whether nothing can be shown without one, on a page that compares.
    compares : bool
        Whether the page is about one municipality among others; else its heading names none.
    chooses : bool
        Whether the comparators change anything on it.
    """
    if not compares:
        st.title(title)
        return
    if not here.own:
        st.title(title)
        if needs_own:
            st.info(words.OWN_MISSING)
            _examples(here)
            st.stop()
        return
    with st.container(key="cc_top"):
        left, middle, right = st.columns([5, 4, 1.4], vertical_alignment="bottom")
    left.title(f"{here.own_label}：{title}")
    if chooses:
        show_comparators(here, middle)
    with right.popover(words.SHARE, width="stretch"):
        st.caption(words.SHARE_HELP)
        st.code(here.link, language=None, wrap_lines=True)
        show_bookmarking(here)
    if chooses:
        show_set(here)


def _examples(here: Page) -> None:
    st.write(words.OWN_EXAMPLES)
    with st.container(horizontal=True):
        for code in here.catalog.exemplars:
            st.button(here.label(code), key=f"example_{code}", on_click=choose, kwargs={"own": code})


def show_sidebar(name: str, loaded: Loaded, selection: Selection) -> None:
    """Draw what stands left of every page.

    Parameters
    ----------
    name : str
        The page, as a key of ``words.PAGES``.
    loaded : Loaded
        The municipalities.
    selection : Selection
        The choice, which every link of the menu keeps.
    """
    with st.sidebar:
        st.html(f"<div class='cc-brand'>{words.PRODUCT}<span>{words.PRODUCT_SUBTITLE}</span></div>")
        if selection.own or name != "home":
            own_chooser(loaded, selection)
            _search(loaded, selection)
        with st.container(gap=None, key=MENU_KEY):
            query = selection.as_query()
            for heading, families in MENU.items():
                if heading:
                    st.html(group_heading(heading))
                for family, pages in families.items():
                    _way(family, next(iter(pages)), query, "cc_open_family" if name in pages else "")
        show_account()


def _search(loaded: Loaded, selection: Selection) -> None:
    """Draw the box that finds indicators, pages and terms; what was chosen in it opens."""
    found = hits(loaded)
    wanted = found.get(st.session_state.pop(FOUND, ""))
    if wanted is not None:
        query = selection.changed(**wanted.changes).as_query()
        st.switch_page(words.PAGES[wanted.page][2], query_params=query)
    st.selectbox(
        search_words.SEARCH,
        options=list(found),
        index=None,
        format_func=lambda key: found[key].option,
        placeholder=search_words.PLACEHOLDER,
        filter_mode="contains",
        label_visibility="collapsed",
        key=SEARCH,
        on_change=_found,
    )


def _found() -> None:
    """Remember what was chosen, and empty the box for the next search."""
    st.session_state[FOUND] = st.session_state[SEARCH] or ""
    st.session_state[SEARCH] = None


def show_tabs(name: str, selection: Selection) -> None:
    """Draw the pages of one family as a row of links, which keep the choice; nothing for a page alone.

    Parameters
    ----------
    name : str
        The page that is open, as a key of ``words.PAGES``.
    selection : Selection
        The choice.
    """
    pages = tabs_of(name)
    if len(pages) == 1:
        return
    query = selection.as_query()
    with st.container(horizontal=True, gap=None, key=TABS_KEY):
        for page, label in pages.items():
            _way(label, page, query, "cc_open_tab" if page == name else "", has_icon=False)


def _way(label: str, page: str, query: dict[str, str], open_key: str, *, has_icon: bool = True) -> None:
    """Draw a link to a page, in a container of its own where the page is open."""
    _, icon, path = words.PAGES[page]
    place = st.container(key=open_key, width="content" if not has_icon else "stretch") if open_key else st
    place.page_link(path, label=label, icon=icon if has_icon else "", query_params=query)


def own_chooser(loaded: Loaded, selection: Selection, place: str = "sidebar") -> None:
    """Draw the box that finds a municipality by name, reading, prefecture or code.

    Parameters
    ----------
    loaded : Loaded
        The municipalities.
    selection : Selection
        The choice.
    place : str
        Tells two boxes on one page apart.
    """
    choose_town(TownBox(loaded, words.OWN_CHOOSER), st.container(), "own", selection.own, place)
