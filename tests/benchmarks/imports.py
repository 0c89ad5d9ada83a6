"""Importing every care file, the size of the store, and one indicator over all municipalities with ranks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import psutil
from project import COMMAND_WITHIN_S, DATA, HERE, ROOT
from table import Aim, BenchmarkError, Row, Sample

from carecompare.build import build_store
from carecompare.comparisons import indicator_year
from carecompare.measures.standing import ranks
from carecompare.paths import project_paths
from carecompare.store import fresh_store, open_store
from carecompare.store.in_memory import indicator_values

CARE = ROOT.parent / "shared" / "official" / "care"
AS_OF = "2025-12"
INDICATOR, YEAR = "share_75_and_over", 2020
POLL_S = 0.02
MEGABYTE = 1e6
PLAIN = """
    SELECT area, value, rank() OVER (ORDER BY value DESC) AS place, count(*) OVER () AS of
    FROM indicator_values WHERE indicator = ? AND year = ? AND length(area) = 5 AND value IS NOT NULL
"""


def import_rows(repeats: int) -> list[Row]:
    """Return seconds and peak memory of importing every care file beside DuckDB reading the same rows.

    Parameters
    ----------
    repeats : int
        Imports of each side, in turn.

    Returns
    -------
    list of Row
        Seconds, then megabytes of the highest resident memory; whole commands, with starting Python.

    Raises
    ------
    BenchmarkError
        If the files are absent or an import fails.
    """
    files = sorted(map(str, CARE.glob("jigyosho_*.csv")))
    if not files:
        message = "the official care files are not here"
        raise BenchmarkError(message)
    ours: list[tuple[float, float]] = []
    floor: list[tuple[float, float]] = []
    for _ in range(repeats):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "catalog").symlink_to(DATA / "catalog", target_is_directory=True)
            shutil.copytree(DATA / "figures", Path(folder, "figures"))
            command = ("-m", "carecompare", "import", "--as-of", AS_OF, *files)
            ours.append(_run(command, CARECOMPARE_DATA=folder))
            floor.append(_run((str(HERE / "rows_into_tables.py"), f"{folder}/plain.duckdb", *files)))
    number = f"import of {len(files)} care files"
    return [
        Row(number, "s", _sample(ours, 0), _sample(floor, 0), Aim("median", 30)),
        Row(f"{number}, peak memory", "MB", _sample(ours, 1), _sample(floor, 1), Aim("median", 2000)),
    ]


def answer_rows(repeats: int) -> list[Row]:
    """Return the size of the store, and how long one indicator with ranks takes beside plain SQL.

    Parameters
    ----------
    repeats : int
        Answers of each side, in turn: from the figures in memory, as a page has them, and by SQL.

    Returns
    -------
    list of Row
        Megabytes, then milliseconds.
    """
    path = fresh_store(project_paths()) or build_store(project_paths())
    size = path.stat().st_size / MEGABYTE
    ours, floor = [], []
    with closing(open_store(path)) as store, closing(store.cursor()) as plain:
        known = indicator_values(store)
        for _ in range(repeats):
            begun = time.perf_counter()
            found = indicator_year(known.over_all_areas(INDICATOR, YEAR))
            ranks(found.ranked[found.municipal])
            ours.append(1000 * (time.perf_counter() - begun))
            begun = time.perf_counter()
            plain.execute(PLAIN, [INDICATOR, YEAR]).fetchall()
            floor.append(1000 * (time.perf_counter() - begun))
    return [
        Row("size of the store", "MB", Sample((size,)), None, Aim("median", 150)),
        Row(
            "one indicator, all municipalities, ranks",
            "ms",
            Sample(tuple(ours)),
            Sample(tuple(floor)),
            Aim("median", 50),
        ),
    ]


def _sample(readings: list[tuple[float, float]], which: int) -> Sample:
    return Sample(tuple(reading[which] for reading in readings))


def _run(command: tuple[str, ...], **environment: str) -> tuple[float, float]:
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        watched, most = psutil.Process(process.pid), 0
        while process.poll() is None:
            if time.perf_counter() - begun > COMMAND_WITHIN_S:
                process.kill()
                message = f"{command[1]} did not end within {COMMAND_WITHIN_S} s"
                raise BenchmarkError(message)
            try:
                most = max(most, watched.memory_info().rss)
            except psutil.NoSuchProcess:
                break
            time.sleep(POLL_S)
        seconds = time.perf_counter() - begun
    if process.returncode:
        message = f"{' '.join(command[:4])} ended with {process.returncode}"
        raise BenchmarkError(message)
    return seconds, most / MEGABYTE
