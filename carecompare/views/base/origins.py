"""The publications behind what is shown, as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from carecompare.origins import Origin
from carecompare.views.base.editions import named_edition

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Literal

    from carecompare.catalog import Catalog
    from carecompare.store import CountOrigin
    from carecompare.views.base.here import Page


def origins_of(here: Page, years_of_counts: Mapping[str, Collection[int]]) -> tuple[Origin, ...]:
    """Return the publications that figures are made from.

    Parameters
    ----------
    here : Page
        The page.
    years_of_counts : mapping of str to collection of int
        Years shown of each count.

    Returns
    -------
    tuple of Origin
        Each once, with the dates, editions and files of the years shown.
    """
    # Only municipalities with a table of their own, or without one, differ from the others.
    asked = tuple(
        (count, years if isinstance(years, range) else frozenset(years))
        for count, years in years_of_counts.items()
    )
    return here.cached("everybody", ("origins", asked), lambda: _origins_of(here, years_of_counts))


def _origins_of(here: Page, years_of_counts: Mapping[str, Collection[int]]) -> tuple[Origin, ...]:
    found: dict[str, list[CountOrigin]] = {}
    for count, years in years_of_counts.items():
        # A count of places is made of lists with dates of their own; a list of institutions is no count.
        known = here.catalog.counts.get(count)
        for each in (known and known.places_of) or (count,):
            for origin in here.loaded.origins.get(each, []):
                if origin.year in years:
                    found.setdefault(origin.source, []).append(origin)
    return tuple(
        replace(
            publication(here.catalog, source),
            first=min(each.as_of for each in read),
            last=max(each.as_of for each in read),
            edition=named_edition(here.catalog, source, _editions(read)),
            editions=_editions(read),
            files=tuple(sorted({each.file for each in read if each.file})),
        )
        for source, read in found.items()
    )


def _editions(read: Collection[CountOrigin]) -> tuple[str, ...]:
    return tuple(sorted({each.edition for each in read if each.edition}))


def publication(
    catalog: Catalog,
    source: str,
    use: Literal["processed", "quoted", "outlines"] = "processed",
    place: str = "",
) -> Origin:
    """Return a publication of the catalogue as the record of a view; see `Origin`."""
    known = catalog.sources[source]
    return Origin(
        source=source,
        title=known.name_ja,
        publisher=known.publisher_ja,
        licence=known.licence_ja,
        page=known.page,
        use=use,
        place=place,
    )
