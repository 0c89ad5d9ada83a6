"""What fills an item of the check: indicators, exports of 見える化, own figures, what else a town keeps."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from carecompare.own import EXPORTED_FIGURES, INITIATIVES, OWN_FIGURES
from carecompare.own.contents.districts import DISTRICTS
from carecompare.own.contents.plan_figures import PLAN_FIGURES
from carecompare.own.mieruka.health import own_series
from carecompare.text.layouts.mieruka_periods import spoken_period
from carecompare.text.topics import plan_words
from carecompare.views.topics.own.checks import Named, named_items
from carecompare.views.topics.own.mieruka_upload import places_seen_from
from carecompare.views.topics.sheet.groups import Group, whole_sheet
from carecompare.workbooks import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carecompare.catalog import CheckItem
    from carecompare.own import ExportedBook, ExportedSeries
    from carecompare.views.base.here import Page


MOST_SERIES = 3


@dataclass(frozen=True)
class Found:
    """What fills an item.

    Parameters
    ----------
    indicators : int
        How many indicators of this project have a line.
    exports, own, kept : tuple of str
        Sentences of what the town brought, entered and declared; empty where there is nothing.
    missing : tuple of str
        What is still missing, with where it is to be found.
    """

    indicators: int
    exports: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def item_group(here: Page, item: CheckItem) -> Group:
    """Return the lines of the sheet that belong to an item; none where there are no peers."""
    lines = whole_sheet(here).lines if here.peers else {}
    shown = tuple(lines[name] for name in item.indicators if name in lines)
    return Group(item.id, plan_words.item_label(item.number_ja, item.label_ja), "", shown)


def found_of(here: Page, item: CheckItem) -> Found:
    """Return what fills an item; private to the visitor, so nothing of it is shared.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    return Found(
        indicators=len(item_group(here, item).lines),
        exports=tuple(_exports(here, item)),
        own=tuple(_own(here, item)),
        kept=tuple(_kept(here, item)),
        missing=tuple(
            plan_words.MISSING.format(what=each.what_ja, source=each.from_ja)
            for each in item.missing
            if not _is_known(here, each.until)
        ),
    )


def _is_known(here: Page, indicator: str) -> bool:
    year = here.loaded.latest.get(indicator)
    rows = here.loaded.figures.rows_at({indicator: year}, [here.own]) if year is not None else []
    return any(not isnan(row["value"]) for row in rows)


def _exports(here: Page, item: CheckItem) -> Iterator[str]:
    kept = here.kept(EXPORTED_FIGURES)
    if kept is None:
        return
    for book in kept.content.books:
        if item.asks_for(book.code):
            yield _book(here, book)


def _book(here: Page, book: ExportedBook) -> str:
    said = [_last(book, each) for each in own_series(book, places_seen_from(here)) if not each.is_blank]
    if not said:
        return plan_words.EXPORT_BLANK.format(code=book.code, name=book.name)
    shown = said[:MOST_SERIES]
    if len(said) > MOST_SERIES:
        shown.append(plan_words.EXPORT_MORE.format(count=len(said) - MOST_SERIES))
    return plan_words.EXPORT_LINE.format(
        code=book.code, name=book.name, series=plan_words.FIGURES_BETWEEN.join(shown)
    )


def _last(book: ExportedBook, series: ExportedSeries) -> str:
    """Return the last figure of a row that has one."""
    position, value = [pair for pair in enumerate(series.figures) if pair[1] is not None][-1]
    label = str(book.year) if book.layout == "areas" else book.periods[position]
    return plan_words.EXPORT_SERIES.format(
        series=series.name, value=cell_text(value), unit=series.unit, period=spoken_period(label)
    )


def _own(here: Page, item: CheckItem) -> Iterator[str]:
    kept = here.kept(OWN_FIGURES)
    if kept is None:
        return
    names = named_items(here, kept.content)
    own_items = {each.id for each in kept.content.items if any(word in each.name for word in item.own_words)}
    for figure in kept.content.figures:
        if figure.place == "" and (figure.item in item.indicators or figure.item in own_items):
            named = names.get(figure.item, Named(figure.item))
            yield plan_words.OWN_LINE.format(
                name=named.name, value=named.exact(figure.value), unit=named.unit, year=figure.year
            )


def _kept(here: Page, item: CheckItem) -> Iterator[str]:
    districts, initiatives, plan = here.kept(DISTRICTS), here.kept(INITIATIVES), here.kept(PLAN_FIGURES)
    counts = {
        "districts": len(districts.content.districts) if districts else 0,
        "initiatives": len(initiatives.content.initiatives) if initiatives else 0,
        "plan_figures": len(plan.content.figures) if plan else 0,
    }
    for name in item.kept:
        said = plan_words.KEPT if counts[name] else plan_words.KEPT_NONE
        yield said[name].format(count=counts[name])
