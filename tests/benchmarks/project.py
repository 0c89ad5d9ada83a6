"""The project itself, through its command line and its folders, as a visitor's machine has it."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from subject import Subject
from table import Aim, BenchmarkError, Row, Sample

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DATA = ROOT / "data"
# What a store is built from; it is built into a folder of its own beside them.
INPUTS = ("catalog", "figures")
MUNICIPALITY_DIGITS = 5
COMMAND_WITHIN_S = 300
BUILD = ("-m", "carecompare", "build")
LIST_AREAS = ("-m", "carecompare", "values", "--indicator", "population", "--format", "csv")


def subject() -> Subject:
    """Return the project's app. Asking for its municipalities builds the store when it is missing or stale.

    Returns
    -------
    Subject
        Whose visitors choose among all municipalities that have a population.

    Raises
    ------
    BenchmarkError
        If a command of the project fails.
    """
    areas = {row["area"] for row in csv.DictReader(_run(LIST_AREAS).splitlines())}
    codes = tuple(sorted(area for area in areas if len(area) == MUNICIPALITY_DIGITS))
    if not codes:
        message = "the project lists no municipality"
        raise BenchmarkError(message)
    return Subject(script=ROOT / "app.py", cwd=ROOT, municipalities=codes)


def build_rows(repeats: int) -> list[Row]:
    """Return how long the store takes to build: the whole command, with starting Python and importing.

    Parameters
    ----------
    repeats : int
        Builds of each side, in turn, each into an empty folder.

    Returns
    -------
    list of Row
        One, in seconds; its floor is DuckDB reading the same figures (:mod:`figures_into_tables`).

    Raises
    ------
    BenchmarkError
        If a build fails.
    """
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(repeats):
        with tempfile.TemporaryDirectory() as folder:
            for name in INPUTS:
                Path(folder, name).symlink_to(DATA / name, target_is_directory=True)
            ours.append(_seconds(BUILD, {"CARECOMPARE_DATA": folder}))
            plain = (str(HERE / "figures_into_tables.py"), str(DATA / "figures"), f"{folder}/plain.duckdb")
            floor.append(_seconds(plain))
    return [Row("build of the store", "s", Sample(tuple(ours)), Sample(tuple(floor)), Aim("median", 10))]


def _seconds(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    started = time.perf_counter()
    _run(command, environment)
    return time.perf_counter() - started


def _run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    try:
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            capture_output=True,
            text=True,
            check=True,
            timeout=COMMAND_WITHIN_S,
        )
    except subprocess.CalledProcessError as error:
        message = f"{' '.join(command)} failed: {error.stderr.strip()[-500:]}"
        raise BenchmarkError(message) from error
    except subprocess.TimeoutExpired as error:
        message = f"{' '.join(command)} did not end within {COMMAND_WITHIN_S} s"
        raise BenchmarkError(message) from error
    return done.stdout
