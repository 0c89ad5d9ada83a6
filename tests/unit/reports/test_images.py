"""Pictures that leave the screen as images."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from carecompare.errors import CareCompareError
from carecompare.reports import letters
from carecompare.reports.letters import FONT
from carecompare.reports.pictures.images import chart_png, chart_svg
from carecompare.text.errors.explain import sentence

WIDTH_PX = 640
ENGLISH = 0x409
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


def test_the_letters_hold_what_they_say() -> None:
    with TTFont(letters.folder() / "ipaexg.ttf") as font:
        assert letters.held() == set(font.getBestCmap())
        names = {each.nameID: str(each) for each in font["name"].names if each.langID == ENGLISH}
    assert names[1] == FONT


def test_without_the_letters_one_sentence_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "PACKAGE", "no-such-letters")
    with pytest.raises(CareCompareError) as caught:
        letters.folder()
    assert "--no-deps no-such-letters" in sentence(caught.value)


def test_an_svg_is_as_wide_as_asked_and_its_words_are_text_in_the_letters_of_the_project() -> None:
    drawn = chart_svg(BARS, WIDTH_PX)
    assert re.search(rf'<svg [^>]*width="{WIDTH_PX}"', drawn)
    assert set(re.findall(r'font-family="([^"]+)"', drawn)) == {FONT}
    for name in ("葛飾区", "𠮷野町"):
        assert f">{name}</text>" in drawn


WORDS: dict[str, Any] = {
    "height": 60,
    "autosize": {"type": "fit-x", "contains": "padding"},
    "config": {
        "font": '"Yu Gothic UI",sans-serif',
        "padding": {"left": 2, "right": 4, "top": 4, "bottom": 4},
    },
    "data": {"values": [{"name": "葛飾区の高齢化率はとても長い名前の指標です", "value": "31.4", "y": 20}]},
    "layer": [
        {
            "mark": {"type": "text", "align": align, **more},
            "encoding": {
                "text": {"field": field, "type": "nominal"},
                "x": {"value": x},
                "y": {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [0, 60]}},
                "tooltip": [{"field": "name", "type": "nominal"}],
            },
        }
        for field, align, x, more in (
            ("name", "left", 0, {"limit": 120}),
            ("value", "right", 400, {}),
            ("value", "center", 300, {"opacity": 0}),
        )
    ],
}


def test_a_picture_without_axes_is_drawn_faster_but_not_otherwise() -> None:
    usual, fast = (chart_svg(WORDS, WIDTH_PX, is_still=True, has_axes=has_axes) for has_axes in (True, False))
    words, places = r">([^<]+)</text>", r'<text text-anchor="(\w+)" transform="translate\(([\d.]+),'
    assert re.findall(words, fast) == re.findall(words, usual)
    assert re.findall(words, fast)[0].endswith("…")
    assert re.findall(places, fast) == re.findall(places, usual)
    assert set(re.findall(r'font-family="([^"]+)"', fast)) == {FONT}
    assert re.search(rf'<svg [^>]*width="{WIDTH_PX}"', fast)


def test_on_paper_there_is_nothing_for_a_pointer() -> None:
    lively, still = (chart_svg(WORDS, WIDTH_PX, is_still=is_still) for is_still in (False, True))
    assert lively.count("31.4</text>") == 2
    assert still.count("31.4</text>") == 1
    assert "aria-label" in lively
    assert "aria-label" not in still


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
