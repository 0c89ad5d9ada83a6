"""What the command that checks definitions and figures says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.build import check_corrections
from carecompare.catalog import load_catalog
from carecompare.sources import read_figures, read_offices
from carecompare.text.files.check_report import check_report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.paths import Paths


def checked_report(paths: Paths) -> Iterable[str]:
    """Check definitions, figures and their checksums, and return what was found sound.

    Raises
    ------
    CareCompareError
        If something is wrong.
    """
    catalog = load_catalog(paths.catalog)
    figures = read_figures(paths.figures)
    read_offices(paths.figures)
    check_corrections(figures.counts, catalog.corrections)
    return check_report(catalog, figures.areas, figures.counts)
