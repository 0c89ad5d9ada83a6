"""The choice made on screen. The URL is the state: read it, else the session; write both, here only."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.comparisons import COMPARATORS
from carecompare.errors import SelectionError
from carecompare.text.sheet_words import ONLYS, SORTS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from carecompare.catalog import Catalog

KEPT = "selection"
SEPARATOR = "."
DEFAULT_COMPARATORS = "exemplars"
AGAINST = ("nation", "prefecture", "peers")


@dataclass(frozen=True)
class Selection:
    """What is shown: the URL's parameters by their names.

    Parameters
    ----------
    own : str
        Code of the own municipality, or empty.
    vs : str
        Set of comparators.
    chosen : str
        Codes joined by points, for the set ``free``.
    year : str
        Year, or empty for the latest.
    basis : str
        Population of densities, or empty for the customary one.
    field : str
        One of the five fields.
    item : str
        Indicator shown.
    case : str
        Case whose card is open.
    against : str
        Whom the certification rate is parted against: a key of `AGAINST` or a municipality.
    sort : str
        How the sheet is ordered: a key of `SORTS`, empty for the catalogue's order.
    only : str
        Which indicators of the sheet are shown: a key of `ONLYS`, empty for all.
    topic : str
        The only topic of the sheet, or empty for all.
    area : str
        Area whose figure's passport is open.
    """

    own: str = ""
    vs: str = DEFAULT_COMPARATORS
    chosen: str = ""
    year: str = ""
    basis: str = ""
    field: str = ""
    item: str = ""
    case: str = ""
    against: str = ""
    sort: str = ""
    only: str = ""
    topic: str = ""
    area: str = ""

    @property
    def chosen_codes(self) -> tuple[str, ...]:
        """Return the freely chosen municipalities."""
        return tuple(code for code in self.chosen.split(SEPARATOR) if code)

    def as_query(self) -> dict[str, str]:
        """Return the parameters that differ from an empty choice."""
        named = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in named.items() if value}


def read_selection() -> Selection:
    """Return the choice in the URL, completed from the session.

    Returns
    -------
    Selection
        Unchecked; see `checked`.
    """
    known = [each.name for each in fields(Selection)]
    kept: Mapping[str, str] = st.session_state.get(KEPT, {})
    query = st.query_params.to_dict()
    given = query if any(name in query for name in known) else kept
    return Selection(**{name: str(given[name]) for name in known if name in given})


def checked(
    selection: Selection, codes: Collection[str], catalog: Catalog, areas: Collection[str] = ()
) -> tuple[Selection, list[SelectionError]]:
    """Return the choice without what does not exist, and an error for each part left out.

    Parameters
    ----------
    selection : Selection
        As read.
    codes : collection of str
        Codes of all municipalities.
    catalog : Catalog
        Definitions.
    areas : collection of str
        Codes of all areas that have figures, prefectures and the nation among them.

    Returns
    -------
    tuple of Selection and list of SelectionError
        A link with a mistake still opens a view.
    """
    problems: list[SelectionError] = []

    def kept(name: str, value: str, known: Collection[str], fallback: str = "") -> str:
        if value in known or value == fallback:
            return value
        problems.append(SelectionError(f"{name}_unknown", found=value))
        return fallback

    chosen = [code for code in selection.chosen_codes if kept("chosen", code, codes)]
    year = selection.year if selection.year.isascii() and selection.year.isdigit() else ""
    if selection.year and not year:
        problems.append(SelectionError("year_wrong", found=selection.year))
    sound = Selection(
        own=kept("own", selection.own, codes),
        vs=kept("comparators", selection.vs, COMPARATORS, DEFAULT_COMPARATORS),
        chosen=SEPARATOR.join(dict.fromkeys(chosen)),
        year=year,
        basis=kept("basis", selection.basis, catalog.bases),
        field=kept("field", selection.field, catalog.fields),
        item=kept("item", selection.item, catalog.indicators),
        case=kept("case", selection.case, catalog.cases),
        against=kept("against", selection.against, {*AGAINST, *codes}),
        sort=kept("sort", selection.sort, SORTS),
        only=kept("only", selection.only, ONLYS),
        topic=kept("topic", selection.topic, catalog.topics),
        area=kept("passport_area", selection.area, areas),
    )
    return sound, problems


def write_selection(selection: Selection) -> None:
    """Put the choice into the URL and the session."""
    query = selection.as_query()
    st.session_state[KEPT] = query
    if st.query_params.to_dict() != query:
        st.query_params.from_dict(query)


def choose(**changes: str) -> None:
    """Change parts of the choice; meant for callbacks, which run before the page does."""
    write_selection(replace(read_selection(), **changes))


def widget_key(name: str, place: str = "") -> str:
    """Return the session key of the widget of one parameter; ``place`` tells two of them apart."""
    return f"choice_{name}{place}"


def choose_from_widget(name: str, place: str = "") -> None:
    """Take over what a widget was set to."""
    value = st.session_state.get(widget_key(name, place))
    joined = SEPARATOR.join(value) if isinstance(value, list | tuple) else value
    choose(**{name: joined or ""})


def set_widget(name: str, value: object, place: str = "") -> None:
    """Show a parameter's value in its widget before it is drawn."""
    key = widget_key(name, place)
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
