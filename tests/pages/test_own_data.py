"""自町データ: own figures beside published ones, in the three modes, and nowhere else."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from carecompare.own import OWN_FIGURES, Folder, Memory, OwnArea, OwnFigure, OwnFigures, OwnItem, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

FIGURES = OwnFigures(
    figures=(
        OwnFigure("", "population", 2024, 123_456.0, "<script>alert(1)</script>", "=HYPERLINK(1)"),
        OwnFigure("", "share_65_and_over", 2024, 77.7),
        OwnFigure("a1", "share_65_and_over", 2024, 66.6),
        OwnFigure("", "own:通いの場", 2024, 12.5),
    ),
    areas=(OwnArea("a1", "北部圏域"),),
    items=(OwnItem("通いの場", "か所"),),
)


def words_of(app: AppTest) -> str:
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success")
    said = [str(element.value) for kind in kinds for element in app.get(kind)]
    return "\n".join([*said, *(str(element.proto.body) for element in app.get("html"))])


def test_before_anything_is_entered_the_page_says_so(opened: Opens, kept_in: Path) -> None:
    app = opened("pages/own_data.py", own="15202")
    assert not app.exception
    assert "独自値はまだありません" in app.info[0].value
    assert not kept_in.exists()


def test_own_figures_stand_beside_the_published_ones_with_author_and_version(
    opened: Opens, kept_in: Path
) -> None:
    Shelf(Folder(kept_in)).save("15202", OWN_FIGURES, FIGURES, 0, "高齢福祉課")
    app = opened("pages/own_data.py", own="15202")
    assert not app.exception
    said = words_of(app)
    for each in (
        "123,456",
        "251,069",
        "77.7",
        "12.5",
        "第1版、高齢福祉課",
        "&lt;script&gt;",
        "=HYPERLINK(1)",
    ):
        assert each in said, each
    assert "=HYPERLINK(1)" in said
    assert "<script>alert" not in said
    assert app.get("vega_lite_chart")[0].proto.alt == app.subheader[0].value
    app.selectbox(key="own_place").set_value("a1").run()
    assert "66.6" in words_of(app)
    assert "123,456" not in words_of(app)


@pytest.mark.parametrize("page", ["app.py", "pages/findings.py", "pages/map.py"])
def test_own_figures_change_no_other_page(opened: Opens, kept_in: Path, page: str) -> None:
    before = opened(page, own="15202", vs="prefecture")
    Shelf(Folder(kept_in)).save("15202", OWN_FIGURES, FIGURES, 0, "高齢福祉課")
    after = opened(page, own="15202", vs="prefecture")
    assert words_of(before) == words_of(after)
    beside = [opened("pages/own_data.py", own="15202", vs=vs) for vs in ("prefecture", "exemplars")]
    assert not any(app.exception for app in beside)


RANKED = {
    "pages/aging.py": "share_65_and_over",
    "pages/care_need.py": "certification_rate",
    "pages/resources.py": "hospitals_per_100000",
}


def tables_of(app: AppTest) -> list[list[str]]:
    """Return the rows of every table, without their marks."""
    bodies = [str(element.proto.body) for element in app.get("html")]
    rows = [row for body in bodies for row in re.findall(r"<tr.*?</tr>", body)]
    return [[re.sub("<.*?>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


@pytest.mark.parametrize("page", RANKED)
def test_an_own_figure_stands_as_a_ring_and_a_row_beside_the_ranked_ones_and_changes_none(
    opened: Opens, kept_in: Path, page: str
) -> None:
    item = RANKED[page]
    query = {"own": "15202", "vs": "prefecture", "item": item, "field": "医療"}
    before = opened(page, **query)
    assert not before.exception
    figures = OwnFigures((OwnFigure("", item, 2031, 77.75), OwnFigure("a1", item, 2032, 66.6)))
    Shelf(Folder(kept_in)).save("15202", OWN_FIGURES, figures, 0, "高齢福祉課")
    after = opened(page, **query)
    assert not after.exception
    added = [row for row in tables_of(after) if row not in tables_of(before)]
    assert [row[:4] for row in added] == [[added[0][0], "77.75", "", "順位に入れません"]]
    assert added[0][0].startswith("長岡市の独自値（2031年")
    assert [row for row in tables_of(after) if row not in added] == tables_of(before)
    assert [each.value for each in after.subheader] == [each.value for each in before.subheader]
    rings = [
        layer["data"]["values"]
        for chart in after.get("vega_lite_chart")
        for layer in json.loads(chart.proto.spec)["layer"]
        if layer["data"]["name"] == "rings"
    ]
    assert [[ring["value"] for ring in each] for each in rings] == [[77.75]]
    assert "66.6" not in words_of(after)


def test_what_one_town_keeps_no_block_shared_by_visitors_holds(
    opened: Opens, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = {"own": "15202", "vs": "prefecture", "item": "share_65_and_over"}
    Shelf(Folder(kept_in)).save("15202", OWN_FIGURES, FIGURES, 0, "高齢福祉課")
    assert "長岡市の独自値（2024年）" in words_of(opened("pages/aging.py", **query))
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    assert "独自値" not in words_of(opened("pages/aging.py", **query))


def test_a_damaged_file_of_own_figures_leaves_the_published_ones_on_screen(
    opened: Opens, kept_in: Path
) -> None:
    (kept_in / "15202" / "own_figures").mkdir(parents=True)
    (kept_in / "15202" / "own_figures" / "000001.json").write_bytes(b'{"half')
    app = opened("pages/aging.py", own="15202")
    assert not app.exception
    assert not app.error
    assert "000001.json" in words_of(app)
    assert app.get("vega_lite_chart")


def test_the_last_save_is_undone_and_found_again(opened: Opens, kept_in: Path) -> None:
    shelf = Shelf(Folder(kept_in))
    shelf.save("15202", OWN_FIGURES, FIGURES, 0, "高齢福祉課")
    app = opened("pages/own_data.py", own="15202")
    app.button(key="undo_own_figures").click().run()
    assert "独自値はまだありません" in words_of(app)
    app.session_state["history_own_figures"] = True  # it is drawn when it is opened
    app.run()
    app.button(key="restore_own_figures_1").click().run()
    assert "123,456" in words_of(app)
    assert [each.version for each in shelf.history("15202", OWN_FIGURES)] == [3, 2, 1]


def test_an_area_of_one_s_own_is_added_and_deleted(opened: Opens, kept_in: Path) -> None:
    app = opened("pages/own_data.py", own="15202")
    app.text_input(key="own_author_widget").set_value("計画係").run()
    app.segmented_control(key="own_way").set_value("areas").run()
    app.text_input(key="own_area_name").set_value("<b>北部</b>圏域").run()
    app.button(key="own_area_add").click().run()
    assert not app.exception
    kept = Shelf(Folder(kept_in)).kept("15202", OWN_FIGURES)
    assert kept is not None
    assert [each.name for each in kept.content.areas] == ["<b>北部</b>圏域"]
    assert r"\<b\>北部" in words_of(app)
    app.button(key="own_area_delete_a1").click().run()
    assert Shelf(Folder(kept_in)).kept("15202", OWN_FIGURES).content.areas == ()  # type: ignore[union-attr]


def test_a_save_that_meets_another_s_shows_both_and_keeps_the_other(opened: Opens, kept_in: Path) -> None:
    shelf = Shelf(Folder(kept_in))
    shelf.save("15202", OWN_FIGURES, FIGURES, 0, "高齢福祉課")
    for version, value in ((1, 222_222.0), (2, 111_111.0)):
        newer = OwnFigures((OwnFigure("", "population", 2024, value),))
        if version == 2:  # the page has been opened meanwhile
            app = opened("pages/own_data.py", own="15202")
            app.text_input(key="own_author_widget").set_value("計画係").run()
        shelf.save("15202", OWN_FIGURES, newer, version, "介護保険課")
    app.button(key="undo_own_figures").click().run()
    assert "介護保険課が新しい内容を保存しました" in app.error[0].value
    theirs, mine = (each.value for each in app.code if "2024年" in each.value)
    assert "総人口 2024年 111,111" in theirs
    assert "総人口 2024年 123,456" in mine
    assert shelf.latest("15202", OWN_FIGURES) == 3


def test_read_only_shows_and_saves_nothing(
    opened: Opens, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(Folder(kept_in)).save("15202", OWN_FIGURES, FIGURES, 0, "高齢福祉課")
    monkeypatch.setenv("CARECOMPARE_MODE", "readonly")
    app = opened("pages/own_data.py", own="15202")
    assert "123,456" in words_of(app)
    assert app.button(key="undo_own_figures").disabled
    assert "閲覧専用" in words_of(app)
    assert not app.get("text_input")
    (nothing,) = opened("pages/own_data.py", own="20201").info
    assert nothing.value == "独自値はまだありません。"


def test_what_an_office_keeps_no_visitor_of_a_public_server_sees(
    opened: Opens, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(Folder(kept_in)).save("15202", OWN_FIGURES, FIGURES, 0, "高齢福祉課")
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    app = opened("pages/own_data.py", own="15202")
    assert "独自値はまだありません" in words_of(app)
    assert "123,456" not in words_of(app)


def test_a_visitor_s_figures_are_shown_to_that_visitor(
    opened: Opens, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    app = opened("pages/own_data.py", own="15202")
    records: dict[str, bytes] = {}
    Shelf(Memory(records)).save("15202", OWN_FIGURES, FIGURES, 0, "")
    app.session_state["own_visit"] = records
    app.run()
    assert "123,456" in words_of(app)
    assert "123,456" not in words_of(opened("pages/own_data.py", own="15202"))
    assert not kept_in.exists()


def test_a_damaged_file_is_named(opened: Opens, kept_in: Path) -> None:
    (kept_in / "15202" / "own_figures").mkdir(parents=True)
    (kept_in / "15202" / "own_figures" / "000001.json").write_bytes(b'{"half')
    app = opened("pages/own_data.py", own="15202")
    assert not app.exception
    assert "000001\\.json" in app.error[0].value


def test_who_changed_what_is_told_when_asked_for(opened: Opens, kept_in: Path) -> None:
    shelf = Shelf(Folder(kept_in))
    shelf.save("15202", OWN_FIGURES, FIGURES, 0, "高齢福祉課")
    shelf.restore("15202", OWN_FIGURES, 1, 1, "計画係")
    app = opened("pages/own_data.py", own="15202")
    assert "第1版に戻したもの" not in words_of(app)
    app.session_state["own_audit"] = True
    said = words_of(app.run())
    assert all(each in said for each in ("第1版に戻したもの", "計画係", "高齢福祉課"))
