"""The page of half an hour: what a town says of its bridges counts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.topics import reach_words

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
