"""A disk that is full or may not be written to: one sentence, nothing half-written, no draft left."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from presence import absent
from small_installation import small_installation

from carecompare.build import build_store
from carecompare.errors import CareCompareError
from carecompare.paths import before
from carecompare.sources.earlier import keep
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carecompare.paths import Paths

    Mount = Callable[[Path, str], None]

SAID = {"rw": "ディスクに空きがありません", "ro": "ディスクが読み取り専用です"}


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Give a folder a small disk of its own until the test ends."""
    mounted: list[Path] = []

    def at(folder: Path, options: str) -> None:
        if os.name == "nt" or os.geteuid() != 0:
            absent("a small disk needs root")
        folder.mkdir(parents=True, exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        done = subprocess.run(command, check=False, capture_output=True)
        if done.returncode:
            absent("no small disk can be mounted here")
        mounted.append(folder)

    yield at
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


def files(folder: Path) -> list[str]:
    return [str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()]


@pytest.mark.parametrize("options", SAID)
def test_a_store_that_cannot_be_written_leaves_nothing(
    paths: Paths, tmp_path: Path, mount: Mount, options: str
) -> None:
    small = small_installation(paths, tmp_path)
    mount(small.store, f"{options},size=256k")
    with pytest.raises(CareCompareError) as caught:
        build_store(small)
    assert SAID[options] in sentence(caught.value)
    assert files(small.store) == []


@pytest.mark.parametrize("options", SAID)
def test_figures_that_cannot_be_kept_leave_nothing_and_the_reason_is_said(
    paths: Paths, tmp_path: Path, mount: Mount, options: str
) -> None:
    small = small_installation(paths, tmp_path)
    mount(before(small.figures), f"{options},size=8k")
    with pytest.raises(CareCompareError) as caught:
        keep(small.figures, ["town.csv"])
    assert SAID[options] in sentence(caught.value)
    assert files(before(small.figures)) == []
