"""Commands over folders that are closed, missing or no folders: one sentence, a status, nothing half done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from presence import absent
from small_installation import small_installation

from carecompare.build import build_store
from carecompare.own import OWN_FIGURES, Folder, OwnFigures, Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths

OWN = "31204"
LIST, EXPORT = ("own", "list"), ("own", "export", "-o", "{out}")
AUDIT, MOVE = ("own", "audit"), ("own", "move", "{out}")
RESTORE = ("own", "restore", "--area", OWN, "--kind", "own_figures", "--version", "1")
TOWN, KIND = f"own/{OWN}", f"own/{OWN}/own_figures"


@pytest.fixture(scope="module")
def installation(paths: Paths, tmp_path_factory: pytest.TempPathFactory) -> Paths:
    small = small_installation(paths, tmp_path_factory.mktemp("small"))
    build_store(small)
    Shelf(Folder(small.own)).save(OWN, OWN_FIGURES, OwnFigures(), 0, "計画係")
    return small


def told(data: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process that has no more rights than the owner of files."""
    if os.name == "nt":
        absent("no owners of files on Windows")
    run = [sys.executable, "-m", "carecompare", *command]
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv") or absent("no setpriv on this machine")
        run = [setpriv, "--bounding-set=-dac_override,-dac_read_search", *run]
    return subprocess.run(
        run, env={**os.environ, "CARECOMPARE_DATA": str(data)}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("closed", "command"),
    [
        *(("own", command) for command in (LIST, EXPORT, AUDIT, MOVE)),
        *((TOWN, command) for command in (LIST, EXPORT)),
        *((KIND, command) for command in (LIST, EXPORT, RESTORE)),
    ],
)
def test_a_command_on_what_towns_keep_says_that_it_is_closed(
    installation: Paths, tmp_path: Path, closed: str, command: tuple[str, ...]
) -> None:
    data = shutil.copytree(installation.data, tmp_path / "data")
    out = tmp_path / "out"
    (data / closed).chmod(0)
    try:
        done = told(data, *(each.format(out=out) for each in command))
    finally:
        (data / closed).chmod(0o700)
    assert (done.returncode, done.stdout) == (2, "")
    (said,) = done.stderr.splitlines()
    assert "フォルダーを開けません（権限がありません）" in said
    assert not out.exists()


@pytest.mark.parametrize("command", [("build",), ("values", "--indicator", "share_65_and_over")])
def test_figures_that_are_not_there_are_one_sentence(
    installation: Paths, tmp_path: Path, command: tuple[str, ...]
) -> None:
    shutil.copytree(installation.catalog, tmp_path / "catalog")
    done = told(tmp_path, *command)
    assert (done.returncode, done.stdout) == (2, "")
    (said,) = done.stderr.splitlines()
    assert "数値の表がありません" in said
