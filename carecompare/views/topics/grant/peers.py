"""One score of the incentive grants across the peers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.views.base.choice import ITEM
from carecompare.views.shapes.ranked import ranked_block
from carecompare.views.topics.grant.table import TOPIC, TOTAL, chosen_year

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def chosen_score(here: Page) -> Indicator:
    """Return the score that the link names, else the total."""
    known = here.catalog.indicators
    wanted = known.get(here.selection[ITEM])
    return wanted if wanted is not None and wanted.topic == TOPIC else known[TOTAL]


def peers_block(here: Page) -> Block | None:
    """Return a score of the own municipality and its peers; None where no table was imported."""
    year = chosen_year(here)
    if not year:
        return None
    indicator = chosen_score(here)
    return here.view("grant_peers", f"{indicator.id} {year}", lambda: ranked_block(here, indicator, year))
