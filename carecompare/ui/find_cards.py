"""The examples one by one: what binds and parts, and the figures of their municipality then and now."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from math import isnan
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.tables import INSURER_LEVEL
from carecompare.text import comparator_words, find_words, words
from carecompare.text.format import figure_or_word, status_word, year_word
from carecompare.ui.blocks import source_line, years_behind
from carecompare.ui.html import Table, link, notes, plain
from carecompare.ui.profile import counts_shown
from carecompare.ui.registered import labels_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons import Nearness
    from carecompare.tables import Row
    from carecompare.ui.examples import Example
    from carecompare.ui.frame import Page

# One way of counting then and now: 65+ as the census counted them, not the base of the projection.
FIGURES = (
    "population",
    "share_65_and_over_as_counted",
    "share_75_and_over",
    "share_85_and_over",
    "share_living_alone_65_and_over",
    "certification_rate",
)
THEN = (2010, 2015)
MOST_CARDS = 12
MOST_LINKS = 4
UNKNOWN_AGES = "unknown_ages"


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
    known = figures_of(here, [here.own, *(each.area for each in listed[:MOST_CARDS])])
    for each in listed[:MOST_CARDS]:
        with st.container(border=True):
            _show_one(here, each, near, wanted, known)
    more = find_words.MORE_CARDS.format(most=MOST_CARDS) if len(listed) > MOST_CARDS else ""
    st.html(
        notes(
            more,
            find_words.AS_COUNTED,
            find_words.UNKNOWN_AGES,
            find_words.NO_THEN,
            figures_source(here, listed[:MOST_CARDS]),
        )
    )


def _show_one(
    here: Page,
    each: Example,
    near: Nearness,
    wanted: Collection[str],
    known: Mapping[tuple[str, str, int], Row],
) -> None:
    place = near.place(each.area)
    head = find_words.CARD_TITLE.format(name=each.name, title=each.title)
    st.markdown(f"**{plain(head)}**")
    left, right = st.columns([4, 5], gap="medium")
    with left:
        said = [find_words.NO_PLACE if place is None else _place(near, place)]
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
        said.append(_types(here, each, wanted))
        said.append(find_words.STARTED.format(start=each.start or words.UNCONFIRMED))
        said += [each.evidence, each.source]
        st.html(notes(*said) + _links(each.links))
        st.page_link(
            words.PAGES["initiatives"][2],
            label=find_words.OPEN_CARD,
            icon=words.PAGES["initiatives"][1],
            query_params=replace(here.selection, case=each.id).as_query(),
        )
    right.html(_table(here, each, known).html())


def _place(near: Nearness, place: int) -> str:
    return find_words.PLACE_OF.format(of=f"{near.of:,}", place=f"{place:,}")


def _types(here: Page, each: Example, wanted: Collection[str]) -> str:
    shared = [name for name in here.catalog.initiative_types if name in each.types and name in wanted]
    if not wanted:
        return find_words.NO_FITTING.format(count=len(each.types))
    return find_words.FITTING.format(types=labels_of(here, shared) or words.UNCONFIRMED)


def _links(addresses: Sequence[str]) -> str:
    if not addresses:
        return ""
    # Only what begins with http was taken for an address; it is escaped like every other text.
    shown = "".join(f"<br>{link(each, each)}" for each in addresses[:MOST_LINKS])
    rest = len(addresses) - MOST_LINKS
    more = find_words.MORE_LINKS.format(count=rest) if rest > 0 else ""
    return f"<p class='cc-note cc-links'>{escape(find_words.LINKS)}{shown}</p>{notes(more)}"


def _table(here: Page, each: Example, known: Mapping[tuple[str, str, int], Row]) -> Table:
    name, own = here.label(each.area), here.own_label
    rows = []
    for item in FIGURES:
        indicator = here.catalog.indicators[item]
        now = here.loaded.latest[item]
        cells = [(each.area, year) for year in (*THEN, now)] + [(here.own, now)]
        rows.append(
            (
                find_words.ROW.format(
                    name=indicator.name_ja,
                    unit=indicator.unit_ja,
                    year=year_word(now, fiscal=indicator.fiscal_year),
                ),
                *(figure_text(known.get((item, area, year)), indicator) for area, year in cells),
            )
        )
    return Table(
        columns=[
            find_words.ITEM,
            *(find_words.THEN.format(name=name, year=year_word(year)) for year in THEN),
            find_words.NOW.format(name=name),
            find_words.NOW.format(name=own),
        ],
        rows=rows,
        numeric=frozenset({1, 2, 3, 4}),
        own_columns=frozenset({4}),
        faint=frozenset({status_word("not_collected"), status_word("missing")}),
        kind="heat",
    )


def figures_of(
    here: Page, codes: Sequence[str], items: Sequence[str] = FIGURES
) -> dict[tuple[str, str, int], Row]:
    """Return the figures of some municipalities then and now, by item, area and year."""
    asked = tuple(dict.fromkeys(codes))
    known = here.once(f"then and now {' '.join(asked)}", lambda: _then_and_now(here, asked))
    return {key: row for key, row in known.items() if key[0] in items}


def _then_and_now(here: Page, codes: Sequence[str]) -> dict[tuple[str, str, int], Row]:
    years = [
        *(dict.fromkeys(FIGURES, year) for year in THEN),
        {item: here.loaded.latest[item] for item in FIGURES},
    ]
    rows = (row for each in years for row in here.loaded.figures.rows_at(each, codes))
    return {(row["indicator"], row["area"], row["year"]): row for row in rows}


def figure_text(row: Row | None, indicator: Indicator) -> str:
    """Return a figure with what there is to say of it, or the word that stands in its place."""
    if row is None:
        return status_word("not_collected")
    text = figure_or_word(row, indicator)
    if row["status"] == INSURER_LEVEL and not isnan(row["value"]):
        return find_words.INSURER.format(figure=text)
    return text + words.HOLLOW_MARK if row["method"] == UNKNOWN_AGES else text


def figures_source(here: Page, listed: Sequence[Example], items: Sequence[str] = FIGURES) -> str:
    """Return the source line of the figures of some examples and of the own municipality."""
    codes = [here.own, *(each.area for each in listed)]
    # The same years of many municipalities lie behind the same counts, whoever is looked at.
    shown = frozenset(
        (row["indicator"], row["year"], row["denominator_year"])
        for row in figures_of(here, codes, items).values()
    )
    return here.shared(("figures source", shown, *items), lambda: _source(here, shown, items))


def _source(here: Page, shown: Collection[tuple[str, int, float]], items: Sequence[str]) -> str:
    behind = (
        years_behind(
            here.catalog.indicators[item],
            [{"year": year, "denominator_year": below} for name, year, below in shown if name == item],
            projected=False,
        )
        for item in items
    )
    return source_line(here, counts_shown(behind))


def figures_file(
    here: Page, listed: Sequence[Example], near: Nearness, wanted: Collection[str]
) -> pd.DataFrame:
    """Return the list with the figures of then and now, one row per example, item and year."""
    column, heading = words.COLUMN, find_words.FILE_COLUMNS
    known = figures_of(here, [here.own, *(each.area for each in listed)])
    places = [(each, near.place(each.area), each.area) for each in listed]
    rows = []
    for each, place, area in [*places, (None, None, here.own)]:
        shared = [name for name in here.catalog.initiative_types if each and name in each.types]
        for item in FIGURES:
            for year in (*THEN, here.loaded.latest[item]):
                row = known.get((item, area, year))
                rows.append(
                    {
                        heading["place"]: place,
                        heading["of"]: near.of,
                        column["area"]: area,
                        column["name"]: here.full_label(area),
                        heading["title"]: each.title if each else words.OWN,
                        heading["types"]: labels_of(
                            here, [name for name in shared if not wanted or name in wanted]
                        ),
                        heading["evidence"]: each.evidence if each else "",
                        column["indicator"]: here.catalog.indicators[item].label_ja,
                        column["year"]: year,
                        column["value"]: row["value"] if row else None,
                        column["status"]: status_word(row["status"] if row else "not_collected"),
                    }
                )
    return pd.DataFrame(rows).astype({heading["place"]: "Int64"})
