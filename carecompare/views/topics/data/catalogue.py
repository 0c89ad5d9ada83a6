"""Everything the catalogue says: indicators, counts, sources, corrections."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from carecompare.cells import folded
from carecompare.comparisons import SETS
from carecompare.tables import CLASS
from carecompare.text import sentences, words
from carecompare.text.data import correction_words, definition_words
from carecompare.text.format import date, year_word
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.base.editions import named_edition
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.making import definition
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Catalog, Correction, Count, Indicator, Source
    from carecompare.store import CountOrigin
    from carecompare.views.base.here import Page


# Which table of the catalogue is open.
PARTS = ("sources", "indicators", "counts", "corrections")
PART = parameter("catalogue", lambda value, _: value in PARTS, usual=PARTS[0])


@dataclass(frozen=True)
class CataloguePart:
    """One table of the catalogue.

    Parameters
    ----------
    key, title : str
        One of `PARTS`, and what it is called.
    headings : tuple of str
        All columns: a file has them, and the record of one row.
    brief : tuple of str
        The columns that the table on the page shows.
    rows : list of sequence of str
        The cells of all columns.
    notes : tuple of str
        What is said below.
    """

    key: str
    title: str
    headings: tuple[str, ...]
    brief: tuple[str, ...]
    rows: list[Sequence[str]]
    notes: tuple[str, ...] = ()


def catalogue_parts(here: Page) -> dict[str, CataloguePart]:
    """Return the tables of the page by key, in the order of `PARTS`."""
    catalog, origins = here.catalog, here.loaded.origins
    parts = (
        CataloguePart(
            "indicators",
            definition_words.SOURCES_INDICATORS,
            ("indicator", "unit", "field", "definition", "source", "note", "id"),
            ("indicator", "unit", "field", "source"),
            [_indicator(here, each) for each in catalog.main_indicators],
            (definition_words.SOURCES_FAMILY_NOTE,),
        ),
        CataloguePart(
            "counts",
            definition_words.SOURCES_COUNTS,
            ("item", "unit", "source", "date", "note", "id"),
            ("item", "unit", "source", "date"),
            [_count(catalog, each, origins.get(each.id, [])) for each in catalog.counts.values()],
        ),
        CataloguePart(
            "sources",
            definition_words.SOURCES_SOURCES,
            (
                "source",
                "publisher",
                "licence",
                "date",
                "held",
                "used_for",
                "note",
                "next_release",
                "page",
                "id",
            ),
            ("source", "publisher", "licence", "held", "used_for", "next_release"),
            [_source(here, each) for each in catalog.sources.values()],
        ),
        CataloguePart(
            "corrections",
            correction_words.TITLE,
            ("name", "year", "item", "published", "treatment", "reason"),
            ("name", "year", "item", "published", "treatment", "reason"),
            [_correction(here, each) for each in catalog.corrections],
            (correction_words.NOTE,),
        ),
    )
    return {key: next(each for each in parts if each.key == key) for key in PARTS}


def rows_with(part: CataloguePart, wanted: str) -> list[Sequence[str]]:
    """Return the rows in which every word stands, in whatever column, width or kana."""
    asked = [folded(each) for each in wanted.split()]
    return [row for row in part.rows if all(each in folded(" ".join(row)) for each in asked)]


def catalogue_record(part: CataloguePart, row: Sequence[str]) -> Table:
    """Return everything that is known of one row, a column a line."""
    titles = words.COLUMN | correction_words.COLUMN
    lines = [(titles[each], cell) for each, cell in zip(part.headings, row, strict=True) if cell]
    return Table(definition_words.RECORD_COLUMNS, lines, kind="definitions")


def catalogue_block(part: CataloguePart, rows: list[Sequence[str]]) -> Block:
    """Return one table of the catalogue as a block; its file has every column."""
    titles = words.COLUMN | correction_words.COLUMN
    columns = {each: titles[each] for each in part.headings}
    places = [part.headings.index(each) for each in part.brief]
    brief = [tuple(row[place] for place in places) for row in rows]
    return Block(
        key=f"definitions_{part.key}",
        finding="",
        subtitle="",
        table=Table([columns[each] for each in part.brief], brief, kind="definitions"),
        file=partial(rows_table, rows, columns),
        notes=part.notes,
    )


def _correction(here: Page, each: Correction) -> Sequence[str]:
    return (
        here.label(each.area),
        year_word(each.year),
        "、".join(here.catalog.counts[count].label_ja for count in each.counts),
        correction_words.published(each),
        correction_words.treatment(each),
        each.reason_ja,
    )


def _indicator(here: Page, each: Indicator) -> Sequence[str]:
    catalog = here.catalog
    lacking = "" if each.id in here.loaded.latest else each.not_collected_ja
    return (
        each.label_ja,
        each.unit_ja,
        catalog.fields[each.field].label_ja if each.field else catalog.topics[each.topic].label_ja,
        definition(catalog, each),
        "、".join(source.short_ja for source in catalog.sources_of(each)),
        "".join([lacking, each.notes_ja, each.projection.note_ja if each.projection else ""]),
        each.id,
    )


def _count(catalog: Catalog, each: Count, origins: Sequence[CountOrigin]) -> Sequence[str]:
    own = [origin for origin in origins if origin.holder == each.id]
    dates = [origin.as_of for origin in own or origins]
    span = (
        f"{date(min(dates))}〜{date(max(dates))}（{len(dates)}）"
        if len(dates) > 1
        else "".join(map(date, dates))
    )
    return (
        each.label_ja,
        each.unit_ja,
        "、".join(catalog.sources[source].short_ja for source in each.read),
        span or words.NOT_COLLECTED_WORD,
        each.notes_ja if own else each.not_collected_ja or each.notes_ja,
        each.id,
    )


def _held(here: Page, source: Source) -> str:
    """Return the edition and the dates of what was imported from a source, or that nothing was."""
    if source.id == SETS["class"].source:
        return here.loaded.surroundings.editions.get(CLASS, words.NOT_COLLECTED_WORD)
    read = [one for origins in here.loaded.origins.values() for one in origins if one.source == source.id]
    if not read:
        gives_counts = any(source.id in count.read for count in here.catalog.counts.values())
        return words.NOT_COLLECTED_WORD if gives_counts else source.date_ja
    days = [each.as_of for each in read]
    newest = max(read, key=lambda each: each.year)
    edition = named_edition(here.catalog, source.id, (newest.edition,)) if newest.edition else ""
    span = date(min(days)) if min(days) == max(days) else f"{date(min(days))}〜{date(max(days))}"
    return words.BETWEEN_DATES.join(filter(None, (edition, span)))


def _source(here: Page, each: Source) -> Sequence[str]:
    used = [one.name_ja for one in here.catalog.main_indicators if each in here.catalog.sources_of(one)]
    return (
        each.name_ja,
        each.publisher_ja,
        each.licence_ja,
        each.date_ja,
        _held(here, each),
        sentences.listed(used),
        each.notes_ja,
        each.next_release_ja,
        each.page,
        each.id,
    )
