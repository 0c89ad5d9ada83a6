"""Files that belong to another user of the system: one sentence on each page, and nothing that is not so."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from presence import absent
from small_installation import small_installation

from carecompare.build import build_store
from carecompare.own import OWN_FIGURES, Folder, OwnFigures, Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths

PAGES = ("pages/data_health.py", "pages/glossary.py", "pages/own_data.py")  # as the small figures have them
OWN = "31204"
OPENED = """
import json, sys
from streamlit.testing.v1 import AppTest
told = {}
for page in sys.argv[2:]:
    app = AppTest.from_file(sys.argv[1], default_timeout=60)
    if page != "app.py":
        app.switch_page(page)
    app.query_params["own"] = "31204"
    app.run()
    told[page] = [[each.value for each in kind] for kind in (app.error, app.warning, app.exception)]
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def installation(paths: Paths, tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """Return a small installation with its store and something of a town's own."""
    small = small_installation(paths, tmp_path_factory.mktemp("small"))
    build_store(small)
    Shelf(Folder(small.own)).save(OWN, OWN_FIGURES, OwnFigures(), 0, "計画係")
    return small


def opened_by_another(data: Path, root: Path) -> dict[str, list[list[str]]]:
    """Open pages in a process to which files of others are closed; return errors, warnings, exceptions."""
    if os.name == "nt":
        absent("no owners of files on Windows")
    command = [sys.executable, "-c", OPENED, str(root / "app.py"), *PAGES]
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv") or absent("no setpriv on this machine")
        command = [setpriv, "--bounding-set=-dac_override,-dac_read_search", *command]
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "CARECOMPARE_DATA": str(data)},
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, list[list[str]]] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.mark.parametrize(
    ("closed", "said"),
    [
        ("figures", "manifest\\.json：読み書きできません（権限がありません）"),
        ("store/*.duckdb", "権限がありません"),
    ],
    ids=["figures", "store"],
)
def test_every_page_says_once_what_is_closed(
    installation: Paths, tmp_path: Path, pytestconfig: pytest.Config, closed: str, said: str
) -> None:
    data = shutil.copytree(installation.data, tmp_path / "data")
    for each in data.glob(closed):
        each.chmod(0)
    if closed != "figures":
        (data / "store").chmod(0o500)  # nor can it be made anew
    try:
        told = opened_by_another(data, pytestconfig.rootpath)
    finally:
        for each in (*data.glob(closed), data / "store"):
            each.chmod(0o700)
    for errors, warnings, exceptions in told.values():
        assert (len(errors), warnings, exceptions) == (1, [], [])
        assert said in errors[0]


def test_pages_without_what_the_town_keeps_open_where_only_that_is_closed(
    installation: Paths, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    data = shutil.copytree(installation.data, tmp_path / "data")
    (data / "own").chmod(0)
    try:
        told = opened_by_another(data, pytestconfig.rootpath)
    finally:
        (data / "own").chmod(0o700)
    assert told["pages/own_data.py"][0]
    assert "data/ownの下を確かめてください" in told["pages/own_data.py"][0][0]
    assert [exceptions for _, _, exceptions in told.values()] == [[]] * len(PAGES)
