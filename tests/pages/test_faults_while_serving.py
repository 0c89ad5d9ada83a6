"""What goes wrong beneath a server that runs: its store is deleted, its clock is set back."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest
from small_installation import small_installation

from carecompare import clock
from carecompare.build import build_store
from carecompare.own import OWN_FIGURES, Folder, OwnFigure, OwnFigures, Shelf
from carecompare.store import fresh_store
from carecompare.ui.frame import loading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from carecompare.paths import Paths

    Opens = Callable[..., AppTest]

PAGE, OWN = "pages/data_health.py", "31204"


@pytest.fixture
def small(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Return a small installation that is in use, with its store."""
    made = small_installation(paths, tmp_path)
    build_store(made)
    monkeypatch.setenv("CARECOMPARE_DATA", str(tmp_path))
    return made


def test_a_store_that_is_deleted_is_made_again_by_the_next_page(opened: Opens, small: Paths) -> None:
    before = opened(PAGE)
    shutil.rmtree(small.store)
    loading._looked_for.cache_clear()  # noqa: SLF001 - as a second later
    after = opened(PAGE)
    for app in (before, after):
        assert not app.exception
        assert not app.error
    assert fresh_store(small) is not None


class Earlier(dt.datetime):
    """A clock that was set back by years."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Earlier:
        return cls(2001, 1, 1, tzinfo=tz)


def test_with_the_clock_set_back_the_next_version_is_the_latest_and_pages_show_it(
    opened: Opens, small: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(Folder(small.own))
    kept = [OwnFigures((OwnFigure("", "population", 2025, value),)) for value in (111_111, 222_222)]
    shelf.save(OWN, OWN_FIGURES, kept[0], 0, "計画係")
    monkeypatch.setattr(clock, "datetime", Earlier)
    shelf.save(OWN, OWN_FIGURES, kept[1], 1, "計画係")
    latest = shelf.kept(OWN, OWN_FIGURES)
    assert latest is not None
    assert (latest.version, latest.content) == (2, kept[1])
    assert [each.version for each in shelf.history(OWN, OWN_FIGURES)] == [2, 1]
    app = opened("pages/own_data.py", own=OWN)
    assert not app.exception
    assert not app.error
    assert any("222,222" in str(each.proto.body) for each in app.get("html"))
