"""The workbook of the whole country, beside the plainest way to write the same numbers."""

from __future__ import annotations

import io
import time
import tracemalloc
from typing import TYPE_CHECKING

import xlsxwriter
from table import Aim, BenchmarkError, Row, Sample

from carecompare.build import build_store
from carecompare.paths import project_paths
from carecompare.store import fresh_store
from carecompare.views.base.here import page_for
from carecompare.views.base.installation import opened
from carecompare.views.files.country import cells, country

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.views.base.here import Page

AIM_MS = 10_000.0
MEGABYTE = 1_000_000


def workbook_rows(repeats: int) -> list[Row]:
    """Return how long the workbook of all municipalities and main indicators takes, and its memory.

    Parameters
    ----------
    repeats : int
        Workbooks of each side, in turn.

    Returns
    -------
    list of Row
        The floor writes the same cells with XlsxWriter and nothing else: no formats, no words, no other
        sheets, the figures ready in memory.
    """
    paths = project_paths()
    here = page_for(opened(paths, (fresh_store(paths) or build_store(paths)).name), {})
    if here is None:
        message = "no page without a choice"
        raise BenchmarkError(message)
    loaded = here.loaded
    shown = [each for each in here.catalog.main_indicators if each.id in loaded.latest]
    codes = list(loaded.municipalities)
    columns = [cells(loaded.indicator_year(each.id, loaded.latest[each.id]), codes) for each in shown]
    rows = list(zip(codes, *columns, strict=True))
    sides = (lambda: _ours(here), lambda: _plainest(rows))
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        for readings, side in zip(taken, sides, strict=True):
            readings.append(_milliseconds(side))
    peaks = [Sample((_peak_megabytes(side),)) for side in sides]
    size = f"{len(codes):,} × {len(shown)}"
    ours, floor = (Sample(tuple(each)) for each in taken)
    found = [
        Row(f"workbook of {size}", "ms", ours, floor, Aim("median", AIM_MS)),
        Row(f"memory for the workbook of {size}", "MB", *peaks, None),
    ]
    loaded.store.close()
    return found


def _ours(here: Page) -> bytes:
    return country(here)


def _plainest(rows: list[tuple[float | str, ...]]) -> bytes:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(line, column, cell)
                else:
                    sheet.write_number(line, column, cell)
    return written.getvalue()


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _peak_megabytes(work: Callable[[], object]) -> float:
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / MEGABYTE
