"""Sets of comparators under a name, in the three modes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from carecompare.own import COMPARATOR_SETS, Folder, Shelf
from carecompare.paths import Paths

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """
from carecompare import ui
with ui.page("home") as here:
    ui.show_saved_sets(here)
    ui.show_visit()
"""
PATIENCE_SECONDS = 60


@pytest.fixture
def kept_in(
    paths: Paths,
    store_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
) -> Path:
    """Return the folder of own data of an installation that shares the figures of this one."""
    assert store_file.is_file()
    for name in ("catalog", "figures", "store"):
        (tmp_path / name).symlink_to(paths.data / name)
    (tmp_path / "pages").symlink_to(pytestconfig.rootpath / "pages")
    (tmp_path / "app.py").write_text(SCRIPT, encoding="utf-8")
    monkeypatch.setenv("CARECOMPARE_DATA", str(tmp_path))
    return Paths(tmp_path).own


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(os.environ["CARECOMPARE_DATA"] + "/app.py", default_timeout=PATIENCE_SECONDS)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def pressed(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def saved(app: AppTest, name: str) -> AppTest:
    app.text_input(key="own_author_widget").set_value("高齢福祉課").run()
    app.text_input(key="own_set_name").set_value(name).run()
    return pressed(app, "own_set_save")


def names(kept_in: Path) -> list[str]:
    kept = Shelf(Folder(kept_in)).kept("15202", COMPARATOR_SETS)
    return [each.name for each in kept.content.sets] if kept else []


def test_a_set_is_saved_opened_renamed_deleted_and_brought_back(kept_in: Path) -> None:
    app = saved(opened(own="15202", vs="free", chosen="20201.46523"), "雪国")
    assert not app.exception
    assert "「雪国」を保存しました" in app.success[0].value
    assert names(kept_in) == ["雪国"]
    other = opened(own="15202", vs="exemplars")
    pressed(other, "own_set_open_s1")
    assert other.session_state["selection"]["chosen"] == "20201.46523"
    app.text_input(key="own_set_name_s1").set_value("雪の多い町").run()
    pressed(app, "own_set_rename_s1")
    assert names(kept_in) == ["雪の多い町"]
    pressed(app, "own_set_delete_s1")
    assert names(kept_in) == []
    pressed(app, "undo_comparator_sets")
    assert names(kept_in) == ["雪の多い町"]
    pressed(app, "restore_comparator_sets_1")
    assert names(kept_in) == ["雪国"]
    assert not app.exception


def test_two_visitors_who_add_sets_at_once_keep_both(kept_in: Path) -> None:
    first, second = (opened(own="15202", vs="free", chosen="20201") for _ in range(2))
    saved(first, "一")
    app = saved(second, "二")
    assert not app.error
    assert names(kept_in) == ["一", "二"]


def test_a_name_that_is_taken_is_refused_and_named(kept_in: Path) -> None:
    app = saved(opened(own="15202", vs="free", chosen="20201"), "雪国")
    app.text_input(key="own_set_name").set_value("雪国").run()
    pressed(app, "own_set_save")
    assert "もうあります" in app.error[0].value
    assert names(kept_in) == ["雪国"]


def test_a_name_is_shown_as_it_was_typed(kept_in: Path) -> None:
    app = saved(opened(own="15202", vs="free", chosen="20201"), "![x](http://example.org/x.png) <b>")
    assert r"\!\[x\]\(http" in app.success[0].value
    assert names(kept_in) == ["![x](http://example.org/x.png) <b>"]
    assert not [each.value for each in app.markdown if "![x](" in each.value]


def test_before_somebody_says_who_saves_the_button_says_why_it_does_not_work(kept_in: Path) -> None:
    app = opened(own="15202", vs="free", chosen="20201")
    assert app.button(key="own_set_save").disabled
    assert "保存する人" in app.button(key="own_set_save").help
    assert not kept_in.exists()


def test_read_only_saves_nothing_and_says_so(kept_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", "readonly")
    app = opened(own="15202", vs="free", chosen="20201")
    assert app.button(key="own_set_save").disabled
    assert "閲覧専用" in app.button(key="own_set_save").help
    assert not kept_in.exists()


def test_what_a_visitor_of_a_public_server_saves_no_other_sees(
    kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    first = opened(own="15202", vs="free", chosen="20201")
    first.text_input(key="own_set_name").set_value("秘密の組").run()
    pressed(first, "own_set_save")
    assert any("秘密の組" in each.value for each in first.markdown)
    second = opened(own="15202", vs="free", chosen="20201")
    assert not any("秘密の組" in each.value for each in second.markdown)
    assert not kept_in.exists()


def test_a_damaged_file_is_said_by_name(kept_in: Path) -> None:
    folder = kept_in / "15202" / "comparator_sets"
    folder.mkdir(parents=True)
    (folder / "000001.json").write_bytes(b"{")
    app = opened(own="15202", vs="free", chosen="20201")
    assert not app.exception
    assert "15202/comparator\\_sets/000001\\.json" in app.error[0].value
