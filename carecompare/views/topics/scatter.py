"""Any two figures over all municipalities, and whether they go together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import isnan, nan
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import Axis, ScatterPoint, lower, scatter, scattered
from carecompare.file_tables import FileColumn
from carecompare.measures.correlation import rank_correlation
from carecompare.text import words
from carecompare.text.format import era_year, number
from carecompare.text.topics import scatter_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.table import Table
from carecompare.views.shapes.chosen import chosen_indicator
from carecompare.views.shapes.national import national_of, origins_of_all
from carecompare.views.shapes.passport import passport_address, passport_links

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.charts import Scattered
    from carecompare.file_tables import FileTable
    from carecompare.views.base.here import Page
    from carecompare.views.shapes.national import National


FEWEST = 30
ACROSS_ITEM = parameter("across", lambda value, known: value in known.catalog.indicators, "item_unknown")
FIRST_UP, FIRST_ACROSS = "certification_rate", "share_75_and_over"


@dataclass(frozen=True)
class _Everyone:
    """What the picture shows whatever the own municipality is."""

    across: National
    up: National
    picture: Scattered | None
    coefficient: float
    firm: int


def scatter_block(here: Page) -> Block | None:
    """Return the picture of the two chosen figures; None where both are the same."""
    up = chosen_indicator(here, first=FIRST_UP)
    across = chosen_indicator(here, ACROSS_ITEM, FIRST_ACROSS)
    if up.id == across.id:
        return None
    return here.view("scatter", f"{up.id} {across.id}", lambda: _block(here, up, across))


def _block(here: Page, up: Indicator, across: Indicator) -> Block:
    everyone = here.cached("country", f"scatter {up.id} {across.id}", lambda: _everyone(here, up, across))
    points = {point.area: point for point in everyone.picture.points} if everyone.picture else {}
    own = points.get(here.own)
    peers = [points[code] for code in here.peers if code in points]
    axes = (_axis(everyone.across), _axis(everyone.up))
    titles = {"up": axes[1].title, "across": axes[0].title}
    picture = scatter(everyone.picture, own, peers, axes) if everyone.picture else None
    return Block(
        key=f"scatter_{up.id}_{across.id}_{here.own}",
        finding=_finding(here, everyone, own),
        subtitle=scatter_words.SUBTITLE.format(**titles),
        chart=picture,
        staged=partial(lower, picture),
        table=_table(here, everyone),
        file=partial(_file, everyone),
        origins=origins_of_all(here, everyone.up.behind, everyone.across.behind),
        notes=_notes(here, everyone, len(points)),
        passports=passport_links(
            here, [national.rows[here.own] for national in (everyone.up, everyone.across)]
        ),
        wide=True,
        indicators=(up.id, across.id),
        what=scatter_words.WHAT.format(**titles),
    )


def _everyone(here: Page, up: Indicator, across: Indicator) -> _Everyone:
    above, beside = (national_of(here, each, here.loaded.latest[each.id]) for each in (up, across))
    residents = here.loaded.surroundings.residents
    points = []
    for code, row in above.rows.items():
        other = beside.rows[code]
        if isnan(row["value"]) or isnan(other["value"]):
            continue
        is_firm = not (isnan(row["rank"]) or isnan(other["rank"]))
        people = residents.get(code, 0.0)
        points.append(ScatterPoint(code, row["name_ja"], other["value"], row["value"], people, is_firm))
    firm = [point for point in points if point.is_firm]
    coefficient = nan
    if len(firm) >= FEWEST:
        coefficient = rank_correlation([each.across for each in firm], [each.up for each in firm])
    return _Everyone(beside, above, scattered(points) if points else None, coefficient, len(firm))


def _axis(national: National) -> Axis:
    indicator = national.indicator
    when = era_year(national.year, fiscal=indicator.fiscal_year)
    title = scatter_words.AXIS.format(name=indicator.name_ja, unit=indicator.unit_ja, when=when)
    separator = "" if indicator.is_a_year else ","
    return Axis(title, f"{separator}.{indicator.decimals}f", indicator.unit_ja)


def _finding(here: Page, everyone: _Everyone, own: ScatterPoint | None) -> str:
    up, across = everyone.up.indicator, everyone.across.indicator
    names = {"up": up.name_ja, "across": across.name_ja}
    relation = scatter_words.relation(everyone.coefficient, **names)
    if own is None:
        return scatter_words.FINDING_WITHOUT.format(relation=relation, own=here.own_label)
    return scatter_words.FINDING.format(
        relation=relation,
        own=here.own_label,
        up_value=scatter_words.figure_said(own.up, up, everyone.up.rows[here.own]["reason"]),
        across_value=scatter_words.figure_said(own.across, across, everyone.across.rows[here.own]["reason"]),
        **names,
    )


def _notes(here: Page, everyone: _Everyone, drawn: int) -> tuple[str, ...]:
    picture, up, across = everyone.picture, everyone.up.indicator, everyone.across.indicator
    shared = [here.catalog.counts[each].label_ja for each in up.counts if each in across.counts]
    edge = 0
    if picture is not None:
        edge = sum(
            not (picture.across[0] <= each.across <= picture.across[1])
            or not (picture.up[0] <= each.up <= picture.up[1])
            for each in picture.points
        )
    missing = len(here.loaded.municipalities) - drawn
    said = (
        scatter_words.coefficient_note(everyone.coefficient, everyone.firm),
        scatter_words.SHARED.format(counts="、".join(shared)) if shared else "",
        scatter_words.AT_EDGE.format(count=number(edge)) if edge else "",
        scatter_words.NOT_DRAWN.format(count=number(missing)) if missing else "",
        up.notes_ja,
        across.notes_ja,
    )
    return tuple(dict.fromkeys(filter(None, said)))


def _table(here: Page, everyone: _Everyone) -> Table:
    both = (everyone.up, everyone.across)
    codes = [here.own, *here.peers]
    residents = here.loaded.surroundings.residents
    return Table(
        columns=[
            words.COLUMN["name"],
            *(_axis(each).title for each in both),
            scatter_words.POPULATION,
        ],
        rows=[
            (
                here.label(code),
                *(each.cells[code][0] for each in both),
                number_cell(residents.get(code, nan)),
            )
            for code in codes
        ],
        numeric=frozenset({1, 2, 3}),
        own_rows=frozenset({0}),
        links=[
            ("", *(passport_address(here, each.indicator.id, each.rows[code]["year"], code) for each in both))
            for code in codes
        ],
        caption=scatter_words.CAPTION,
    )


def _file(everyone: _Everyone) -> FileTable:
    up, across = everyone.up, everyone.across
    points = everyone.picture.points if everyone.picture else ()
    note = [
        words.NOT_RANKED.get(up.rows[each.area]["reason"] or across.rows[each.area]["reason"], "")
        for each in points
    ]
    frame = pd.DataFrame(
        {
            "area": [each.area for each in points],
            "name": [each.name for each in points],
            up.indicator.id: [each.up for each in points],
            across.indicator.id: [each.across for each in points],
            "residents": [each.people for each in points],
            "note": note,
        }
    )
    axes = {
        each.indicator.id: FileColumn(each.indicator.id, _axis(each).title, unit=each.indicator.unit_ja)
        for each in (up, across)
    }
    return file_table(frame, {**axes, "residents": scatter_words.POPULATION, "note": scatter_words.NOTE})
