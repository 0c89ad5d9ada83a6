"""Pictures that leave the screen as images."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from carecompare.reports.images import FONT, chart_png, chart_svg, font_folder

WIDTH_PX = 640
BARS: dict[str, Any] = {
    "width": "container",
    "height": 90,
    "autosize": {"type": "fit-x", "contains": "padding"},
    "config": {"font": '"Yu Gothic UI",sans-serif'},
    "data": {"values": [{"name": "葛飾区", "value": 3}, {"name": "𠮷野町", "value": 4}]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "value", "type": "quantitative"},
        "y": {"field": "name", "type": "nominal", "title": None},
    },
}


def test_the_letters_come_with_the_project() -> None:
    assert (font_folder() / "ipaexg.ttf").is_file()


def test_an_svg_is_as_wide_as_asked_and_its_words_are_text_in_the_letters_of_the_project() -> None:
    drawn = chart_svg(BARS, WIDTH_PX)
    assert re.search(rf'<svg [^>]*width="{WIDTH_PX}"', drawn)
    assert set(re.findall(r'font-family="([^"]+)"', drawn)) == {FONT}
    for name in ("葛飾区", "𠮷野町"):
        assert f">{name}</text>" in drawn


def test_a_png_is_as_wide_as_asked_and_shows_different_letters_for_different_words() -> None:
    drawn = chart_png(BARS, WIDTH_PX, scale=2)
    with Image.open(BytesIO(drawn)) as image:
        assert image.size[0] == 2 * WIDTH_PX
    other = {**BARS, "data": {"values": [{"name": "飾葛区", "value": 3}, {"name": "𠮷野町", "value": 4}]}}
    assert chart_png(other, WIDTH_PX, scale=2) != drawn


def test_pictures_are_drawn_for_several_people_at_once() -> None:
    with ThreadPoolExecutor(4) as people:
        drawn = set(people.map(lambda _: chart_svg(BARS, WIDTH_PX), range(8)))
    assert len(drawn) == 1


def test_a_picture_that_asks_for_an_address_is_refused() -> None:
    with pytest.raises(ValueError, match=r"example\.invalid"):
        chart_svg({**BARS, "data": {"url": "http://example.invalid/figures.json"}}, WIDTH_PX)
