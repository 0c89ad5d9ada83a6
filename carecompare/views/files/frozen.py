"""A frozen view: its figures, the editions and definitions behind them, what changed since."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carecompare.own import FROZEN, FrozenDefinition, FrozenSource, FrozenViews, frozen_view
from carecompare.reports.revisions import revisions
from carecompare.text.files import frozen_words
from carecompare.text.format import date
from carecompare.views.base.block import exhibit
from carecompare.views.base.choice import parameter
from carecompare.views.base.making import definition
from carecompare.views.base.origins import publication
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.exhibits import Exhibit, Grid
    from carecompare.origins import Origin
    from carecompare.own import FrozenView
    from carecompare.reports.revisions import Revision
    from carecompare.store import CountOrigin
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded


_FROZEN = re.compile(r"f[0-9a-f]{12}")
# The frozen view that is open.
FROZEN_ID = parameter("frozen", lambda value, _: bool(_FROZEN.fullmatch(value)), "frozen_unknown")

ID_DIGITS = 12


def frozen_views(here: Page) -> tuple[FrozenViews, int]:
    """Return the list of a municipality and its version, 0 when nothing was frozen.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    kept = here.kept(FROZEN)
    return (kept.content, kept.version) if kept else (FrozenViews(), 0)


def frozen_of(loaded: Loaded, block: Block, query: dict[str, str]) -> FrozenView:
    """Return a block with the editions and definitions of today."""
    wanted = {name: value for name, value in query.items() if name != "frozen"}
    kept = exhibit(block, wanted)
    return frozen_view(
        kept,
        sources_behind(loaded, kept.indicators, kept.origins or ()),
        definitions_of(loaded, kept.indicators),
    )


def read_behind(loaded: Loaded, indicators: Iterable[str]) -> dict[str, list[CountOrigin]]:
    """Return by source what was read for the counts behind indicators, or for all where there are none."""
    known = loaded.catalog.indicators
    counts = dict.fromkeys(count for each in indicators if each in known for count in known[each].counts)
    found: dict[str, list[CountOrigin]] = {}
    for count in counts or loaded.origins:
        for origin in loaded.origins.get(count, ()):
            found.setdefault(origin.source, []).append(origin)
    return found


def sources_behind(
    loaded: Loaded, indicators: Iterable[str], origins: Iterable[Origin]
) -> list[FrozenSource]:
    """Return the publications of a view with all their editions of today.

    Parameters
    ----------
    loaded : Loaded
        Store and definitions.
    indicators : iterable of str
        Ids of what is shown; one that does not exist any more is left out.
    origins : iterable of Origin
        The publications.

    Returns
    -------
    list of FrozenSource
        Editions and date of a publication are those of every year of the indicators, shown or not: a new
        one is a revision of the view's figures or brings a later year. One that gives no figures has neither.
    """
    found = read_behind(loaded, indicators)
    return [
        FrozenSource(
            id=each.source,
            title=each.title,
            editions=tuple(sorted({origin.edition for origin in found.get(each.source, ())}))
            or each.editions,
            as_of=max((origin.as_of for origin in found.get(each.source, ())), default=each.last),
        )
        for each in origins
    ]


def definitions_of(loaded: Loaded, indicators: Iterable[str]) -> list[FrozenDefinition]:
    """Return how indicators are made today; one that does not exist any more is left out."""
    known = loaded.catalog.indicators
    said = []
    for each in (known[name] for name in indicators if name in known):
        later = each.projection.note_ja if each.projection else ""
        text = frozen_words.DEFINITION.format(
            definition=definition(loaded.catalog, each), unit=each.unit_ja, notes=each.notes_ja + later
        )
        said.append(FrozenDefinition(each.id, each.label_ja, text))
    return said


def table_of(grid: Grid) -> Table:
    """Return a kept table as it is shown."""
    return Table(
        columns=grid.columns,
        rows=grid.rows,
        numeric=frozenset(grid.numeric),
        own_rows=frozenset(grid.own_rows),
        own_columns=frozenset(grid.own_columns),
        groups=dict(grid.groups),
        caption=grid.caption,
    )


def frozen_described(content: object) -> str:
    """Return a version of the list of frozen views in words, a line each, for the history."""
    entries = content.entries if isinstance(content, FrozenViews) else ()
    return "\n".join(frozen_words.LINE.format(name=each.name, made=date(each.made)) for each in entries)


MOST_CHANGES = 300
LONGEST_FIGURE = 30


def changed_cells(then: Exhibit, now: Exhibit) -> list[tuple[str, ...]]:
    """Return what stood and what stands in the table, and in its title, where they differ."""
    found = [_row(each) for each in revisions(then.grid, now.grid)]
    if then.title != now.title:
        found.insert(0, (frozen_words.TITLE_ROW, "", then.title, now.title))
    return found


def changed_sources(loaded: Loaded, view: FrozenView, now: Exhibit | None) -> list[tuple[str, ...]]:
    """Return the publications whose edition is another one today, or that came or went."""
    kept = {each.id: each for each in view.sources}
    shown = now or view.exhibit
    named = shown.origins
    if named is None:  # kept before 2026-12: its sources say which they were
        known = loaded.catalog.sources
        named = tuple(publication(loaded.catalog, each) for each in kept if each in known)
    today = {each.id: each for each in sources_behind(loaded, shown.indicators, named)}
    if view.exhibit.origins is None:  # at that time only sources of the indicators were kept
        counted = read_behind(loaded, shown.indicators)
        today = {name: each for name, each in today.items() if name in kept or name in counted}
    rows: list[tuple[str, ...]] = []
    for name, then in kept.items():
        new = today.get(name)
        if new is None or (new.editions, new.as_of) != (then.editions, then.as_of):
            rows.append((then.title, _edition(then), _edition(new) if new else frozen_words.SOURCE_GONE))
    rows += [
        (each.title, frozen_words.SOURCE_NEW, _edition(each))
        for name, each in today.items()
        if name not in kept
    ]
    return rows


def changed_definitions(loaded: Loaded, view: FrozenView) -> list[tuple[str, ...]]:
    """Return the indicators that are made, or described, otherwise today."""
    today = {each.id: each.text for each in definitions_of(loaded, [each.id for each in view.definitions])}
    return [
        (each.label, each.text, today.get(each.id, frozen_words.DEFINITION_GONE))
        for each in view.definitions
        if today.get(each.id) != each.text
    ]


def _row(each: Revision) -> tuple[str, ...]:
    if each.then is None:
        said = frozen_words.COLUMN_NEW if each.column else frozen_words.ROW_NEW
        return (each.row, each.column, "", said)
    if each.now is None:
        said = frozen_words.COLUMN_GONE if each.column else frozen_words.ROW_GONE
        return (each.row, each.column, each.then, said)
    return (each.row, each.column, each.then, each.now)


def _edition(source: FrozenSource) -> str:
    editions = frozen_words.BETWEEN.join(each for each in source.editions if each)
    said = frozen_words.EDITION if editions else frozen_words.NO_EDITION
    return said.format(editions=editions, as_of=date(source.as_of))
