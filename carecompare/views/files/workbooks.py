"""The papers of a meeting as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from carecompare.text import words
from carecompare.text.files import workbook_words
from carecompare.text.format import date
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.files.registry import view_block
from carecompare.views.files.takeaway import Taken, views_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.own import Meeting, MeetingItem
    from carecompare.views.base.here import Page


MEGABYTE = 1_000_000


def papers_workbook(here: Page, papers: Meeting, progress: Callable[[int], object] = lambda _: None) -> bytes:
    """Return the papers as a workbook.

    Every view stands there as it was when it was added. Its figures in full stand beside it where the view
    still shows the same today; where it does not, the cover says so.

    Parameters
    ----------
    here : Page
        The page.
    papers : Meeting
        What was put together.
    progress : callable
        Told how many views are ready.
    """
    taken = []
    for place, item in enumerate(papers.items, 1):
        progress(place - 1)
        taken.append(_taken(here, item, place))
    title = papers.title or workbook_words.PAPERS_TITLE.format(
        own=here.own_label, papers=words.PAGES["papers"][0]
    )
    return views_workbook(here, title, taken)


def _taken(here: Page, item: MeetingItem, place: int) -> Taken:
    kept = item.exhibit
    block = view_block(here.loaded, kept.view, kept.part, kept.query, here.keeper)
    title = item.title or kept.title
    now = None if block is None else exhibit(block, kept.query)
    if block is not None and now is not None and now.grid.in_words() == kept.grid.in_words():
        # Figures and publications are those of today's record: what was kept before 2026-12 has words alone.
        same = now.source == kept.source
        shown = msgspec.structs.replace(
            kept, picture=now.picture, grid=now.grid, origins=now.origins if same else kept.origins
        )
        line = workbook_words.ITEM_LINE.format(place=place, title=title)
        page = page_for(here.loaded, kept.query, here.keeper)
        return Taken(shown, block.file(), item.title, line, page.selection.comparators if page else ())
    line = workbook_words.ITEM_AS_ADDED.format(place=place, title=title, made=date(kept.made))
    return Taken(kept, None, item.title, line)
