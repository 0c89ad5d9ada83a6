"""配布資料: the papers of a meeting as PDF, one view on each page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carecompare.reports.papers.handout import HandoutPage, handout_paper
from carecompare.reports.papers.pdf import paper_file
from carecompare.text.files import paper_words
from carecompare.text.format import date
from carecompare.views.files.paper_pieces import made_today
from carecompare.views.files.registry import renewed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal

    from carecompare.own import Meeting, MeetingItem
    from carecompare.reports.papers.pdf import PaperFile
    from carecompare.views.base.here import Page


MADE = "handout_made"
# Making the views again takes about as long as drawing them; setting the pages is soon done.
HALF = 0.45


def handout_pages(
    here: Page, items: Sequence[MeetingItem], progress: Callable[[int], object] = lambda _: None
) -> list[HandoutPage]:
    """Return the views of a meeting as pages, with what they show today.

    Parameters
    ----------
    here : Page
        With the store and definitions of today.
    items : sequence of MeetingItem
        In their order.
    progress : callable
        Told the number of the item that is made again, from 1.

    Returns
    -------
    list of HandoutPage
        A view that shows nothing any more stands with the table it had, and says so.
    """
    pages = []
    for place, item in enumerate(items, 1):
        progress(place)
        now = renewed(here.loaded, item.exhibit, here.keeper)
        remark = "" if now else paper_words.HANDOUT_OLD.format(made=date(item.exhibit.made))
        pages.append(HandoutPage(item.title, now or item.exhibit, remark))
    return pages


def handout_file(
    here: Page, papers: Meeting, progress: Callable[[float, str], object] = lambda _, __: None
) -> PaperFile:
    """Return the papers of a meeting as PDF.

    Parameters
    ----------
    here : Page
        The page with its choice.
    papers : Meeting
        Of the own municipality.
    progress : callable
        Told the share done and what is being made.

    Returns
    -------
    PaperFile
        A4, a page or more for each view.
    """
    count = max(len(papers.items), 1)

    def tell(begun: float, place: int) -> None:
        said = paper_words.HANDOUT_PROGRESS.format(count=count, place=place)
        progress(begun + HALF * place / count, said)

    pages = handout_pages(here, papers.items, partial(tell, 0.0))
    paper = handout_paper(
        papers.title or paper_words.HANDOUT.format(own=here.own_label),
        here.full_label(here.own),
        made_today(),
        pages,
        partial(tell, HALF),
    )
    return paper_file(paper)


SIZES: tuple[Literal["a4", "a3"], ...] = ("a4", "a3")
