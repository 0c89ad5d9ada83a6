"""A town beside others as a file, without a server: what ``python -m carecompare compare`` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.build import build_store, fresh_store
from carecompare.errors import SelectionError
from carecompare.reports import Shown, SlideItem, csv_file, paper_file, workbook
from carecompare.text import comparator_words, sentences, words
from carecompare.text.format import status_word
from carecompare.views.base.block import exhibit
from carecompare.views.base.choice import SEPARATOR, Selection
from carecompare.views.base.here import page_of
from carecompare.views.base.installation import opened
from carecompare.views.base.kept import office_keeper
from carecompare.views.files.deck import deck, deck_file
from carecompare.views.files.paper_sheet import analysis_paper
from carecompare.views.files.registry import VIEWS
from carecompare.views.files.standard_slides import standard_exhibits
from carecompare.views.files.takeaway import cover, definitions, figures, sources_of
from carecompare.views.files.web import deck_page
from carecompare.views.shapes.ranked import compared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from carecompare.comparisons import Comparison
    from carecompare.paths import Paths
    from carecompare.views.base.here import Page


SHEET = "sheet"


def compared_file(paths: Paths, own: str, vs: str, chosen: Sequence[str], kind: str) -> bytes:
    """Return a comparison of all main indicators in their latest year.

    Parameters
    ----------
    paths : Paths
        The installation; its store is built where it is missing or stale.
    own : str
        Code of the own municipality.
    vs : str
        Set of comparators.
    chosen : sequence of str
        Codes, for the set ``free``.
    kind : str
        One of `FILES`.

    Returns
    -------
    bytes
        The file.

    Raises
    ------
    SelectionError
        If a municipality does not exist, or nobody is in the set.
    CareCompareError
        If a definition or a table of figures is wrong.
    """
    loaded = opened(paths, (fresh_store(paths) or build_store(paths)).name)
    try:
        codes = tuple(code for code in chosen if code)
        for code in (own, *codes):
            if code not in loaded.municipalities:
                raise SelectionError("area_unknown", found=code)
        selection = Selection(own=own, vs=vs, chosen=SEPARATOR.join(codes))
        here = page_of(loaded, selection, office_keeper())
        if not here.peers:
            raise SelectionError("nobody_to_compare", found=comparator_words.SETS[vs].label)
        return FILES[kind](here)
    finally:
        loaded.store.close()


def comparison_csv(here: Page) -> bytes:
    """Return COMPARISON rows of all main indicators as a CSV."""
    return csv_file(pd.concat([each.frame for each in comparisons(here)], ignore_index=True)).content


def comparison_workbook(here: Page) -> bytes:
    """Return 比較分析表 with the comparison in full, definitions and sources."""
    block = VIEWS[SHEET].block(here, "")
    if block is None:
        raise SelectionError("nobody_to_compare", found=comparator_words.SETS[here.selection.vs].label)
    shown = exhibit(block, here.selection.as_query())
    found = comparisons(here)
    frame = pd.concat([_in_words(each) for each in found], ignore_index=True)
    indicators = [each.indicator for each in found]
    return workbook(
        cover(here, shown.title, [shown.title], compares=True),
        [Shown(shown, figures(frame, indicators))],
        definitions(here.catalog, indicators),
        sources_of(here.catalog, [shown]),
    )


def comparisons(here: Page) -> list[Comparison]:
    """Return the comparison of every main indicator that was collected, in its latest year."""
    latest = here.loaded.latest
    return [
        compared(here, each, latest[each.id]) for each in here.catalog.main_indicators if each.id in latest
    ]


def _in_words(found: Comparison) -> pd.DataFrame:
    frame, column = found.frame, words.COLUMN
    return pd.DataFrame(
        {
            column["indicator"]: found.indicator.label_ja,
            column["unit"]: found.indicator.unit_ja,
            column["area"]: frame["area"],
            column["name"]: frame["name_ja"],
            column["year"]: frame["year"],
            **{column[name]: frame[name] for name in ("value", "lower", "upper", "numerator", "denominator")},
            column["denominator_year"]: frame["denominator_year"].astype("Int64"),
            column["rank"]: frame["rank"].astype("Int64"),
            column["status"]: [status_word(status) for status in frame["status"]],
            column["kind"]: [words.METHODS.get(method, "") for method in frame["method"]],
            column["note"]: [sentences.WITHHELD.get(reason, "") for reason in frame["reason"]],
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


# The one place for a further kind of file.
FILES: Mapping[str, Callable[[Page], bytes]] = {
    "csv": comparison_csv,
    "xlsx": comparison_workbook,
    "pptx": comparison_slides,
    "pdf": comparison_paper,
    "html": comparison_page,
}
