"""How long a paper takes from the click to the bytes, beside typst setting a page with one word."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from table import Aim, Row, Sample

from carecompare.reports.papers.paper import Paper, Sheet, Words
from carecompare.reports.papers.pdf import paper_file
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.files.paper_face import face
from carecompare.views.files.paper_pair import pair_sheet
from carecompare.views.files.paper_sheet import analysis_paper

if TYPE_CHECKING:
    from collections.abc import Callable

# The cases' municipalities in turn, so that nothing of a paper is left from the one before.
VS = "similar"
OTHER = "12100"
WORD = Paper("word", "", "", (Sheet((Words("word"),)),))


def paper_rows(repeats: int) -> list[Row]:
    """Return how long the papers of a municipality take, each of another municipality than the last.

    Parameters
    ----------
    repeats : int
        Papers of each kind, at most as many as there are cases.

    Returns
    -------
    list of Row
        Seconds; the floor is one word on one page.
    """
    loaded = load()
    owns = loaded.catalog.exemplars[:repeats]
    paper_file(face(page_for(loaded, {"own": owns[-1], "vs": VS})))  # letters and libraries are read once
    pages = [page_for(loaded, {"own": own, "vs": VS}) for own in owns]
    floor = Sample(tuple(_seconds(lambda: WORD) for _ in owns))
    kinds: dict[str, Callable[[int], Paper]] = {
        "A4 sheet of one municipality": lambda place: face(pages[place]),
        "all indicators on A4": lambda place: analysis_paper(pages[place], {}, "a4"),
        "two municipalities on A4": lambda place: pair_sheet(pages[place], OTHER),
    }
    rows = []
    for name, make in kinds.items():
        ours = tuple(_seconds(partial(make, place)) for place in range(len(owns)))
        rows.append(Row(name, "s", Sample(ours), floor, Aim("median", 2)))
    return rows


def _seconds(make: Callable[[], Paper]) -> float:
    begun = time.perf_counter()
    paper_file(make())
    return time.perf_counter() - begun
