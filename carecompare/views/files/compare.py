"""A town beside others as a drawn file, without a server: what ``python -m carecompare compare`` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SelectionError
from carecompare.reports.papers.pdf import paper_file
from carecompare.reports.slides.deck import SlideItem
from carecompare.reports.workbooks.workbook import Shown, workbook
from carecompare.tables import COMPARISON_COLUMNS
from carecompare.text import sentences, words
from carecompare.text.format import status_word
from carecompare.views.base.block import exhibit
from carecompare.views.base.file_columns import file_table
from carecompare.views.files.deck import deck, deck_file
from carecompare.views.files.paper_sheet import analysis_paper
from carecompare.views.files.registry import VIEWS
from carecompare.views.files.standard_slides import standard_exhibits
from carecompare.views.files.takeaway import cover, definitions, figures, sources_of
from carecompare.views.files.web import deck_page
from carecompare.views.shapes.compared import all_compared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carecompare.comparisons import Comparison
    from carecompare.views.base.here import Page


SHEET = "sheet"


def comparison_workbook(here: Page) -> bytes:
    """Return 比較分析表 with the comparison in full, definitions and sources."""
    block = VIEWS[SHEET].block(here, "")
    if block is None:
        raise SelectionError("nobody_to_compare", found=here.comparators_label)
    shown = exhibit(block, here.selection.as_query())
    found = all_compared(here)
    frame = pd.concat([_in_words(each) for each in found], ignore_index=True)
    indicators = [each.indicator for each in found]
    return workbook(
        cover(here, shown.title, [shown.title], compares=True),
        [Shown(shown, figures(file_table(frame), indicators))],
        definitions(here.catalog, indicators),
        sources_of(here.catalog, [shown]),
    )


def _in_words(found: Comparison) -> pd.DataFrame:
    frame = pd.DataFrame(found.filed, columns=list(COMPARISON_COLUMNS))
    return pd.DataFrame(
        {
            "indicator": found.indicator.label_ja,
            "unit": found.indicator.unit_ja,
            "area": frame["area"],
            "name": frame["name_ja"],
            "year": frame["year"],
            **{name: frame[name] for name in ("value", "lower", "upper", "numerator", "denominator")},
            "denominator_year": frame["denominator_year"].astype("Int64"),
            "rank": frame["rank"].astype("Int64"),
            "status": [status_word(status) for status in frame["status"]],
            "kind": [words.METHODS.get(method, "") for method in frame["method"]],
            "note": [sentences.WITHHELD.get(reason, "") for reason in frame["reason"]],
        }
    )


def comparison_slides(here: Page) -> bytes:
    """Return the usual twelve slides."""
    slides = [SlideItem(each) for each in standard_exhibits(here)]
    return deck_file(deck(here.loaded, here.own, slides))


def comparison_page(here: Page) -> bytes:
    """Return the usual twelve views as one HTML file."""
    return deck_page(deck(here.loaded, here.own, [SlideItem(each) for each in standard_exhibits(here)]))


def comparison_paper(here: Page) -> bytes:
    """Return the sheet of all indicators on A4, without what the town has written beside it."""
    return paper_file(analysis_paper(here, {}, "a4")).content


# The one place for a further kind of file; a CSV is not drawn.
FILES: Mapping[str, Callable[[Page], bytes]] = {
    "xlsx": comparison_workbook,
    "pptx": comparison_slides,
    "pdf": comparison_paper,
    "html": comparison_page,
}
