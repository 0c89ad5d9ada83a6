"""One municipality across several indicators: the block that the page on resources and the home page show."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import peers_on_strips, profile_plot, strips, strips_screens
from carecompare.comparisons import judged, peer_table, prefecture_of, profile, reason_for_care
from carecompare.tables import NATION
from carecompare.text import sentences, words
from carecompare.text.chart_words import STRIPS_LEGEND
from carecompare.text.files import plot_words
from carecompare.text.format import interval, status_word, year_of
from carecompare.text.topics.judged_sentences import beyond_chance
from carecompare.typed_cells import figure_cell, number_cell
from carecompare.views.base.block import Block, years_behind
from carecompare.views.base.file_columns import file_table, shared_unit
from carecompare.views.base.making import correction_notes
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.passport import passport_address, passport_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons import Judged, PeerTable, Profile
    from carecompare.file_tables import FileTable
    from carecompare.rows import JudgedRow, ProfileLine, ValueRow
    from carecompare.views.base.here import Page


def profile_block(
    here: Page, key: str, indicators: Sequence[Indicator], notes: Sequence[str] = (), finding: str = ""
) -> Block:
    """Return the block of several indicators beside the spread of the comparators.

    Parameters
    ----------
    here : Page
        The page with its choice.
    key : str
        Names the block and its file.
    indicators : sequence of Indicator
        In the order to show, each in its latest observed year.
    notes : sequence of str
        Cautions; empty ones are left out.
    finding : str
        The sentence, where it is not about what differs beyond chance.

    Returns
    -------
    Block
        Ready to show.
    """
    rows = here.loaded.figures.rows_at(_years(here, indicators), [here.own])
    table = peer_table_of(here, indicators)
    result = profile(
        rows, table, here.loaded.labels, indicators, here.loaded.latest, here.own, judged_together(here)
    )
    own = list(result.summary.values())
    peers = here.cached(
        "peers",
        f"strips of {' '.join(each.id for each in indicators)}",
        lambda: peers_on_strips(
            (row for rows in table.rows.values() for row in rows),
            indicators,
            dict(zip(table.rows, table.spread, strict=True)),
        ),
    )
    is_anything_known = any(each.many for each in peers.values()) or any(
        not isnan(row["value"]) for row in own
    )
    shown = counts_shown(behind(result.summary, table, indicators))
    fields = {each.field for each in indicators} & here.catalog.fields.keys()
    group = here.catalog.fields[fields.pop()].label_ja if len(fields) == 1 else ""
    return Block(
        key=f"{key}_{here.own}",
        finding=finding or beyond_chance(here.own_label, group, own, [each.name_ja for each in indicators]),
        subtitle=STRIPS_LEGEND if finding else f"{STRIPS_LEGEND}。{words.RESOURCES_PROFILE_SUBTITLE}",
        chart=strips(own, peers, indicators) if is_anything_known else None,
        table=_table(here, result, indicators),
        file=partial(profile_file, result, indicators),
        origins=origins_of(here, shown),
        notes=(
            *(each for each in notes if each),
            *correction_notes(here, shown, [here.own, *here.peers]),
        ),
        passports=passport_links(here, own),
        plot=partial(profile_plot, own, indicators, here.own_label),
        staged=partial(strips_screens, own, peers, indicators),
        indicators=tuple(each.id for each in indicators),
        what=plot_words.PROFILE,
    )


def peer_table_of(here: Page, indicators: Sequence[Indicator]) -> PeerTable:
    """Return the rows of the comparators as profiles hold them, each indicator in its year shown first."""

    def made() -> PeerTable:
        values = here.loaded.figures.rows_at(_years(here, indicators), here.peers)
        return peer_table(values, here.loaded.labels, indicators, here.loaded.latest, here.peers)

    return here.cached("peers", f"profile {' '.join(each.id for each in indicators)}", made)


def sheet_indicators(here: Page) -> tuple[Indicator, ...]:
    """Return the indicators of the sheet: those with figures, without the past of another one."""
    return here.cached("everybody", "sheet indicators", lambda: _indicators(here))


def _indicators(here: Page) -> tuple[Indicator, ...]:
    main = [each for each in here.catalog.main_indicators if each.id in here.loaded.latest]
    past = {each.history for each in main}
    return tuple(each for each in main if each.id not in past)


def judged_together(here: Page) -> Judged:
    """Return the figures of the own municipality that are judged beside the comparators."""
    return here.cached("choice", "judged together", lambda: _judged_together(here))


def _judged_together(here: Page) -> Judged:
    indicators = sheet_indicators(here)
    medians = peer_table_of(here, indicators).medians
    rows = here.loaded.figures.rows_at(_years(here, indicators), [here.own])
    lines: list[JudgedRow] = [
        {**row, "median": medians[row["indicator"]][0], "reason": reason_for_care(row)} for row in rows
    ]
    return judged(lines)


def _years(here: Page, indicators: Sequence[Indicator]) -> dict[str, int]:
    latest = here.loaded.latest
    return {each.id: latest[each.id] for each in indicators if each.id in latest}


def reference_rows(here: Page, indicators: Sequence[str]) -> dict[str, list[ValueRow]]:
    """Return the rows of the nation and of every prefecture, each indicator in its year shown first.

    All of them, once for everybody: the next municipality lies in another prefecture.
    """

    def made() -> dict[str, list[ValueRow]]:
        of: dict[str, list[ValueRow]] = {NATION: []}
        of |= {prefecture_of(each): [] for each in here.loaded.municipalities}
        years = {name: here.loaded.latest[name] for name in indicators}
        for row in here.loaded.figures.rows_at(years, list(of)):
            of[row["area"]].append(row)
        return of

    return here.cached("everybody", ("references", *indicators), made)


def counts_shown(behind: Iterable[Mapping[str, frozenset[int]]]) -> dict[str, set[int]]:
    """Return the years of each count that stands behind several indicators, from those behind each."""
    shown: dict[str, set[int]] = {}
    for of_indicator in behind:
        for count, years in of_indicator.items():
            shown.setdefault(count, set()).update(years)
    return shown


def behind(
    own: Mapping[str, ProfileLine], table: PeerTable, indicators: Iterable[Indicator]
) -> Iterator[Mapping[str, frozenset[int]]]:
    """Return the years of each count behind the own figures and the comparators', by indicator."""
    return (years_behind(each, [own[each.id], *table.years[each.id]]) for each in indicators)


def _table(here: Page, result: Profile, indicators: Sequence[Indicator]) -> Table:
    column = words.COLUMN
    rows = []
    groups: dict[int, str] = {}
    unit = ""
    for number_of_row, each in enumerate(indicators):
        own = result.summary[each.id]
        if each.unit_ja != unit:
            unit = each.unit_ja
            groups[number_of_row] = unit
        rows.append(
            (
                each.name_ja,
                figure_cell(own, each),
                "" if each.is_a_year else interval(own["lower"], own["upper"], each.decimals),
                "" if each.is_a_year else number_cell(own["median"], each.decimals, unit=each.unit_ja),
                number_cell(own["numerator"]),
                year_of(own["year"], each),
                words.NOT_RANKED.get(own["reason"]) or _difference(own),
            )
        )
    headings = ("item", "own", "interval", "median", "numerator", "year", "difference")
    return Table(
        columns=[column[each] for each in headings],
        rows=rows,
        numeric=frozenset({1, 2, 3, 4, 5}),
        own_columns=frozenset({1}),
        with_own=frozenset({2, 3, 4, 5, 6}),
        groups=groups,
        links=[
            ()
            if isnan(own["year"])
            else ("", passport_address(here, own["indicator"], own["year"], own["area"]))
            for own in result.summary.values()
        ],
    )


def _difference(own: ProfileLine) -> str:
    if isnan(own["value"]):
        return ""
    return words.BEYOND.get(own["beyond"], words.METHODS["none"] if isnan(own["lower"]) else "")


def profile_file(result: Profile, indicators: Sequence[Indicator]) -> FileTable:
    """Return every figure of a profile, unformatted, one row per indicator and municipality."""
    labels = {each.id: each for each in indicators}
    rows = pd.DataFrame(result.rows)
    return file_table(
        pd.DataFrame(
            {
                "indicator": [labels[each].label_ja for each in rows["indicator"]],
                "unit": [labels[each].unit_ja for each in rows["indicator"]],
                "area": rows["area"],
                "name": rows["name_ja"],
                "year": rows["year"].astype("Int64"),
                "value": rows["value"],
                "lower": rows["lower"],
                "upper": rows["upper"],
                "numerator": rows["numerator"],
                "denominator": rows["denominator"],
                "denominator_year": rows["denominator_year"],
                "status": [status_word(status) for status in rows["status"]],
                "note": [sentences.WITHHELD.get(reason, "") for reason in rows["reason"]],
            }
        ),
        unit=shared_unit(indicators),
    )
