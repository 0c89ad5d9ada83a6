"""The page of districts: they are declared, wrong files change nothing, a save can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own import Folder, Shelf
from carecompare.own.contents.districts import DISTRICTS, Block, districts_of
from carecompare.text.topics.reach import reach_district_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE = "pages/reach_districts.py"
WAY = "reach_districts_way"


def named(app: AppTest) -> AppTest:
    return app.text_input(key="own_author_widget").set_value("高齢福祉課").run()


def test_districts_are_drawn_saved_shown_and_undone(opened: Opens, kept_in: Path) -> None:
    app = named(opened(PAGE, own="46523"))
    assert "まだ登録されていません" in app.info[0].value
    app.segmented_control(key=WAY).set_value("map").run()
    app.text_input(key="reach_districts_new").set_value("北部").run()
    app.button(key="reach_districts_new_add").click().run()
    app.multiselect(key="reach_districts_blocks").set_value(["|大字今里", "|大字名音"]).run()
    app.button(key="reach_districts_blocks_put").click().run()
    assert not app.exception
    app.button(key="reach_districts_save").click().run()
    assert [each.value for each in app.success] == [reach_district_words.SAVED]
    kept = Shelf(Folder(kept_in)).kept("46523", DISTRICTS)
    assert kept is not None
    assert [(each.name, [block.town for block in each.blocks]) for each in kept.content.districts] == [
        ("北部", ["大字今里", "大字名音"])
    ]
    assert any("1圏域" in each.value for each in app.subheader)
    app.button(key="undo_districts").click().run()
    assert not app.exception
    assert "まだ登録されていません" in app.info[0].value


def test_a_renamed_district_keeps_its_blocks_and_a_taken_name_is_refused(
    opened: Opens, kept_in: Path
) -> None:
    assert not kept_in.exists()
    app = named(opened(PAGE, own="46523"))
    app.segmented_control(key=WAY).set_value("map").run()
    for name in ("北部", "南部"):
        app.text_input(key="reach_districts_new").set_value(name).run()
        app.button(key="reach_districts_new_add").click().run()
    app.text_input(key="reach_districts_name").set_value("北部").run()
    app.button(key="reach_districts_name_take").click().run()
    assert "もうあります" in app.error[0].value
    app.text_input(key="reach_districts_name").set_value("東部").run()
    app.button(key="reach_districts_name_take").click().run()
    assert app.selectbox(key="reach_districts_into").options[:2] == ["北部", "東部"]


def test_a_proposal_by_schools_has_every_block(opened: Opens, kept_in: Path) -> None:
    app = named(opened(PAGE, own="43212"))
    app.segmented_control(key=WAY).set_value("proposal").run()
    app.radio(key="reach_districts_kind").set_value("school_point").run()
    app.multiselect(key="reach_districts_points_43212").set_value(["|大矢野町上|", "|松島町合津|"]).run()
    app.button(key="reach_districts_save").click().run()
    assert not app.exception
    kept = Shelf(Folder(kept_in)).kept("43212", DISTRICTS)
    assert kept is not None
    assert len(kept.content.of_block) == 15


def test_a_wrong_file_says_all_its_problems_and_changes_nothing(opened: Opens, kept_in: Path) -> None:
    app = named(opened(PAGE, own="43212"))
    app.segmented_control(key=WAY).set_value("file").run()
    wrong = "圏域,町丁・字\n北,大矢野町上\n南,大矢野町上\n北,大矢野町湯嶋\n".encode()
    app.file_uploader(key="reach_districts_upload_43212_0").set_value(("圏域.csv", wrong, "text/csv")).run()
    assert not app.exception
    assert app.error[0].value.startswith("直すところが")
    assert not [each for each in app.button if each.key == "reach_districts_save"]
    assert not (kept_in / "43212").exists()


def test_a_wrong_file_leaves_what_is_declared(opened: Opens, kept_in: Path) -> None:
    shelf = Shelf(Folder(kept_in))
    kept = districts_of([("北", Block("大矢野町上")), ("南", Block("松島町合津"))])
    shelf.save("43212", DISTRICTS, kept, 0, "高齢福祉課")
    app = named(opened(PAGE, own="43212"))
    app.segmented_control(key=WAY).set_value("file").run()
    wrong = "圏域,町丁・字,市区町村コード\n西,大矢野町上,43212\n西,有明町大浦,43212\n西,松島町合津,43215\n"
    file = ("圏域.csv", wrong.encode(), "text/csv")
    app.file_uploader(key="reach_districts_upload_43212_0").set_value(file).run()
    assert not app.exception
    # Another town's block, another town's code, and fourteen blocks that are in no district.
    assert app.error[0].value.startswith("直すところが16件")
    after = shelf.kept("43212", DISTRICTS)
    assert after is not None
    assert (after.version, after.content) == (1, kept)


def test_a_town_without_points_says_so(opened: Opens) -> None:
    app = opened(PAGE, own="13362")
    assert [each.value for each in app.info] == [
        "利島村には町丁・字の代表点がないため、到達時間を示せません。"
    ]
