"""What goes to the browser: colours, outlines, words, and no other host."""

from __future__ import annotations

import base64
import json
import struct
import zlib

import pandas as pd
import pytest
import shapely
from map_reading import dots, fills, layers, said

from carecompare.maps import Camera, Classes, choropleth, hover, place_map
from carecompare.maps.classes import BLANK, PALE, RAMP
from carecompare.maps.signs import CELL_PX, sign_picture

BOX = shapely.MultiPolygon([shapely.box(139, 35, 140, 36)])
LOOK = Camera(139.5, 35.5, 8)
FOUR = Classes((1.0, 5.0), (4.0, 9.0), "01rn")
KINDS = {"介護": ("●", "#B34700"), "医療": ("■", "#0067A5")}


def test_each_municipality_has_the_colour_of_its_class() -> None:
    deck = choropleth(FOUR, "served/1", LOOK, "")
    assert fills(deck.to_json()) == [RAMP[0], RAMP[-1], PALE, BLANK]


def test_a_figure_for_reference_alone_has_a_dot() -> None:
    see_through, dot = dots(choropleth(FOUR, "served/1", LOOK, "").to_json())[1:3]
    assert see_through[3] == 0
    assert dot[3] == 255
    assert dots(choropleth(FOUR, "served/1", LOOK, "").to_json()) == [
        see_through,
        see_through,
        dot,
        see_through,
    ]


def test_the_geometry_is_an_address_and_the_rest_a_character_each() -> None:
    many = Classes(FOUR.lowest, FOUR.highest, FOUR.marks * 435)
    text = choropleth(many, "served/1", LOOK, "").to_json()
    assert layers(text)["areas"]["data"] == "served/1/areas.geojson"
    assert len(text) < 9_000


def test_own_and_comparators_are_outlined_above_the_fill() -> None:
    drawn = layers(choropleth(FOUR, "a", LOOK, "", BOX, [BOX], "13").to_json())
    assert list(drawn)[-1] == "outlines"
    assert [each["w"] for each in drawn["outlines"]["data"]] == [0] * 4 + [1] * 4
    assert drawn["outlines"]["getColor"] == "@@=([[0, 0, 0], [200, 16, 46]])[w]"
    assert drawn["inner"]["data"] == "a/13.json"
    many = layers(choropleth(FOUR, "a", LOOK, "", BOX, [BOX] * 61).to_json())
    assert {each["w"] for each in many["outlines"]["data"]} == {1}


@pytest.mark.parametrize(
    "text",
    [
        choropleth(FOUR, "a", LOOK, "").to_json(),
        place_map(
            BOX,
            pd.DataFrame(columns=["longitude", "latitude", "field", "approximate", "service_ja", "name_ja"]),
            KINDS,
            LOOK,
        ).to_json(),
    ],
)
def test_no_map_names_another_host_or_asks_for_a_basemap(text: str) -> None:
    assert "://" not in text
    # Streamlit reads this word, and only this one, as no basemap.
    assert json.loads(text)["mapStyle"] == "__MAP_STYLE__"
    assert "mapProvider" not in text


def test_pointing_shows_the_line_of_the_municipality_pointed_at() -> None:
    template = hover("高齢化率", {"値": ["31.4", "20.3"], "順位": ["1位", "2位"]})
    assert said(template, 1) == {"値": "20.3", "順位": "2位"}
    assert "{n}" in template
    assert template.count("{i}") == 2


def test_a_text_can_neither_be_markup_nor_a_placeholder() -> None:
    template = hover("<b>{n}</b>", {"値": ["<script>", "{c}"]})
    assert "<script>" not in template
    assert "{c}" not in template
    assert template.startswith("<b>{n}</b><br>&lt;b&gt;&#123;n")


def test_an_approximate_position_is_hollow() -> None:
    points = pd.DataFrame(
        {
            "longitude": [139.5, 139.6],
            "latitude": [35.5, 35.6],
            "field": ["介護", "医療"],
            "approximate": [False, True],
            "service_ja": ["訪問介護", "診療所"],
            "name_ja": ["甲", "乙"],
        }
    )
    signs = layers(place_map(BOX, points, KINDS, LOOK).to_json())["signs"]
    assert [row["k"] for row in signs["data"]] == ["●", "■_hollow"]
    assert {row["k"] for row in signs["data"]} <= set(signs["iconMapping"])


def test_beyond_1500_points_names_are_left_to_the_list() -> None:
    points = pd.DataFrame(
        {
            "longitude": 139.5,
            "latitude": 35.5,
            "field": "介護",
            "approximate": False,
            "service_ja": "訪問介護",
            "name_ja": "甲",
        },
        index=range(1501),
    )
    assert "n" not in layers(place_map(BOX, points, KINDS, LOOK).to_json())["signs"]["data"][0]


def test_the_picture_of_signs_is_a_png_with_a_filled_and_a_hollow_sign_each() -> None:
    address, places = sign_picture((("●", "#B34700"), ("★", "#8A6D00")))
    content = base64.b64decode(address.removeprefix("data:image/png;base64,"))
    width, height = struct.unpack(">II", content[16:24])
    assert (width, height) == (4 * CELL_PX, CELL_PX)
    start = content.index(b"IDAT") + 4
    length = struct.unpack(">I", content[start - 8 : start - 4])[0]
    pixels = zlib.decompress(content[start : start + length])
    row = pixels[(1 + 4 * width) * (height // 2) :][1 : 1 + 4 * width]
    middle = [tuple(row[4 * x : 4 * x + 4]) for x in (CELL_PX // 2, CELL_PX // 2 + CELL_PX)]
    assert middle == [(179, 71, 0, 255), (255, 255, 255, 255)]
    assert set(places) == {"●", "●_hollow", "★", "★_hollow"}
