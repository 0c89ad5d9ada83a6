"""Own figures beside the published ones on the pages that rank: a ring and a row, and no rank."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import ranked_bars
from carecompare.errors import OwnDataError
from carecompare.own import OWN_FIGURES
from carecompare.text.errors.explain import sentence
from carecompare.text.format import year_word
from carecompare.text.own import own_data_words
from carecompare.views.base.kept import moment
from carecompare.views.shapes.compared import compared
from carecompare.views.shapes.ranked import nearest_rows
from carecompare.views.topics.own.checks import Named

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.catalog import Indicator
    from carecompare.file_tables import FileTable
    from carecompare.own import Kept, OwnFigure, OwnFigures
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def with_own_figure(here: Page, block: Block, indicator: Indicator, year: int) -> Block:
    """Return a ranked block with the visitor's own figure beside the published ones, where there is one.

    Parameters
    ----------
    here : Page
        The page with its choice.
    block : Block
        From `ranked_block`; shared by all visitors and left as it is.
    indicator : Indicator
        What is compared.
    year : int
        Year shown. An own figure of this year is taken, else the latest one.

    Returns
    -------
    Block
        The same where the town has no such figure. Nothing of what is computed or ranked changes.
    """
    try:
        kept = here.kept(OWN_FIGURES)
    except OwnDataError as problem:  # the published figures are shown whatever happened to the own ones
        return replace(block, notes=(*block.notes, sentence(problem)))
    figure = _figure(kept.content, indicator, year) if kept else None
    if kept is None or figure is None:
        return block
    name = own_data_words.RANKED_ROW.format(
        own=here.own_label, year=year_word(figure.year, fiscal=indicator.fiscal_year)
    )
    shown = Named(indicator.name_ja, indicator.unit_ja, indicator.decimals, indicator.is_a_year)
    row = (name, shown.exact_cell(figure.value), "", own_data_words.RANKED_NO_RANK, "", "")
    result = compared(here, indicator, year)
    return replace(
        block,
        subtitle=block.subtitle + own_data_words.RANKED_LEGEND.format(name=name),
        chart=ranked_bars(nearest_rows(result.rows), indicator, (name, figure.value))
        if block.chart is not None
        else None,
        staged=None,
        table=replace(block.table, rows=[*block.table.rows, row]),
        file=partial(_file, block.file, indicator, figure, name),
        notes=(*block.notes, _source(here, kept), *((figure.source,) if figure.source else ())),
    )


def _figure(content: OwnFigures, indicator: Indicator, year: int) -> OwnFigure | None:
    known = [each for each in content.figures if not each.place and each.item == indicator.id]
    return max(known, key=lambda each: (each.year == year, each.year), default=None)


def _source(here: Page, kept: Kept[OwnFigures]) -> str:
    return own_data_words.OWN_SOURCE.format(
        own=here.own_label, version=kept.version, author=kept.author, when=moment(kept.saved_at)
    )


def _file(
    published: Callable[[], FileTable], indicator: Indicator, figure: OwnFigure, name: str
) -> FileTable:
    table = published()
    frame = table.frame
    own = {
        "name": name,
        "indicator": indicator.label_ja,
        "unit": indicator.unit_ja,
        "year": figure.year,
        "value": figure.value,
        "status": own_data_words.COLUMN["own"],
        "note": figure.note,
    }
    kinds = {name: kind for name, kind in frame.dtypes.items() if str(kind) == "Int64"}
    rows = pd.DataFrame([*frame.to_dict("records"), own], columns=frame.columns).astype(kinds)
    return replace(table, frame=rows)
