"""What uploads are checked against in these tests: the real definitions, and one town."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.own import OwnArea, OwnItem
from carecompare.own.uploads.known import Known

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog


@pytest.fixture(params=["files", "database"])
def kept_at(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where an office keeps what is its own."""
    if request.param == "files":
        return str(tmp_path / "own")
    address: str = request.getfixturevalue("database")
    return address


@pytest.fixture(scope="session")
def known(catalog: Catalog) -> Known:
    return Known(
        own_names=frozenset({"15202", "長岡市", "新潟県長岡市"}),
        others={"20201": "長野市", "長野市": "長野市", "南部町（鳥取県）": "南部町（鳥取県）"},
        indicators={each.id: each for each in catalog.main_indicators},
        published={
            "population": {2015: 275_133.0, 2020: 266_936.0},
            "share_65_and_over": {2020: 31.4},
            "clinics_per_100000": {2023: 68.2},
        },
        areas=(OwnArea("a1", "北部圏域"), OwnArea("a2", "栃尾（旧栃尾市）", "merged")),
        items=(OwnItem("通いの場", "か所"),),
    )
