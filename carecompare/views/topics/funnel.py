"""The funnel of a share: is the difference from the nation within what chance allows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import funnel_dots, funnel_points, lower
from carecompare.comparisons import FUNNEL_INSIDE, funnel, funnel_curve, funnel_row
from carecompare.tables import NATION
from carecompare.text import words
from carecompare.text.format import era_year, interval, with_unit
from carecompare.text.sentences import WITHHELD
from carecompare.text.topics import funnel_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block, years_behind
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.passport import passport_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts import Dots, Picture
    from carecompare.comparisons import Funnel
    from carecompare.file_tables import FileTable
    from carecompare.rows import FunnelRow, Years
    from carecompare.views.base.here import Page


KIND = "proportion"


@dataclass(frozen=True)
class _Everyone:
    """What a funnel shows whatever the own municipality is."""

    funnel: Funnel
    dots: Dots | None
    notes: tuple[str, ...]


def funnel_block(here: Page, indicator: Indicator) -> Block | None:
    """Return the funnel of a share around the nation.

    Parameters
    ----------
    here : Page
        The page with its choice.
    indicator : Indicator
        What the page looks at.

    Returns
    -------
    Block or None
        None of what is no share or was never collected.
    """
    if indicator.kind != KIND or indicator.id not in here.loaded.latest:
        return None
    return here.view("funnel", indicator.id, lambda: _block(here, indicator))


def _block(here: Page, indicator: Indicator) -> Block:
    year = here.loaded.latest[indicator.id]
    values = here.loaded.indicator_year(indicator.id, year)
    everyone = here.cached("everybody", f"funnel {indicator.id}", lambda: _everyone(here, indicator))
    result, judged = everyone.funnel, everyone.funnel.rows
    own = funnel_row(values, here.loaded.labels, indicator, here.own, result.between)
    compared = frozenset(here.peers)
    peers = [row for row in judged if row["area"] in compared]
    denominator = here.catalog.counts[indicator.denominator[0].removeprefix("-")]
    shown: list[Years] = [
        {"year": year, "denominator_year": values.figures(code)["denominator_year"]}
        for code in (here.own, NATION)
    ]
    when = era_year(year, fiscal=indicator.fiscal_year)
    picture = _chart(everyone, own, peers, indicator, denominator.label_ja)
    return Block(
        key=f"funnel_{indicator.id}_{year}_{here.own}",
        finding=funnel_words.finding(here.own_label, own, result.reference, indicator),
        subtitle=funnel_words.SUBTITLE.format(
            label=indicator.label_ja,
            unit=indicator.unit_ja,
            when=when,
            denominator=denominator.label_ja,
            reference=with_unit(result.reference, indicator),
        ),
        chart=picture,
        staged=partial(lower, picture),
        table=_table(here, [*([own] if own else []), *peers], indicator, year),
        file=partial(_file, own, judged, indicator.unit_ja),
        origins=origins_of(here, years_behind(indicator, shown)),
        indicators=(indicator.id,),
        what=funnel_words.WHAT.format(label=indicator.label_ja, unit=indicator.unit_ja, when=when),
        notes=everyone.notes,
    )


def _everyone(here: Page, indicator: Indicator) -> _Everyone:
    values = here.loaded.indicator_year(indicator.id, here.loaded.latest[indicator.id])
    result = funnel(values, here.loaded.labels, indicator)
    if not result.rows:
        return _Everyone(result, None, (funnel_words.RULE,))
    inside = sum(row["where"] == FUNNEL_INSIDE for row in result.rows)
    said = funnel_words.spread(result.inside_chance, inside, len(result.rows))
    return _Everyone(result, funnel_dots(result.rows, indicator), (said, funnel_words.RULE))


def _chart(
    everyone: _Everyone, own: FunnelRow | None, peers: Sequence[FunnelRow], indicator: Indicator, size: str
) -> Picture | None:
    dots, reference = everyone.dots, everyone.funnel.reference
    if dots is None:
        return None
    sizes = [*dots.sizes, *([own["population"]] if own else [])]
    curve = funnel_curve(reference, indicator, min(sizes), max(sizes), everyone.funnel.between)
    return funnel_points(dots, own, peers, curve, reference, indicator, size)


def _table(here: Page, rows: Sequence[FunnelRow], indicator: Indicator, year: int) -> Table:
    digits = indicator.decimals
    return Table(
        columns=list(funnel_words.COLUMNS),
        rows=[
            (
                row["name_ja"],
                number_cell(row["population"]),
                number_cell(row["value"], digits, unit=indicator.unit_ja),
                interval(row["low_95"], row["high_95"], digits),
                interval(row["wide_low_95"], row["wide_high_95"], digits),
                interval(row["wide_low_998"], row["wide_high_998"], digits),
                _where(row),
            )
            for row in rows
        ],
        numeric=frozenset({1, 2, 3, 4, 5}),
        kind="worded",
        centred=frozenset({6}),
        own_rows=frozenset(place for place, row in enumerate(rows) if row["area"] == here.own),
        links=[("", "", passport_address(here, indicator.id, year, row["area"])) for row in rows],
        caption=f"{indicator.label_ja}（{indicator.unit_ja}）",
    )


def _where(row: FunnelRow) -> str:
    return funnel_words.WHERE.get(row["where"], "") or words.NOT_RANKED.get(row["reason"], "")


def _file(own: FunnelRow | None, everyone: Sequence[FunnelRow], unit: str) -> FileTable:
    rows = [own, *(row for row in everyone if row["area"] != own["area"])] if own else everyone
    heading = funnel_words.FILE
    columns: dict[str, list[str] | list[float]] = {
        "area": [row["area"] for row in rows],
        "name": [row["name_ja"] for row in rows],
        "population": [row["population"] for row in rows],
        "value": [row["value"] for row in rows],
        **{name: [row[name] for row in rows] for name in ("low_95", "high_95", "low_998", "high_998")},
        **{
            name: [row[name] for row in rows]
            for name in ("wide_low_95", "wide_high_95", "wide_low_998", "wide_high_998")
        },
        "where": [funnel_words.WHERE.get(row["where"], "") for row in rows],
        "note": [WITHHELD.get(row["reason"], "") for row in rows],
    }
    frame = pd.DataFrame({name: columns[name] for name in heading})
    return file_table(frame, heading, unit=unit, figures=("value",))
