"""Killed while the store is built and figures are saved: nothing confirmed is lost, no half is opened."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_installation import small_installation

from carecompare.build import build_store
from carecompare.build.turn import turn
from carecompare.own import NOTES, Folder, Shelf
from carecompare.store import areas, current_store, fresh_store, open_store
from carecompare.store.files import DRAFT

if TYPE_CHECKING:
    from carecompare.paths import Paths

HERE = Path(__file__).parent
KILLS = 200


@pytest.mark.usefixtures("posix")
def test_200_kills_while_building_and_saving_lose_no_confirmed_save_and_leave_no_half_store(
    paths: Paths, tmp_path: Path
) -> None:
    small = small_installation(paths, tmp_path)
    command = [sys.executable, str(HERE / "killed_builders.py"), str(tmp_path), str(KILLS), "20130729"]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr[-2_000:]
    lines = [line.split() for line in finished.stdout.splitlines()]
    said = Counter(line[0] for line in lines)
    assert said["broken"] == 0, [line for line in lines if line[0] == "broken"]
    assert said["opened"] > 0
    assert 0 < said["built"] < KILLS / 2, "some builds were ended before they were done, and some were not"
    saved = [line for line in lines if line[0] == "saved"]
    assert len(saved) > KILLS / 2
    shelf = Shelf(Folder(small.own))
    for _, area, version, length in saved:
        assert len(shelf.at(area, NOTES, int(version)).content.text) == int(length)
    assert [each.problem for each in shelf.history("31389", NOTES) if each.problem] == []
    for whole in small.store.glob("carecompare-*.duckdb"):
        open_store(whole).close()
    assert said["draft"] > 0, "some kills fell between the beginning and the end of a build"
    (small.catalog / "terms.toml").write_text(
        (paths.catalog / "terms.toml").read_text(encoding="utf-8") + "\n# after\n", encoding="utf-8"
    )
    assert fresh_store(small) is None
    built = build_store(small)
    assert (current_store(small.store), fresh_store(small)) == (built, built)
    assert list(small.store.glob(f"{DRAFT}*")) == []
    assert [each.name for each in small.store.glob("carecompare-*.duckdb")] == [built.name]
    store = open_store(built)
    assert len(areas(store)) > 20
    store.close()


def test_a_build_waits_for_the_one_under_way_and_does_not_do_its_work_again(
    paths: Paths, tmp_path: Path
) -> None:
    small = small_installation(paths, tmp_path)
    steps: list[str] = []
    with turn(small):
        writing = small.store / f"{DRAFT}0123.duckdb"
        writing.write_bytes(b"half")
        second = threading.Thread(target=lambda: build_store(small, lambda _, step: steps.append(step)))
        second.start()
        second.join(timeout=0.5)
        assert second.is_alive()
        assert writing.read_bytes() == b"half"
    second.join()
    assert steps[-1] == "step_done"
    assert not writing.exists()


def test_a_builder_that_had_to_wait_takes_what_the_other_built(paths: Paths, tmp_path: Path) -> None:
    small = small_installation(paths, tmp_path)
    built = build_store(small)
    written = built.stat()
    with turn(small):
        second = threading.Thread(target=lambda: build_store(small))
        second.start()
        second.join(timeout=0.5)
        assert second.is_alive()
    second.join()
    assert (built.stat().st_ino, built.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def test_figures_that_change_while_a_store_is_built_are_in_it(paths: Paths, tmp_path: Path) -> None:
    small = small_installation(paths, tmp_path)
    terms = small.catalog / "terms.toml"
    changes = iter(["\n# changed meanwhile\n"])

    def change(_: float, step: str) -> None:
        if step == "step_write":
            terms.write_text(terms.read_text(encoding="utf-8") + next(changes, ""), encoding="utf-8")

    assert build_store(small, change) == fresh_store(small)


def test_two_processes_that_build_at_once_leave_one_whole_store(paths: Paths, tmp_path: Path) -> None:
    small = small_installation(paths, tmp_path)
    environment = {**os.environ, "CARECOMPARE_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "carecompare", "build"]
    builders = [
        subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    errors = [builder.communicate(timeout=120)[1] for builder in builders]
    assert [builder.returncode for builder in builders] == [0, 0, 0], errors
    built = fresh_store(small)
    assert built is not None
    open_store(built).close()
    assert list(small.store.glob(f"{DRAFT}*")) == []
