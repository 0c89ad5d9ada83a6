"""The piece of the page on the health of the data that counts offices outside their municipality."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from carecompare.store import outside_positions
from carecompare.text.data import health_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.data.health import BY_SOURCE

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


MANY_AT_ONE_POINT = 10


def positions_block(here: Page) -> Block:
    """Return how many offices stand outside their municipality, by service."""
    return here.cached("everybody", "data_health positions", partial(_positions_block, here))


def _positions_block(here: Page) -> Block:
    found = outside_positions(here.store)
    at: Counter[tuple[float, float]] = Counter()
    for _, latitude, longitude, offices in found:
        at[latitude, longitude] += offices
    shared = {point: offices for point, offices in at.most_common() if offices >= MANY_AT_ONE_POINT}
    outside: Counter[str] = Counter()
    on_shared: Counter[str] = Counter()
    for service, latitude, longitude, offices in found:
        outside[service] += offices
        on_shared[service] += offices * ((latitude, longitude) in shared)
    labels = {each.id: each.label_ja for each in here.catalog.facilities.values()}
    labels |= {each.number: each.label_ja for each in here.catalog.services.values()}
    rows = [
        (labels.get(service, service), number_cell(offices), number_cell(on_shared[service]))
        for service, offices in outside.most_common()
    ]
    points = [(*point, offices) for point, offices in shared.items()]
    return Block(
        key="data_health_positions",
        finding=health_words.positions_finding(outside.total(), points),
        subtitle=health_words.POSITIONS_SUBTITLE,
        table=Table(list(health_words.POSITIONS_COLUMNS.values()), rows, numeric=frozenset({1, 2})),
        file=partial(rows_table, rows, health_words.POSITIONS_COLUMNS),
        credit=BY_SOURCE,
    )
