"""Offices of every service in each district of the own town."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.comparisons.access.district_figures import district_offices
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_district_words, reach_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.reach.districts import is_declared, kept_districts, of_points
from carecompare.views.topics.reach.visitors import of_visitor
from carecompare.views.topics.reach.ways import offices, points, reach_origins, service_label

if TYPE_CHECKING:
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


def district_offices_block(here: Page) -> Block | None:
    """Return the offices by service and district; None where no districts are declared."""
    if not is_declared(kept_districts(here)[0]) or not len(points(here)):
        return None
    return of_visitor(here, "reach_district_offices", lambda: _block(here))


def _block(here: Page) -> Block:
    districts = kept_districts(here)[0]
    names = [each.name for each in districts.districts]
    listed = pd.concat(
        [each.listed[each.listed["municipality"] == here.own] for each in offices(here).values()]
    )
    counted = district_offices(points(here), of_points(points(here), districts), listed)
    has_none = "" in counted
    headed = [*names, *([""] if has_none else [])]
    rows: list[tuple[Cell | str, ...]] = []
    everywhere = 0
    for service in offices(here):
        numbers = [counted.get(name, Counter())[service] for name in headed]
        everywhere += all(numbers[: len(names)])
        rows.append(
            (
                service_label(here, service),
                *(number_cell(each) for each in numbers),
                number_cell(sum(numbers)),
            )
        )
    columns = {
        "service": reach_district_words.OFFICES_SERVICE,
        **{f"district_{place}": name for place, name in enumerate(names, 1)},
        **({"in_none": reach_district_words.IN_NONE} if has_none else {}),
        "total": reach_district_words.OFFICES_TOTAL,
    }
    return Block(
        key=f"reach_district_offices_{here.own}",
        finding=reach_district_words.OFFICES_FINDING.format(
            own=here.own_label, districts=number(len(names)), all=number(len(rows)), everywhere=everywhere
        ),
        subtitle=reach_district_words.OFFICES_SUBTITLE,
        table=Table(columns=list(columns.values()), rows=rows, numeric=frozenset(range(1, len(columns)))),
        file=partial(rows_table, rows, columns),
        origins=reach_origins(here, list(offices(here))),
        notes=(reach_district_words.OFFICES_NOTE, reach_words.NOT_COMPLETE),
        wide=True,
        what=reach_district_words.OFFICES_SUBTITLE,
    )
