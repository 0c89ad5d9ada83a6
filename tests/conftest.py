"""What every test may rely on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from carecompare.build import build_store, fresh_store
from carecompare.catalog import Catalog, load_catalog
from carecompare.paths import Paths, project_paths

ROOT = Path(__file__).resolve().parent.parent
OFFICIAL = ROOT.parent / "shared" / "official"


def absent(what: str) -> None:
    """Fail in CI, where everything is there; elsewhere skip and say why."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}: CI must have it")
    pytest.skip(what)


@pytest.fixture(scope="session")
def official() -> Path:
    """Return the folder of the publishers' files, which the project does not ship."""
    if not OFFICIAL.is_dir():
        absent("official files not present")
    return OFFICIAL


@pytest.fixture(scope="session")
def paths() -> Paths:
    return project_paths()


@pytest.fixture(scope="session")
def store_file(paths: Paths) -> Path:
    """Return the store of the project's own figures, built where it is missing or stale."""
    return fresh_store(paths) or build_store(paths)


@pytest.fixture(scope="session")
def catalog(paths: Paths) -> Catalog:
    return load_catalog(paths.catalog)
