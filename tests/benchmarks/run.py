"""Measure the dashboard and print one table: ``python tests/benchmarks/run.py``.

Every measure stands beside a floor taken in the same run: for the store, DuckDB reading the same figures; for
all else, pages of the same elements filled with constants (see ``floor.py``). A slow result is reported, not
failed: the exit code is 1 only when something could not be measured. About ten minutes; ``--quick`` four.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import signal
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from arithmetic import rank_rows
from browser import browser_rows
from exports import export_rows
from floor import make_floor
from imports import answer_rows, import_rows
from likeness import likeness_rows
from measures import memory_rows, page_rows, session_rows
from papers import paper_rows
from project import build_rows, subject
from reach import reach_rows
from sheet import sheet_rows
from slides import slide_rows
from subject import MAIN_PAGE, Subject
from table import BenchmarkError, Row, report
from workbooks import workbook_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from floor import Recording

    Measure = tuple[str, Callable[[], list[Row]]]

MEASURES = (
    "import",
    "exports",
    "answer",
    "build",
    "arithmetic",
    "likeness",
    "reach",
    "workbook",
    "sheet",
    "slides",
    "papers",
    "pages",
    "browser",
    "memory",
    "sessions",
)
# By name: what measures it, how often when it must be quick, how often else.
WITHOUT_A_SERVER: Mapping[str, tuple[Callable[..., list[Row]], int, int]] = {
    "import": (import_rows, 1, 3),
    "answer": (answer_rows, 20, 100),
    "build": (build_rows, 1, 3),
    "arithmetic": (rank_rows, 10, 40),
    "likeness": (likeness_rows, 40, 200),
    "reach": (reach_rows, 20, 100),
    "sheet": (sheet_rows, 20, 60),
    "papers": (paper_rows, 3, 11),
    "exports": (export_rows, 1, 3),
    "slides": (slide_rows, 3, 10),
    "workbook": (workbook_rows, 2, 5),
}
# The page that visitors of the sessions, memory and deep-link measures are on.
VISITED = "aging"
PACKAGES = ("streamlit", "duckdb", "pandas", "altair", "pyarrow", "playwright", "websockets")


def main() -> int:
    """Run what the command line asks for, print the report, and return the exit code."""
    options = _options()
    # Being told to stop must unwind too: every server is stopped by the block that started it.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    machine = _machine()
    rows: list[Row] = []
    failures: list[str] = []
    for name, measure in _measures(options, failures):
        _say(f"measuring {name} …")
        try:
            rows.extend(measure())
        except BenchmarkError as error:
            failures.append(f"{name}: {error}")
    _print(f"{machine}\n\n{report(rows)}\n")
    for failure in failures:
        _print(f"Not measured: {failure}")
    return 1 if failures else 0


def _measures(options: argparse.Namespace, failures: list[str]) -> Iterator[Measure]:
    for name, (rows, few, many) in WITHOUT_A_SERVER.items():
        if name in options.only:
            yield name, partial(rows, repeats=few if options.quick else many)
    if set(options.only) <= set(WITHOUT_A_SERVER):
        return
    with tempfile.TemporaryDirectory() as folder:
        _say("recording the floor …")
        try:
            ours = subject()
            recording = make_floor(ours, Path(folder))
        except BenchmarkError as error:
            failures.append(f"everything with pages: {error}")
            return
        for difference in recording.differences:
            _print(f"The floor differs: {difference}")
        yield from _page_measures(options, ours, recording)


def _page_measures(options: argparse.Namespace, ours: Subject, recording: Recording) -> Iterator[Measure]:
    quick, floor = options.quick, recording.floor
    if "pages" in options.only:
        yield "pages", partial(page_rows, ours, floor, reruns=20 if quick else 60)
    if "browser" in options.only:
        for page in (MAIN_PAGE, VISITED):
            charts = recording.fewest_charts(page)
            yield (
                f"/{page} in the browser",
                partial(browser_rows, ours, floor, page, charts, 2 if quick else 5),
            )
    if "memory" in options.only:
        yield "memory", partial(memory_rows, ours, floor, VISITED)
    if "sessions" in options.only:
        for count in options.sessions:
            seconds = 10.0 if quick else 30.0
            yield f"{count} sessions", partial(session_rows, ours, floor, VISITED, count, seconds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", type=_names, default=list(MEASURES), help=f"of {','.join(MEASURES)}")
    parser.add_argument("--sessions", type=_counts, default=[1, 30, 50], help="default 1,30,50")
    parser.add_argument("--quick", action="store_true", help="fewer repeats and shorter visits")
    return parser.parse_args()


def _names(text: str) -> list[str]:
    names = text.split(",")
    unknown = set(names) - set(MEASURES)
    if unknown:
        message = f"unknown: {', '.join(sorted(unknown))}; choose from {', '.join(MEASURES)}"
        raise argparse.ArgumentTypeError(message)
    return names


def _counts(text: str) -> list[int]:
    counts = [int(count) for count in text.split(",")]
    # Bounded, because every visitor is a client on this very machine.
    if not all(1 <= count <= 200 for count in counts):
        message = "from 1 to 200 sessions"
        raise argparse.ArgumentTypeError(message)
    return counts


def _machine() -> str:
    packages = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    memory_gb = psutil.virtual_memory().total / 1e9
    return (
        f"Measured on {os.cpu_count()} cores, {memory_gb:.0f} GB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {packages}.\n"
        f"Load average before the start: {psutil.getloadavg()[0]:.1f}. "
        "Server, visitors and browser share these cores, over the loopback."
    )


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
