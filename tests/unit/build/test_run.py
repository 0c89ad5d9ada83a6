from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from carecompare.build import build_store
from carecompare.errors import CareCompareError
from carecompare.paths import Paths
from carecompare.store import fingerprint, fresh_store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copy(paths: Paths, tmp_path: Path) -> Paths:
    """Copy definitions and figures, which a test may then damage."""
    for name in ("catalog", "figures"):
        shutil.copytree(paths.data / name, tmp_path / name)
    return Paths(tmp_path)


def test_a_store_is_fresh_until_a_definition_changes(copy: Paths) -> None:
    assert fresh_store(copy) is None
    steps: list[tuple[float, str]] = []
    built = build_store(copy, lambda share, step: steps.append((share, step)))
    assert fresh_store(copy) == built
    assert [share for share, _ in steps] == sorted(share for share, _ in steps)
    terms = copy.catalog / "terms.toml"
    terms.write_text(terms.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
    assert fresh_store(copy) is None


def test_a_failed_build_leaves_the_store_in_use_and_no_draft(copy: Paths) -> None:
    built = build_store(copy)
    mark = fingerprint(copy)
    table = next(iter(sorted((copy.figures / "census").glob("*.csv"))))
    table.write_bytes(table.read_bytes().replace(b"943664", b"943665"))
    with pytest.raises(CareCompareError, match="figures_changed"):
        build_store(copy)
    assert fingerprint(copy) == mark
    assert built.is_file()
    assert [path.name for path in copy.store.glob("draft*")] == []


def test_figures_that_are_not_there_are_said(copy: Paths) -> None:
    shutil.rmtree(copy.figures / "ssdse_a")
    with pytest.raises(CareCompareError, match="figures_missing"):
        build_store(copy)
