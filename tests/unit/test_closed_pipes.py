"""A reader that leaves early, as ``head`` does, gets no traceback, and an import is whole all the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from carecompare.sources import read_figures

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths

ROWS = "area,name_ja,monthly_standard_premium_yen\n"


@pytest.fixture
def shipped(paths: Paths, tmp_path: Path) -> Path:
    """Return a folder of data of its own, with the figures of the project."""
    folder = tmp_path / "data"
    shutil.copytree(paths.figures, folder / "figures")
    (folder / "catalog").symlink_to(paths.catalog)
    return folder


def left_alone(
    data: Path, *arguments: str, closed: tuple[str, ...] = ("stdout",)
) -> tuple[int, dict[str, str]]:
    """Run a command whose reader has left before its first word; return its code and what else it said."""
    read, write = os.pipe()
    os.close(read)
    streams = {name: write if name in closed else subprocess.PIPE for name in ("stdout", "stderr")}
    ended = subprocess.run(
        [sys.executable, "-m", "carecompare", *arguments],
        env={**os.environ, "CARECOMPARE_DATA": str(data)},
        check=False,
        text=True,
        timeout=300,
        **streams,
    )
    os.close(write)
    return ended.returncode, {"stdout": ended.stdout or "", "stderr": ended.stderr or ""}


def averages(folder: Path, data: Path) -> Path:
    areas = read_figures(data / "figures").areas
    wider = areas[areas["level"].isin(["prefecture", "nation"])]
    path = folder / "premiums.csv"
    lines = [f"{area},{name},7000" for area, name in zip(wider["area"], wider["name_ja"], strict=True)]
    path.write_text(ROWS + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_answer_of_a_check_may_be_cut_off(paths: Paths) -> None:
    code, said = left_alone(paths.data, "check")
    assert (code, said["stderr"]) == (0, "")


@pytest.mark.parametrize("closed", [("stdout",), ("stderr",), ("stdout", "stderr")])
def test_an_import_is_whole_whoever_has_left(shipped: Path, tmp_path: Path, closed: tuple[str, ...]) -> None:
    code, said = left_alone(shipped, "import", str(averages(tmp_path, shipped)), closed=closed)
    assert code == 0
    assert "Traceback" not in said["stderr"] + said["stdout"]
    assert "BrokenPipe" not in said["stderr"]
    counts = read_figures(shipped / "figures").counts
    held = counts.loc[counts["count"] == "premium_average", "value"]
    assert set(held) == {7000}


def test_a_refusal_that_nobody_reads_is_still_a_refusal(shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "no.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    code, _ = left_alone(shipped, "import", str(tmp_path / "no.csv"), closed=("stderr",))
    assert code == 2
