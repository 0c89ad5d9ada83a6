"""What a worker does before anybody asks: it loads the libraries of files, and uses each once."""

from __future__ import annotations

import carecompare.sources  # noqa: F401 - it reads imports too
from carecompare.clock import today
from carecompare.exhibits import Exhibit, Grid
from carecompare.reports.papers.handout import HandoutPage, handout_paper
from carecompare.reports.papers.pdf import paper_file
from carecompare.reports.pictures.worded_picture import picture_png
from carecompare.reports.slides.deck import SlideDeck
from carecompare.reports.workbooks.table import table_workbook
from carecompare.text import words
from carecompare.views.files.deck import deck_file

PICTURE = {
    "data": {"values": [{"place": words.PRODUCT, "figure": 1}]},
    "layer": [
        {
            "mark": "bar",
            "encoding": {
                "x": {"field": "figure", "type": "quantitative"},
                "y": {"field": "place", "type": "nominal"},
            },
        }
    ],
}


def warm() -> None:
    """Make one small file of each kind and forget it."""
    grid = Grid(columns=(words.PRODUCT,), rows=((words.PRODUCT,),))
    made = today().isoformat()
    shown = Exhibit(
        view="", part="", query={}, made=made, title="", subtitle="", grid=grid, source="", picture=PICTURE
    )
    picture_png(shown, "", "", 320)
    paper_file(handout_paper(words.PRODUCT, "", made, [HandoutPage("", shown, "")]))
    deck_file(SlideDeck((), own="", made=made, product=words.PRODUCT))
    table_workbook("1", grid.columns, [grid.columns])
