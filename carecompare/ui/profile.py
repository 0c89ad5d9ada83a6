"""One municipality across several indicators: the block that the page on resources and the home page show."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import strips
from carecompare.comparisons import Profile, profile
from carecompare.text import sentences, words
from carecompare.text.chart_words import STRIPS_LEGEND
from carecompare.text.format import interval, number, status_word, year_word
from carecompare.ui.blocks import Block, source_line
from carecompare.ui.html import Table
from carecompare.ui.passport import passport_address, passport_links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.ui.frame import Page


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
    rows = here.loaded.of_areas.rows([each.id for each in indicators], [here.own, *here.peers])
    result = profile(rows, here.loaded.labels, indicators, here.loaded.latest, here.own, here.peers)
    names = {each.id: each.name_ja for each in indicators}
    above, below = (
        [names[each] for each, own in result.summary.items() if own["beyond"] == way]
        for way in ("higher", "lower")
    )
    shown = years_shown(result)
    counts = {
        count: shown[each.id] for each in indicators if each.id in here.loaded.latest for count in each.counts
    }
    return Block(
        key=f"{key}_{here.own}",
        finding=finding or sentences.beyond_chance(here.own_label, above, below, words.OF_PEERS),
        subtitle=f"{STRIPS_LEGEND}。{words.RESOURCES_PROFILE_SUBTITLE}",
        chart=strips(result.rows, indicators),
        table=_table(here, result, indicators),
        file=partial(_file, result, indicators),
        source=source_line(here, counts),
        notes=tuple(each for each in notes if each),
        passports=passport_links(here, result.summary.values()),
    )


def years_shown(result: Profile) -> dict[str, list[int]]:
    """Return the years that stand behind each indicator of a profile, denominators' years among them."""
    shown: dict[str, set[int]] = {}
    for row in result.rows:
        if not isnan(row["year"]):
            years = (row["year"], row["denominator_year"])
            shown.setdefault(row["indicator"], set()).update(int(year) for year in years if not isnan(year))
    return {indicator: sorted(years) for indicator, years in shown.items()}


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
                number(own["value"], each.decimals) or status_word(own["status"]),
                interval(own["lower"], own["upper"], each.decimals),
                number(own["median"], each.decimals),
                number(own["numerator"]),
                year_word(own["year"]),
                words.NOT_RANKED.get(own["reason"], words.BEYOND.get(own["beyond"], "")),
            )
        )
    headings = ("item", "own", "interval", "median", "numerator", "year", "difference")
    return Table(
        columns=[column[each] for each in headings],
        rows=rows,
        numeric=frozenset({1, 2, 3, 4, 5}),
        own_columns=frozenset({1}),
        groups=groups,
        links={
            (i, 1): passport_address(here, own["indicator"], own["year"], own["area"])
            for i, own in enumerate(result.summary.values())
            if not isnan(own["year"])
        },
    )


def _file(result: Profile, indicators: Sequence[Indicator]) -> pd.DataFrame:
    column = words.COLUMN
    labels = {each.id: each for each in indicators}
    rows = pd.DataFrame(result.rows)
    return pd.DataFrame(
        {
            column["indicator"]: [labels[each].label_ja for each in rows["indicator"]],
            column["unit"]: [labels[each].unit_ja for each in rows["indicator"]],
            column["area"]: rows["area"],
            column["name"]: rows["name_ja"],
            column["year"]: rows["year"].astype("Int64"),
            column["value"]: rows["value"],
            column["lower"]: rows["lower"],
            column["upper"]: rows["upper"],
            column["numerator"]: rows["numerator"],
            column["denominator"]: rows["denominator"],
            column["denominator_year"]: rows["denominator_year"],
            column["status"]: [status_word(status) for status in rows["status"]],
            column["note"]: [sentences.WITHHELD.get(reason, "") for reason in rows["reason"]],
        }
    )
