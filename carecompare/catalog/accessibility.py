"""What the tests of the browser found on every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.catalog.reading import converted, parsed, records
from carecompare.catalog.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


FILE = "accessibility.toml"


class CheckRun(Record, frozen=True):
    """When a program looked at every page, for which municipality, and how wide the pages were."""

    date: str
    program: str
    town: str
    widths_px: tuple[int, ...]


class CheckedPage(Record, frozen=True):
    """A page, a key of the menu, and how many rules it breaks."""

    id: str
    violations: int


@dataclass(frozen=True)
class Accessibility:
    """The last run, and what it found by page."""

    run: CheckRun
    pages: Mapping[str, CheckedPage]


def accessibility(folder: Path) -> Accessibility:
    """Return what is written down of the last run.

    Raises
    ------
    CatalogError
        If the file is missing, or a field unknown, missing or of the wrong type.
    """
    content = parsed(folder, FILE)
    return Accessibility(
        converted(content.get("run"), CheckRun, FILE), records(content, "page", CheckedPage, FILE)
    )
