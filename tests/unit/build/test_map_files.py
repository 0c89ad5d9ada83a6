from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from carecompare.build import fresh_map, map_version
from carecompare.errors import SourceError
from carecompare.paths import Paths

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copy(paths: Paths, tmp_path: Path) -> Paths:
    """Copy what outlines are made from."""
    (tmp_path / "figures").mkdir()
    for name in (
        "manifest.json",
        "areas.csv",
        "area_changes.csv",
        "code_changes.csv",
        "municipality_class.csv",
        "municipality_medical_area.csv",
        "boundaries.geojson",
        "boundary_neighbours.csv",
        "municipality_insurer.csv",
    ):
        shutil.copy(paths.figures / name, tmp_path / "figures" / name)
    return Paths(tmp_path)


def test_outlines_are_written_once_and_older_ones_go(copy: Paths) -> None:
    (copy.store / "maps" / "older").mkdir(parents=True)
    folder = fresh_map(copy)
    assert folder is not None
    assert folder.name == map_version(copy)
    # All municipalities, the borders between prefectures, and those within each.
    assert len(list(folder.iterdir())) == 1 + 1 + 47
    written = (folder / "areas.geojson").stat().st_mtime_ns
    assert fresh_map(copy) == folder
    assert (folder / "areas.geojson").stat().st_mtime_ns == written
    assert [each.name for each in folder.parent.iterdir()] == [folder.name]


def test_damaged_boundaries_are_said_and_leave_nothing_behind(copy: Paths) -> None:
    path = copy.figures / "boundaries.geojson"
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(SourceError, match="figures_changed"):
        fresh_map(copy)
    assert not list(copy.store.rglob("*.geojson"))


def test_without_boundaries_there_is_no_map(tmp_path: Path) -> None:
    assert fresh_map(Paths(tmp_path)) is None
