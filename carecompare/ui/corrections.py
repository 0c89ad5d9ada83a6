"""Notes on figures that a publisher prints wrongly, wherever such a figure is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.correction_words import sentence

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from carecompare.ui.frame import Page


def correction_notes(
    here: Page, years_of_counts: Mapping[str, Container[int]], codes: Iterable[str]
) -> list[str]:
    """Return a note for each corrected figure among those that are shown.

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
    return [
        sentence(record, here.label(record.area))
        for record in here.catalog.corrections
        if record.area in shown
        and any(record.year in years_of_counts.get(count, ()) for count in record.counts)
    ]
