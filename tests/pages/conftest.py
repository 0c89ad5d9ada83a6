"""A page run as Streamlit runs it, without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from carecompare.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


PATIENCE_SECONDS = 60


@pytest.fixture
def opened(store_file: Path, pytestconfig: pytest.Config) -> Callable[..., AppTest]:
    """Return a function that opens a page by its path with the parameters of a link."""
    assert store_file.is_file()

    def opens(page: str, **query: str) -> AppTest:
        app = AppTest.from_file(str(pytestconfig.rootpath / "app.py"), default_timeout=PATIENCE_SECONDS)
        if page != "app.py":
            app.switch_page(page)
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return opens


@pytest.fixture
def kept_in(paths: Paths, store_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of own data of an installation that shares the figures of this one."""
    assert store_file.is_file()
    for name in ("catalog", "figures", "store"):
        (tmp_path / name).symlink_to(paths.data / name)
    monkeypatch.setenv("CARECOMPARE_DATA", str(tmp_path))
    return Paths(tmp_path).own
