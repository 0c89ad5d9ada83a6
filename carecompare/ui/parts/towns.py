"""The boxes that find municipalities. What their list does not match is looked for here, and answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import town_words, words
from carecompare.ui.parts.widgets import choose, show_in, widget_key
from carecompare.views.base.choice import SEPARATOR
from carecompare.views.base.table import plain
from carecompare.views.base.towns import asked_sentence, meant, named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from streamlit.delta_generator import DeltaGenerator

    from carecompare.comparisons import FoundTowns
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded


ASKED = "town_asked_"


class _Names(dict[str, str]):
    """What a list shows by code, of what somebody typed the text itself.

    Streamlit asks for each of 1,741 options at every run: no function of ours is called for those it knows.
    """

    def __missing__(self, code: str) -> str:
        return code


@dataclass(frozen=True)
class TownBox:
    """A box that finds one municipality.

    Parameters
    ----------
    loaded : Loaded
        The municipalities.
    label : str
        Above the box.
    options : mapping of str to str, optional
        What the list shows of each that can be chosen, by code; all municipalities without it.
    placeholder : str
        What an empty box says.
    explained : str, optional
        Behind the question mark.
    can_be_empty : bool
        Whether a choice can be taken back.
    """

    loaded: Loaded
    label: str
    options: Mapping[str, str] | None = None
    placeholder: str = words.OWN_PLACEHOLDER
    explained: str | None = None
    can_be_empty: bool = True

    @property
    def known(self) -> Mapping[str, str]:
        """Return what the list shows of each that can be chosen, by code."""
        return self.loaded.municipalities if self.options is None else self.options


def choose_town(box: TownBox, place: DeltaGenerator, name: str, shown: str, where: str = "") -> None:
    """Draw the box of a parameter of the link that is a municipality.

    Parameters
    ----------
    box : TownBox
        What it says and offers.
    place : DeltaGenerator
        Where it stands.
    name : str
        The parameter.
    shown : str
        Code of the chosen one, or empty.
    where : str
        Tells two boxes of one parameter apart.
    """
    show_town_box(box, place, widget_key(name, where), shown, lambda code: choose(**{name: code}))


def show_town_box(
    box: TownBox, place: DeltaGenerator, key: str, shown: str, take: Callable[[str], object]
) -> None:
    """Draw a box, and who may be meant where what was typed is not clear.

    Parameters
    ----------
    box, place
        See `choose_town`.
    key : str
        Session key of the box.
    shown : str
        Code of the chosen one, or empty; the box goes back to it when what was typed is no municipality.
    take : callable
        Takes over a chosen code, empty where the box was emptied; called before the page is drawn.
    """
    show_in(key, shown or None)
    with place.container(gap="xsmall"):
        st.selectbox(
            box.label,
            options=list(box.known),
            index=None if box.can_be_empty else 0,
            format_func=_Names(box.known).__getitem__,
            placeholder=box.placeholder,
            filter_mode="contains",
            accept_new_options=True,
            help=box.explained,
            key=key,
            on_change=_take_one,
            args=(box, key, shown, take),
        )
        _show_meant(box.loaded, key, box.known, take)


def choose_towns(
    here: Page, name: str, shown: Collection[str], label: str, placeholder: str, most: int | None = None
) -> None:
    """Draw the box of a parameter of the link that is several municipalities, ``most`` at most."""
    loaded, key = here.loaded, widget_key(name)
    show_in(key, list(shown))
    st.multiselect(
        label,
        options=list(loaded.municipalities),
        format_func=_Names(loaded.municipalities).__getitem__,
        placeholder=placeholder,
        filter_mode="contains",
        accept_new_options=True,
        select_all=False,
        max_selections=most,
        key=key,
        on_change=_take_several,
        args=(loaded, key, name),
    )
    _show_meant(
        loaded,
        key,
        loaded.municipalities,
        lambda code: choose(**{name: SEPARATOR.join([*shown, code][:most])}),
    )


def _take_one(box: TownBox, key: str, shown: str, take: Callable[[str], object]) -> None:
    typed = str(st.session_state[key] or "")
    as_listed = (code for code, label in box.known.items() if typed in {code, label})
    code = next(as_listed, "") or _sure(box.loaded, key, typed, box.known)
    if code or not typed:
        st.session_state.pop(ASKED + key, None)
        take(code)
    else:
        st.session_state[key] = shown or None


def _take_several(loaded: Loaded, key: str, name: str) -> None:
    st.session_state.pop(ASKED + key, None)
    known = loaded.municipalities
    codes = [each if each in known else _sure(loaded, key, each, known) for each in st.session_state[key]]
    choose(**{name: SEPARATOR.join(dict.fromkeys(filter(None, codes)))})


def _sure(loaded: Loaded, key: str, typed: str, known: Collection[str]) -> str:
    """Return who alone can be meant; else nothing, and the text is asked about under the box."""
    certain = meant(loaded, typed, known).certain if typed else ""
    if not certain:
        st.session_state[ASKED + key] = typed
    return certain


def _show_meant(loaded: Loaded, key: str, known: Collection[str], take: Callable[[str], object]) -> None:
    """Say that what was typed is no single municipality, with those that may be meant as buttons."""
    typed = st.session_state.get(ASKED + key, "")
    if not typed:
        return
    found: FoundTowns = meant(loaded, typed, known)
    st.caption(plain(asked_sentence(typed, found)))
    with st.container(horizontal=True, gap="xsmall"):
        for code in found.codes[: town_words.MOST_SHOWN]:
            st.button(
                plain(named(loaded, code, found)),
                key=f"{ASKED}{key}_{code}",
                on_click=_take_meant,
                args=(key, code, take),
            )


def _take_meant(key: str, code: str, take: Callable[[str], object]) -> None:
    st.session_state.pop(ASKED + key, None)
    take(code)
