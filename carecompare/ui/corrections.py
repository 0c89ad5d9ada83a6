"""Notes on what a publisher prints wrongly or leaves out, wherever such a figure is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.correction_words import sentence
from carecompare.text.gap_sentences import part, parts, silent

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from carecompare.ui.frame import Page


def correction_notes(
    here: Page, years_of_counts: Mapping[str, Container[int]], codes: Iterable[str]
) -> list[str]:
    """Return a note for each corrected figure among those that are shown, and what lists leave out of them.

    Parameters
    ----------
    here : Page
        The page.
    years_of_counts : mapping of str to container of int
        Years shown of each count.
    codes : iterable of str
        The areas shown.

    Returns
    -------
    list of str
        In the catalogue's order.
    """
    shown = set(codes)
    return [*_corrected(here, years_of_counts, shown), *_gaps(here, years_of_counts, shown)]


def _corrected(here: Page, years_of_counts: Mapping[str, Container[int]], shown: set[str]) -> list[str]:
    return [
        sentence(record, here.label(record.area))
        for record in here.catalog.corrections
        if record.area in shown
        and any(record.year in years_of_counts.get(count, ()) for count in record.counts)
    ]


def _gaps(here: Page, years_of_counts: Mapping[str, Container[int]], shown: set[str]) -> list[str]:
    found = [
        gap
        for count, years in years_of_counts.items()
        for gap in here.loaded.gaps.get(count, ())
        if gap.area in shown and gap.year in years
    ]
    known = {part(here.label(gap.area), gap): None for gap in found if gap.listed > 0}
    unlisted = {here.label(gap.area): None for gap in found if gap.listed == 0}
    return [*([parts(list(known))] if known else []), *([silent(list(unlisted))] if unlisted else [])]
