"""What was tested of every page, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.catalog.accessibility import accessibility
from carecompare.paths import project_paths
from carecompare.text import words
from carecompare.text.data import accessibility_words
from carecompare.text.format import date
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from carecompare.catalog.accessibility import Accessibility
    from carecompare.views.base.here import Page


def checked_pages(here: Page) -> Accessibility:
    """Return what the last run found.

    Raises
    ------
    CatalogError
        If the file cannot be read.
    """
    return here.cached("everybody", "accessibility", lambda: accessibility(project_paths().catalog))


def checked_finding(found: Accessibility) -> str:
    """Return in one sentence how many pages break a rule."""
    broken = sum(each.violations > 0 for each in found.pages.values())
    return accessibility_words.FINDING.format(
        program=found.run.program, pages=len(found.pages), broken=broken, date=date(found.run.date)
    )


def checked_run(here: Page, found: Accessibility) -> str:
    """Return how the pages were looked at."""
    widths = "・".join(f"{each:,}" for each in found.run.widths_px)
    return accessibility_words.RUN.format(town=here.label(found.run.town), widths=widths)


def checked_table(found: Accessibility) -> Table:
    """Return every page of the menu with the number of rules it breaks, or that nobody looked at it."""
    rows = [
        (title, str(found.pages[name].violations) if name in found.pages else accessibility_words.NOT_CHECKED)
        for name, (title, *_) in words.PAGES.items()
    ]
    return Table(columns=accessibility_words.COLUMNS, rows=rows, numeric=frozenset({1}))
