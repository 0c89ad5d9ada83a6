"""Whatever is killed: nothing acknowledged is lost, no figures are refused, no draft is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from kill_rounds import rounds

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths

FEW = 6


@pytest.mark.parametrize("seed", [20130729, 20261130])
def test_killed_at_any_step_the_next_operation_finds_everything_in_order(
    paths: Paths, tmp_path: Path, seed: int, database: str
) -> None:
    said = rounds(paths, tmp_path, FEW, seed, database)
    assert said["broken"] == []
    assert any(name.endswith("killed") for name in said["killed"])
