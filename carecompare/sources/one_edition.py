"""Figures of two projections are never set beside each other in one year: the older give way together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.sources.changes import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carecompare.catalog import Catalog
    from carecompare.sources.manifest import Origin
    from carecompare.sources.reading import Reading

SET_ASIDE = "older_edition_set_aside"


def set_aside(
    origins: Mapping[tuple[str, int], Origin],
    sources: Mapping[tuple[str, int], str],
    reading: Reading,
    catalog: Catalog,
) -> Iterator[tuple[tuple[str, int], Change]]:
    """Yield the columns of an older projection that have years in common with the one of a file.

    Parameters
    ----------
    origins : mapping
        Where each column came from.
    sources : mapping
        Source of each column.
    reading : Reading
        What was just taken.
    catalog : Catalog
        Whose layouts name the projections by ``published``.

    Yields
    ------
    tuple of (str, int) and Change
        Count and year, and the line of the log. A projection of everybody and an older one of those aged 65
        and over would give a share that nobody projected; it is missing until the newer table is there too.
    """
    if reading.counts is None or "published" not in catalog.layouts.get(reading.source, {}):
        return
    first = int(reading.counts["year"].min())
    for key, origin in origins.items():
        if sources[key] == reading.source and origin.edition < reading.edition and key[1] >= first:
            yield key, Change(SET_ASIDE, reading, *key, before=origin.edition, after=reading.edition)
