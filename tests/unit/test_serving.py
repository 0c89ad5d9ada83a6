"""The server gets ready by itself, before anybody has asked for a page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from small_installation import small_installation

from carecompare.store import fresh_store

if TYPE_CHECKING:
    from carecompare.paths import Paths

VISIT = """
import asyncio, gc, json, sys, threading
import psutil
from carecompare.serving import getting_ready

async def visit():
    async with getting_ready(None):
        for thread in threading.enumerate():
            if thread.name == "getting ready":
                await asyncio.to_thread(thread.join)
    held = [file.path for file in psutil.Process().open_files() if file.path.endswith(".duckdb")]
    return {"stores": held, "read": "carecompare.ui" in sys.modules, "collects": gc.isenabled()}

print(json.dumps(asyncio.run(visit())))
"""


def test_the_store_is_open_before_the_first_visitor(store_file: Path) -> None:
    ready = _ready()
    assert [Path(each).name for each in ready["stores"]] == [store_file.name]
    assert ready["read"]
    assert ready["collects"]


def test_a_store_that_must_be_built_is_built_before_the_first_visitor_in_another_process(
    paths: Paths, tmp_path: Path
) -> None:
    small = small_installation(paths, tmp_path)
    ready = _ready(CARECOMPARE_DATA=str(tmp_path))
    built = fresh_store(small)
    assert built is not None
    assert [Path(each).name for each in ready["stores"]] == [built.name]
    assert ready["collects"]


def test_a_store_that_cannot_be_built_is_left_for_the_pages_to_say(tmp_path: Path) -> None:
    ready = _ready(CARECOMPARE_DATA=str(tmp_path))
    assert ready["stores"] == []
    assert ready["collects"]


def _ready(**environment: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", VISIT],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert "Traceback" not in done.stderr, done.stderr
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said
