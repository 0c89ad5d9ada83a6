"""How long a deck of twelve slides takes, beside as many bare charts written by the library alone."""

from __future__ import annotations

import io
import time

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from table import Aim, Row, Sample

from carecompare.reports.slides.deck import SlideItem
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.files.deck import deck, deck_file
from carecompare.views.files.standard_slides import STANDARD_SLIDES, standard_exhibits

TOWNS = ("15202", "13112", "46523", "30362", "01100")
WITHIN_S = 5.0
INCH = 914_400


def slide_rows(repeats: int) -> list[Row]:
    """Return seconds from a town's code to the bytes of its twelve slides, with their views made for it.

    Parameters
    ----------
    repeats : int
        Decks of each side, in turn; the town changes with each.

    Returns
    -------
    list of Row
        The floor is twelve slides with a chart of thirteen bars each, and nothing else.
    """
    loaded = load()
    ours, floor = [], []
    for place in range(repeats):
        own = TOWNS[place % len(TOWNS)]
        begun = time.perf_counter()
        here = page_for(loaded, {"own": own, "vs": "prefecture" if place % 2 else "exemplars"})
        slides = [SlideItem(each) for each in standard_exhibits(here)]
        deck_file(deck(loaded, own, slides))
        ours.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        _bare(STANDARD_SLIDES)
        floor.append(time.perf_counter() - begun)
    name = f"{STANDARD_SLIDES} slides of a town, views and appendix"
    return [Row(name, "s", Sample(tuple(ours)), Sample(tuple(floor)), Aim("median", WITHIN_S))]


def _bare(count: int) -> bytes:
    given = Presentation()
    for _ in range(count):
        slide = given.slides.add_slide(given.slide_layouts[5])
        figures = CategoryChartData()
        figures.categories = [f"{number}" for number in range(13)]
        figures.add_series("-", range(13))
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, INCH, INCH, 6 * INCH, 4 * INCH, figures)
    stream = io.BytesIO()
    given.save(stream)
    return stream.getvalue()
