"""The presenter's view as Streamlit runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
import segno
from page_steps import in_full

from carecompare.own import MEETING, Folder, Shelf
from carecompare.text.files import meeting_words
from carecompare.text.topics import present_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opened = Callable[..., AppTest]

OWN = "15202"


@pytest.fixture
def screens(opened: Opened, kept_in: Path) -> list[str]:
    """Return the ids of three views in the papers."""
    app = in_full(opened("pages/aging.py", own=OWN))
    for key in [each.key for each in app.button if each.label == meeting_words.ADD][:3]:
        app.button(key=key).click().run()
    kept = Shelf(Folder(kept_in)).kept(OWN, MEETING)
    assert kept is not None
    return [each.id for each in kept.content.items]


def html(app: AppTest) -> str:
    return "".join(each.proto.body for each in app.main if each.type == "html") + "".join(
        str(each.value) for each in app.get("html")
    )


def test_empty_papers_say_where_to_begin(opened: Opened, kept_in: Path) -> None:
    assert not kept_in.exists()
    app = opened("pages/present.py", own=OWN)
    assert [each.value for each in app.info] == [present_words.NOTHING]


def test_a_screen_shows_one_message_and_leads_to_the_next(opened: Opened, screens: list[str]) -> None:
    app = opened("pages/present.py", own=OWN, screen=screens[0])
    assert not app.exception
    app.button(key="present_next").click().run()
    assert (app.query_params["screen"], app.query_params["screen_part"]) == (screens[0], "2")
    app.button(key="present_next").click().run()
    assert app.query_params["screen"] == screens[1]
    assert "screen_part" not in app.query_params
    app.button(key="present_last").click().run()
    assert app.query_params["screen"] == "end"
    app.button(key="present_first").click().run()
    assert app.query_params["screen"] == screens[0]
    app.button(key="present_back").click().run()
    assert app.query_params["screen"] == screens[0]
    app.button(key="present_leave").click().run()
    assert "screen" not in app.query_params


def test_a_link_to_a_screen_that_is_gone_shows_the_list(opened: Opened, screens: list[str]) -> None:
    app = opened("pages/present.py", own=OWN, screen="m99_9")
    assert [each.value for each in app.warning] == [present_words.NO_SUCH]
    assert [each.key for each in app.button if str(each.key).startswith("present_from")] == [
        f"present_from_{each}" for each in screens
    ]


@pytest.mark.parametrize("minutes", ["0", "-3", "1000", "abc", "<b>"])
def test_a_planned_time_that_is_none_is_left_out(opened: Opened, screens: list[str], minutes: str) -> None:
    app = opened("pages/present.py", own=OWN, screen=screens[0], minutes=minutes)
    assert not app.exception
    assert "minutes" not in app.query_params


def test_the_code_of_a_screen_opens_that_screen(opened: Opened, screens: list[str]) -> None:
    app = opened("pages/present.py", own=OWN, screen=screens[1], minutes="15")
    drawn = "".join(str(each.value) for each in app.get("html"))
    address = drawn.split("class='cc-qr' href='")[1].split("'")[0].replace("&amp;", "&")
    asked = parse_qs(urlsplit(address).query)
    assert (asked["own"], asked["screen"]) == ([OWN], [screens[1]])
    assert segno.make(address, error="m").svg_data_uri(scale=4, border=2)[:200] in drawn.replace(
        "&#x27;", "'"
    ).replace("&amp;", "&")


def test_what_a_town_typed_is_no_html(opened: Opened, screens: list[str], kept_in: Path) -> None:
    assert kept_in.exists()
    app = opened("pages/papers.py", own=OWN)
    app.text_input(key=f"meeting_title_{screens[0]}").set_value("<img src=x onerror=alert(1)>").run()
    app = opened("pages/present.py", own=OWN, screen=screens[0])
    drawn = "".join(str(each.value) for each in app.get("html"))
    assert "<img src=x" not in drawn
    assert "&lt;img src=x" in drawn
