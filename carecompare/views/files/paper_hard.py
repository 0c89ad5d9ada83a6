"""The list of blocks that services hardly reach on paper, each line with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.reports.papers.tables import PaperTable, tables_paper
from carecompare.text.topics.reach import reach_hard_words
from carecompare.views.base.block import grid
from carecompare.views.files.paper_pieces import made_today
from carecompare.views.topics.reach.hard import hard_block

if TYPE_CHECKING:
    from carecompare.reports.papers.paper import Paper
    from carecompare.views.base.here import Page


def hard_paper(here: Page) -> Paper | None:
    """Return the list as a paper; None of a town without points."""
    block = hard_block(here)
    if block is None:
        return None
    return tables_paper(
        reach_hard_words.TITLE,
        here.full_label(here.own),
        made_today(),
        (block.finding, block.subtitle, *block.notes),
        [PaperTable("", grid(block.table))],
        block.source,
    )
