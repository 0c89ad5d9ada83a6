"""The page of half an hour: what a town says of its bridges counts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own import Folder, Shelf
from carecompare.own.contents.hard_list import HARD_LIST
from carecompare.text.own import mesh_words
from carecompare.text.topics.reach import reach_hard_words, reach_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE = "pages/reach.py"


def test_islands_that_bridges_join_are_counted_as_one_as_soon_as_they_are_saved(
    opened: Opens, kept_in: Path
) -> None:
    assert not kept_in.exists()
    app = opened(PAGE, own="43212")
    assert "15点のうち11点" in app.subheader[0].value
    app.text_input(key="own_author_widgetreach_bridges").set_value("高齢福祉課").run()
    box = app.multiselect(key="reach_bridges")
    box.set_value([each for each in box.options if "湯島" not in each])
    app.run()
    app.button(key="reach_bridges_save").click().run()
    assert not app.exception
    assert not app.error
    assert [each.value for each in app.success] == [reach_words.BRIDGES_SAVED]
    assert "15点のうち14点" in app.subheader[0].value
    assert kept_in.is_dir()


def test_a_town_without_points_says_so_in_one_sentence(opened: Opens) -> None:
    app = opened(PAGE, own="13362")
    assert [each.value for each in app.info] == [
        "利島村には町丁・字の代表点がないため、到達時間を示せません。"
    ]
    assert not app.subheader


def test_a_town_on_one_island_is_not_asked_for_bridges(opened: Opens) -> None:
    app = opened(PAGE, own="13112")
    assert reach_words.BRIDGES not in [each.label for each in app.expander]


def test_persons_that_the_town_brings_stand_beside_the_points(opened: Opens, kept_in: Path) -> None:
    head = "KEY_CODE,HTKSYORI,HTKSAKI,GASSAN,T001101001,T001101019,T001101022\n,,,,a,b,c\n"
    # A mesh in the middle of 大矢野町上, and one suppressed that is counted with it.
    rows = "483073121,1,,483073131,50,30,20\n483073131,2,483073121,,10,*,*\n"
    app = opened(PAGE, own="43212")
    app.text_input(key="own_author_widgetreach_persons").set_value("高齢福祉課").run()
    files = [("mesh.txt", (head + rows).encode("cp932"), "text/plain")]
    app.file_uploader(key="reach_persons_files_43212_0").set_value(files).run()
    assert not app.exception
    app.button(key="reach_persons_save").click().run()
    assert not app.exception
    assert [each.value for each in app.success] == [mesh_words.SAVED]
    assert any("65歳以上30人のうち30人（100%）" in each.value for each in app.markdown)
    assert (kept_in / "43212" / "persons").is_dir()


def test_criteria_of_the_list_are_saved_and_undone(opened: Opens, kept_in: Path) -> None:
    app = opened(PAGE, own="46523", beyond="45")
    app.text_input(key="own_author_widgetreach_hard").set_value("高齢福祉課").run()
    app.selectbox(key="choice_sea").select("off").run()
    app.button(key="reach_hard_save").click().run()
    assert not app.exception
    assert [each.value for each in app.success] == [reach_hard_words.SAVED]
    kept = Shelf(Folder(kept_in)).kept("46523", HARD_LIST)
    assert kept is not None
    assert (kept.content.minutes, kept.content.sea) == ("45", "off")
    app.button(key="undo_hard_list").click().run()
    assert not app.exception
    latest = Shelf(Folder(kept_in)).kept("46523", HARD_LIST)
    assert latest is not None
    assert latest.version == 2
