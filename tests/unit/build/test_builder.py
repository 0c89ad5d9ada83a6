"""The server has its store built by a process of its own, once, and knows how far it is or why it failed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psutil
import pytest
from small_installation import small_installation

from carecompare.build import Builder, Building, tidy
from carecompare.store import fresh_store
from carecompare.store.files import DRAFT
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths

PATIENCE_SECONDS = 60


@pytest.fixture
def small(paths: Paths, tmp_path: Path) -> Paths:
    return small_installation(paths, tmp_path)


def builders() -> list[psutil.Process]:
    return [each for each in psutil.Process().children() if "carecompare.build" in each.cmdline()]


def waited(builder: Builder) -> list[Path | Building]:
    """Look until there is a store or a problem."""
    looks: list[Path | Building] = []
    given_up = time.monotonic() + PATIENCE_SECONDS
    while not looks or (isinstance(looks[-1], Building) and looks[-1].problem is None):
        assert time.monotonic() < given_up
        looks.append(builder.look())
        time.sleep(0.02)
    return looks


def test_many_who_look_see_one_build_and_its_progress(small: Paths) -> None:
    builder = Builder(small)
    children = set()
    looks: list[Path | Building] = []
    while not looks or isinstance(looks[-1], Building):
        looks += [builder.look() for _ in range(3)]
        children |= {
            each.pid for each in psutil.Process().children() if "carecompare.build" in each.cmdline()
        }
        time.sleep(0.02)
    assert len(children) == 1
    assert looks[-1] == fresh_store(small)
    shares = [each.share for each in looks if isinstance(each, Building)]
    assert shares == sorted(shares)
    assert len(set(shares)) > 2


def test_a_build_that_fails_says_why_once_and_is_tried_again_when_asked_or_when_the_figures_change(
    small: Paths,
) -> None:
    census = small.figures / "census" / "2020.csv"
    whole = census.read_bytes()
    census.write_bytes(whole[:-200])
    builder = Builder(small)
    failed = waited(builder)[-1]
    assert isinstance(failed, Building)
    assert failed.problem is not None
    assert sentence(failed.problem).startswith("census/2020.csv：数値の表が")
    census.write_bytes(whole)
    assert builder.look() == failed, "nobody asked, and nothing that says so has changed"
    builder.begin()
    assert waited(builder)[-1] == fresh_store(small)
    terms = small.catalog / "terms.toml"
    terms.write_text("[", encoding="utf-8")
    assert isinstance(waited(builder)[-1], Building)
    terms.unlink()
    (small.catalog / "terms.toml").write_text("", encoding="utf-8")
    assert waited(builder)[0] != failed


@pytest.mark.usefixtures("posix")
def test_a_build_that_is_killed_says_so_and_its_draft_is_cleared_at_the_next_start(small: Paths) -> None:
    builder = Builder(small)
    builder.begin()
    given_up = time.monotonic() + PATIENCE_SECONDS
    while not list(small.store.glob(f"{DRAFT}*")):
        assert time.monotonic() < given_up
        time.sleep(0.001)
    (child,) = builders()
    child.send_signal(signal.SIGKILL)
    failed = waited(builder)[-1]
    assert isinstance(failed, Building)
    assert failed.problem is not None
    assert "集計が途中で終わりました" in sentence(failed.problem)
    assert list(small.store.glob(f"{DRAFT}*"))
    tidy(small)
    assert list(small.store.glob(f"{DRAFT}*")) == []


def test_a_build_ends_with_the_server_that_asked_for_it(small: Paths) -> None:
    command = [sys.executable, "-m", "carecompare.build"]
    with subprocess.Popen(
        command,
        env={**os.environ, "CARECOMPARE_DATA": str(small.data)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        child.stdout.readline()
        child.stdin.close()
        assert child.wait(timeout=PATIENCE_SECONDS) == 2
    assert fresh_store(small) is None
