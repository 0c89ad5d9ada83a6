"""Freeze what is on screen: the view as it is, and what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from carecompare.errors import CareCompareError
from carecompare.own import (
    FROZEN,
    FROZEN_VIEW,
    FrozenDefinition,
    FrozenEntry,
    FrozenSource,
    FrozenView,
    FrozenViews,
    frozen_view,
    frozen_with,
)
from carecompare.text import frozen_words as words
from carecompare.text.explain import sentence
from carecompare.ui.definitions import definition
from carecompare.ui.exhibits import exhibit
from carecompare.ui.html import plain
from carecompare.ui.keeping import nameless_keeper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carecompare.origins import Origin
    from carecompare.store import CountOrigin
    from carecompare.ui.blocks import Block
    from carecompare.ui.frame import Page
    from carecompare.ui.loading import Loaded

ID_DIGITS = 12


def show_freeze(here: Page, block: Block) -> None:
    """Draw the button that freezes a block."""
    refusal = nameless_keeper().refusal
    st.button(
        words.FREEZE,
        key=f"freeze_{block.key}",
        icon=":material/ac_unit:",
        on_click=_freeze,
        args=(here, block),
        disabled=bool(refusal),
        help=refusal or words.FREEZE_HELP,
        width="stretch",
    )


def freeze(here: Page, kept: FrozenView) -> FrozenEntry:
    """Keep a view and put it on the list.

    Parameters
    ----------
    here : Page
        The page of the municipality.
    kept : FrozenView
        From `frozen_of`.

    Raises
    ------
    OwnDataError
        If this installation keeps nothing, or there are too many.
    """
    identifier = f"f{uuid4().hex[:ID_DIGITS]}"
    entry = FrozenEntry(identifier, kept.exhibit.title, kept.exhibit.made)
    frozen_with(frozen_views(here)[0], entry)
    nameless_keeper().save(here.own, FROZEN_VIEW.of(identifier), kept, 0)
    change_frozen(here.own, lambda now: frozen_with(now, entry))
    return entry


def frozen_views(here: Page) -> tuple[FrozenViews, int]:
    """Return the list of a municipality and its version, 0 when nothing was frozen.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    kept = here.kept(FROZEN)
    return (kept.content, kept.version) if kept else (FrozenViews(), 0)


def change_frozen(own: str, changed: Callable[[FrozenViews], FrozenViews]) -> None:
    """Change the list, whatever it is now.

    Raises
    ------
    OwnDataError
        If this installation keeps nothing, or ``changed`` refuses.
    """
    nameless_keeper().change(own, FROZEN, lambda now, _: changed(now or FrozenViews()))


def frozen_of(loaded: Loaded, block: Block, query: dict[str, str]) -> FrozenView:
    """Return a block with the editions and definitions of today."""
    wanted = {name: value for name, value in query.items() if name != "frozen"}
    kept = exhibit(block, wanted)
    return frozen_view(
        kept,
        sources_behind(loaded, kept.indicators, kept.origins or ()),
        definitions_of(loaded, kept.indicators),
    )


def read_behind(loaded: Loaded, indicators: Iterable[str]) -> dict[str, list[CountOrigin]]:
    """Return by source what was read for the counts behind indicators, or for all where there are none."""
    known = loaded.catalog.indicators
    counts = dict.fromkeys(count for each in indicators if each in known for count in known[each].counts)
    found: dict[str, list[CountOrigin]] = {}
    for count in counts or loaded.origins:
        for origin in loaded.origins.get(count, ()):
            found.setdefault(origin.source, []).append(origin)
    return found


def sources_behind(
    loaded: Loaded, indicators: Iterable[str], origins: Iterable[Origin]
) -> list[FrozenSource]:
    """Return the publications of a view with all their editions of today.

    Parameters
    ----------
    loaded : Loaded
        Store and definitions.
    indicators : iterable of str
        Ids of what is shown; one that does not exist any more is left out.
    origins : iterable of Origin
        The publications.

    Returns
    -------
    list of FrozenSource
        Editions and date of a publication are those of every year of the indicators, shown or not: a new
        one is a revision of the view's figures or brings a later year. One that gives no figures has neither.
    """
    found = read_behind(loaded, indicators)
    return [
        FrozenSource(
            id=each.source,
            title=each.title,
            editions=tuple(sorted({origin.edition for origin in found.get(each.source, ())}))
            or each.editions,
            as_of=max((origin.as_of for origin in found.get(each.source, ())), default=each.last),
        )
        for each in origins
    ]


def definitions_of(loaded: Loaded, indicators: Iterable[str]) -> list[FrozenDefinition]:
    """Return how indicators are made today; one that does not exist any more is left out."""
    known = loaded.catalog.indicators
    said = []
    for each in (known[name] for name in indicators if name in known):
        later = each.projection.note_ja if each.projection else ""
        text = words.DEFINITION.format(
            definition=definition(loaded.catalog, each), unit=each.unit_ja, notes=each.notes_ja + later
        )
        said.append(FrozenDefinition(each.id, each.label_ja, text))
    return said


def _freeze(here: Page, block: Block) -> None:
    try:
        freeze(here, frozen_of(here.loaded, block, here.selection.as_query()))
    except CareCompareError as problem:
        st.toast(plain(sentence(problem)), icon=":material/error:")
    else:
        st.toast(words.FROZEN, icon=":material/ac_unit:")
