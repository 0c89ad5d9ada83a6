"""What every test may rely on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from databases import Postgres
from presence import SHARED, absent, not_tested, present

from carecompare.build import build_store
from carecompare.catalog import Catalog, load_catalog
from carecompare.paths import Paths, project_paths
from carecompare.store import fresh_store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _pytest.terminal import TerminalReporter

    from carecompare.store import Store


@pytest.fixture(scope="session")
def official() -> Path:
    """Return the folder of the publishers' files, which the project does not ship."""
    return present(SHARED / "official", "official files")


@pytest.fixture(scope="session")
def posix() -> None:
    """Ask for what Windows lacks: SIGKILL, which a process cannot answer, and setrlimit for its memory."""
    if os.name == "nt":
        absent("no SIGKILL and no setrlimit on Windows")


@pytest.fixture(scope="session")
def postgres(posix: None) -> Iterator[Postgres]:  # noqa: ARG001 - asked for what it says
    """Return a PostgreSQL of the tests' own, which runs."""
    server = Postgres()
    try:
        server.start()
        yield server
        server.stop("immediate")
    finally:
        server.remove()


@pytest.fixture
def database(postgres: Postgres) -> str:
    """Return the address of a database in which nothing is."""
    return postgres.new_database()


@pytest.fixture(scope="session")
def paths() -> Paths:
    return project_paths()


@pytest.fixture(scope="session")
def store_file(paths: Paths) -> Path:
    """Return the store of the project's own figures, built where it is missing or stale."""
    return fresh_store(paths) or build_store(paths)


@pytest.fixture(scope="session")
def store(store_file: Path) -> Iterator[Store]:
    opened = open_store(store_file)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def catalog(paths: Paths) -> Catalog:
    return load_catalog(paths.catalog)


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """End a run with the names of what this machine could not test, and why."""
    lines = not_tested(terminalreporter.stats.get("skipped", []))
    if lines:
        terminalreporter.section("not tested on this machine")
        for line in lines:
            terminalreporter.write_line(line)
