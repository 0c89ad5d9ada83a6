"""Exports of the 見える化 system brought to the page: read with progress, their report, one button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.own.mieruka.exports import read_exports
from carecompare.own.mieruka.files import exported_files
from carecompare.own.mieruka.health import health
from carecompare.own.mieruka.places import places_from
from carecompare.text.own.mieruka_report import remark_row
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carecompare.own.mieruka.exports import Exports
    from carecompare.own.mieruka.health import Remark
    from carecompare.own.mieruka.places import Places
    from carecompare.views.base.here import Page


TO_DO = "todo"
# An archive of all 741 workbooks is about this large with their pictures.
LARGEST_MEGABYTES = 100


@dataclass(frozen=True)
class Looked:
    """What was read of the files a visitor brought, and the town it was read for.

    Parameters
    ----------
    own : str
        Code of the municipality.
    files : tuple of str
        Ids of the files.
    exports : Exports
        What was read.
    remarks : list of Remark
        The report.
    seconds : float
        How long it took.
    when : str
        The moment it was read.
    """

    own: str
    files: tuple[str, ...]
    exports: Exports
    remarks: list[Remark]
    seconds: float
    when: str


def places_seen_from(here: Page) -> Places:
    """Return every area by name as seen from the own municipality."""

    def made() -> Places:
        return places_from(here.own, here.loaded.areas.values(), here.loaded.insurers.get(here.own, ""))

    return here.cached("everybody", ("mieruka places", here.own), made)


def report_rows(remarks: Sequence[Remark]) -> list[tuple[str, ...]]:
    """Return the report in words."""
    return [
        remark_row(each.kind, each.weight, (each.code, each.name, each.file), each.fields, each.problem)
        for each in remarks
    ]


@apart
def exports_read(
    given: Sequence[tuple[str, bytes]], places: Places, progress: Callable[[int, int, str], object]
) -> tuple[Exports, list[Remark]]:
    """Return what is read of uploaded files, and what is to be said of it; see `read_exports`."""
    files, problems = exported_files(given)
    exports = read_exports(files, places, problems, progress)
    return exports, health(exports, places)
