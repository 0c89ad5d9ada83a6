"""Sets of comparators under a name, in the three modes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from carecompare.own import (
    COMPARATOR_SETS,
    ComparatorSet,
    ComparatorSets,
    Folder,
    Shelf,
    sets_renamed,
    sets_with,
)
from carecompare.paths import Paths
from carecompare.ui.frame.loading import load
from carecompare.views.files.registry import view_block

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """
from carecompare import ui
with ui.page("home") as here:
    ui.page_top(here, "組")
    ui.show_saved_sets(here)
    ui.show_visit()
"""
RANKED = """
from carecompare import ui
with ui.page("care_need") as here:
    ui.page_top(here, "組")
    ui.show_certification(here)
"""
QUESTION = """
from carecompare import ui
with ui.page("questions") as here:
    ui.page_top(here, "問い")
    ui.show_questions(here)
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


def sets_in(kept_in: Path) -> tuple[ComparatorSet, ...]:
    kept = Shelf(Folder(kept_in)).kept("15202", COMPARATOR_SETS)
    return kept.content.sets if kept else ()


def names(kept_in: Path) -> list[str]:
    return [each.name for each in sets_in(kept_in)]


def test_a_set_is_saved_opened_renamed_deleted_and_brought_back(kept_in: Path) -> None:
    app = saved(opened(own="15202", vs="free", chosen="20201.46523"), "雪国")
    assert not app.exception
    assert "「雪国」を保存しました" in app.success[0].value
    assert names(kept_in) == ["雪国"]
    made = sets_in(kept_in)[0].id
    other = opened(own="15202", vs="exemplars")
    pressed(other, f"own_set_open_{made}")
    assert other.session_state["selection"] == {"own": "15202", "vs": "saved", "set": made}
    app.text_input(key=f"own_set_name_{made}").set_value("雪の多い町").run()
    pressed(app, f"own_set_rename_{made}")
    assert names(kept_in) == ["雪の多い町"]
    pressed(app, f"own_set_delete_{made}")
    assert names(kept_in) == []
    pressed(app, "undo_comparator_sets")
    assert names(kept_in) == ["雪の多い町"]
    app.session_state["history_comparator_sets"] = True  # it is drawn when it is opened
    app.run()
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


def test_before_somebody_says_who_saves_the_button_asks_and_saves_nothing_yet(kept_in: Path) -> None:
    app = opened(own="15202", vs="free", chosen="20201")
    assert not app.button(key="own_set_save").disabled
    app.button(key="own_set_save").click().run()
    assert not app.exception
    assert "own_asked_save" in {each.key for each in app.button}
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


def kept_set(kept_in: Path, name: str, areas: list[str]) -> str:
    """Save a set as a visitor does and return its id."""
    app = opened(own="15202", vs="free", chosen=".".join(areas))
    saved(app, name)
    return sets_in(kept_in)[-1].id


def options(app: AppTest) -> list[str]:
    return list(app.radio(key="choice_vs").options)


def test_a_saved_set_is_a_choice_of_the_comparators_on_every_page(kept_in: Path) -> None:
    made = kept_set(kept_in, "雪国", ["20201", "46523"])
    app = opened(own="15202", vs="exemplars")
    assert options(app)[-1] == "雪国"
    app.radio(key="choice_vs").set_value(f"saved.{made}").run()
    assert not app.exception
    assert app.session_state["selection"] == {"own": "15202", "vs": "saved", "set": made}
    assert any("くらべる相手：雪国（2）" in each.proto.popover.label for each in app.get("popover"))
    app.radio(key="choice_vs").set_value("prefecture").run()
    assert app.session_state["selection"] == {"own": "15202", "vs": "prefecture"}


def test_a_link_opens_a_saved_set_and_titles_name_it(kept_in: Path) -> None:
    made = kept_set(kept_in, "雪国 *1*", ["20201", "46523", "13112"])
    (kept_in.parent / "app.py").write_text(RANKED, encoding="utf-8")
    app = opened(own="15202", vs="saved", set=made)
    assert not app.exception
    assert not app.warning
    assert r"「雪国 \*1\*」の組と合わせた" in app.subheader[0].value
    picture = app.get("vega_lite_chart")[0].proto
    assert "「雪国 *1*」の組と合わせた" in picture.alt


def test_a_question_is_answered_beside_a_saved_set_at_once(kept_in: Path) -> None:
    made = kept_set(kept_in, "雪国", ["20201", "46523", "13112"])
    (kept_in.parent / "app.py").write_text(QUESTION, encoding="utf-8")
    app = opened(own="15202", vs="saved", set=made)
    assert not app.exception
    assert "「雪国」の組と合わせた" in app.subheader[0].value


def test_a_renamed_set_is_called_by_its_new_name_at_once(kept_in: Path) -> None:
    made = kept_set(kept_in, "雪国", ["20201", "46523", "13112"])
    (kept_in.parent / "app.py").write_text(RANKED, encoding="utf-8")
    assert "「雪国」の組" in opened(own="15202", vs="saved", set=made).subheader[0].value
    shelf = Shelf(Folder(kept_in))
    shelf.save(
        "15202", COMPARATOR_SETS, sets_renamed(ComparatorSets(sets_in(kept_in)), made, "山国"), 1, "係"
    )
    assert "「山国」の組" in opened(own="15202", vs="saved", set=made).subheader[0].value


@pytest.mark.parametrize("query", [{"set": "s9-000000"}, {"set": ""}, {"own": "13112", "set": "{made}"}])
def test_a_link_to_a_set_that_is_not_there_says_so_and_opens_the_usual_comparators(
    kept_in: Path, query: dict[str, str]
) -> None:
    made = kept_set(kept_in, "雪国", ["20201"])
    app = opened(
        **{"own": "15202", "vs": "saved"} | {key: each.format(made=made) for key, each in query.items()}
    )
    assert not app.exception
    assert len(app.warning) == 1
    assert "見つかりません" in app.warning[0].value
    assert app.session_state["selection"]["vs"] == "exemplars"
    assert "set" not in app.session_state["selection"]


def test_a_set_that_cannot_be_read_is_said_and_the_page_opens(kept_in: Path) -> None:
    made = kept_set(kept_in, "雪国", ["20201"])
    (kept_in.parent / "app.py").write_text(RANKED, encoding="utf-8")
    (kept_in / "15202" / "comparator_sets" / "000001.json").write_bytes(b"{")
    app = opened(own="15202", vs="saved", set=made)
    assert not app.exception
    assert r"comparator\_sets/000001\.json" in app.warning[0].value
    assert "保存した組を読めない" in app.warning[1].value
    assert app.subheader
    assert "雪国" not in options(app)


def test_municipalities_that_are_no_more_are_left_out_of_a_set(kept_in: Path) -> None:
    kept_set(kept_in, "雪国", ["20201"])
    shelf = Shelf(Folder(kept_in))
    older = sets_with(ComparatorSets(), "昔の町", ["99999", "20201"], 2)
    shelf.save("15202", COMPARATOR_SETS, older, 1, "係")
    app = opened(own="15202", vs="saved", set=older.sets[0].id)
    assert not app.exception
    assert any("くらべる相手：昔の町（1）" in each.proto.popover.label for each in app.get("popover"))


def test_freely_chosen_ones_get_a_name_where_they_are_chosen(kept_in: Path) -> None:
    app = opened(own="15202", vs="free", chosen="20201.46523")
    app.text_input(key="own_author_widget_beside").set_value("高齢福祉課").run()
    app.text_input(key="own_set_name_beside").set_value("雪国").run()
    pressed(app, "own_set_save_beside")
    assert not app.exception
    assert names(kept_in) == ["雪国"]
    assert "「雪国」を保存しました" in app.success[0].value
    assert app.session_state["selection"]["set"] == sets_in(kept_in)[0].id
    assert app.text_input(key="own_author_widget").value == "高齢福祉課"


def test_a_set_is_the_start_of_another_choice(kept_in: Path) -> None:
    made = kept_set(kept_in, "雪国", ["20201", "46523"])
    app = pressed(opened(own="15202", vs="saved", set=made), "rework_set")
    assert app.session_state["selection"] == {"own": "15202", "vs": "free", "chosen": "20201.46523"}


def test_on_a_public_server_a_link_to_a_visitors_set_says_why_it_cannot_open(
    kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    first, second = (
        opened(own="15202", vs="free", chosen="20201"),
        opened(own="15202", vs="free", chosen="46523"),
    )
    for visit, name in ((first, "わたしの組"), (second, "ほかの人の組")):
        visit.text_input(key="own_set_name_beside").set_value(name).run()
        pressed(visit, "own_set_save_beside")
        assert visit.session_state["selection"]["vs"] == "saved"
    # Each visitor's first set; the link of the one must not open the other's.
    second.query_params["set"] = first.session_state["selection"]["set"]
    second.run()
    assert "画面を開いている間だけ" in second.warning[0].value
    assert second.session_state["selection"]["vs"] == "exemplars"
    assert not kept_in.exists()


def test_on_a_public_server_the_link_that_is_handed_out_names_the_municipalities(
    kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    app = opened(own="15202", vs="free", chosen="20201.46523")
    app.text_input(key="own_set_name_beside").set_value("わたしの組").run()
    pressed(app, "own_set_save_beside")
    link = next(each.value for each in app.code if "own=15202" in each.value)
    assert "vs=free" in link
    assert "chosen=20201.46523" in link
    assert "set=" not in link
    assert not kept_in.exists()


def test_a_view_kept_in_papers_is_made_again_with_its_set_and_not_with_another(kept_in: Path) -> None:
    made = kept_set(kept_in, "雪国", ["20201", "46523", "13112"])
    query = {"own": "15202", "vs": "saved", "set": made}
    block = view_block(load(), "care_need", "", query)
    assert block is not None
    assert "「雪国」の組と合わせた" in block.finding
    Shelf(Folder(kept_in)).save("15202", COMPARATOR_SETS, ComparatorSets(), 1, "係")
    assert view_block(load(), "care_need", "", query) is None
