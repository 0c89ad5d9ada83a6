"""The page of one office more or one less: a choice stands in the link, and both lists change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.topics.reach import reach_office_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE = "pages/reach_offices.py"


def test_a_place_from_the_list_says_what_it_does_and_goes_again(opened: Opens) -> None:
    app = opened(PAGE, own="43212")
    assert reach_office_words.NOTHING in [each.value for each in app.info]
    app.selectbox(key="choice_place").select("|大矢野町湯島|").run()
    assert not app.exception
    assert "11点から12点に" in app.subheader[0].value
    assert app.query_params["place"] == "|大矢野町湯島|"
    app.selectbox(key="choice_place").set_value(None).run()
    assert app.subheader[0].value.startswith("いま、")


def test_a_town_without_points_says_so(opened: Opens) -> None:
    app = opened(PAGE, own="13362")
    assert [each.value for each in app.info] == [
        "利島村には町丁・字の代表点がないため、到達時間を示せません。"
    ]
