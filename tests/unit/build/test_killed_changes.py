"""Whatever is killed: nothing acknowledged is lost, no figures are refused, no draft is left."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from kill_rounds import rounds

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths

FEW = 6
KILLED: Counter[str] = Counter()


@pytest.mark.parametrize("seed", [20130729, 20261130, 20270331])
def test_killed_at_any_step_the_next_operation_finds_everything_in_order(
    paths: Paths, tmp_path: Path, seed: int, database: str
) -> None:
    said = rounds(paths, tmp_path, FEW, seed, database)
    assert said["broken"] == []
    KILLED.update(said["killed"])


def test_some_were_killed_and_did_not_end_by_themselves() -> None:
    assert any(name.endswith("killed") for name in KILLED), "the rounds above are to run before"
