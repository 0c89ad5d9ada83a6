"""What a page prepared before an import goes on reading its own figures afterwards."""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
import weakref
from typing import TYPE_CHECKING

from small_installation import small_installation

from carecompare.build import build_store
from carecompare.store import neighbours
from carecompare.ui.frame import loading

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from carecompare.paths import Paths


def test_a_download_prepared_before_imports_still_answers(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = small_installation(paths, tmp_path)
    monkeypatch.setenv("CARECOMPARE_DATA", str(small.data))
    built = build_store(small)
    names = [f"carecompare-{number}.duckdb" for number in range(4)]
    for name in names:
        shutil.copy(built, small.store / name)
    loaded = loading._loaded  # noqa: SLF001 - what a page does with a name of a store
    first = loaded(names[0])
    before = neighbours(first.store)
    for name in names[1:3]:
        loaded(name)
        (small.store / names[0]).unlink(missing_ok=True)  # as every build does
    assert neighbours(first.store) == before

    watched = weakref.ref(first.blocks)
    del first
    loaded(names[3])
    gc.collect()
    assert watched() is None  # and what nobody holds is let go
    loaded.clear()


def test_a_process_that_opened_the_store_ends_without_a_list_of_what_is_left(store_file: Path) -> None:
    assert store_file.is_file()
    script = "from carecompare.ui.frame.loading import load; print(len(load().municipalities))"
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(finished.stdout) > 1000
    assert "leaked" not in finished.stderr
