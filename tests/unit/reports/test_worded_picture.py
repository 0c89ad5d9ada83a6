"""Pictures with their words inside."""

from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from carecompare.exhibits import Exhibit, Grid
from carecompare.reports.pictures.worded_picture import picture_png, picture_svg

WIDTH_PX = 720
LONG = "とても長い名前の市区町村の75歳以上の人口1,000人あたりの介護老人福祉施設の密度は" * 3
PICTURE = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "data": {"values": [{"a": "長岡市", "b": 3}]},
    "mark": "bar",
    "encoding": {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}},
    "autosize": {"type": "fit", "contains": "padding"},
}


def exhibit(title: str = "長岡市の高齢化率", picture: object = PICTURE) -> Exhibit:
    return Exhibit(
        "v",
        "",
        {},
        "2026-11-23",
        title,
        "読み方",
        Grid((), ()),
        "出典：甲",
        notes=("注意",),
        picture=picture,  # type: ignore[arg-type] # one test gives none
    )


def words_in(svg: str) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    return ["".join(each.itertext()) for each in root.iter() if each.tag.endswith("}text")]


def test_title_reading_note_source_and_date_stand_inside() -> None:
    said = words_in(picture_svg(exhibit(), "", "2026年11月23日作成", WIDTH_PX))
    assert {"長岡市の高齢化率", "読み方", "注意", "出典：甲", "2026年11月23日作成", "長岡市"} <= set(said)


def test_a_long_title_goes_on_in_the_next_line_and_none_is_lost() -> None:
    svg = picture_svg(exhibit(LONG), "", "", WIDTH_PX)
    titles = [text for text in words_in(svg) if text and text in LONG and len(text) > 3]
    assert len(titles) > 3
    assert "".join(titles) == LONG


def test_a_town_s_own_title_takes_the_place_of_the_finding() -> None:
    said = words_in(picture_svg(exhibit(), "わが町", "", WIDTH_PX))
    assert "わが町" in said
    assert "長岡市の高齢化率" not in said


def test_what_looks_like_markup_in_a_title_is_text() -> None:
    svg = picture_svg(exhibit("<script>alert(1)</script>&\x00\ud800"), "", "", WIDTH_PX)
    assert "<script" not in svg
    assert "<script>alert(1)</script>&" in "".join(words_in(svg))


def test_the_image_is_as_large_as_the_drawing_and_not_empty() -> None:
    size = re.search(r"width='(\d+)' height='(\d+)'", picture_svg(exhibit(), "", "", WIDTH_PX))
    assert size is not None
    image = Image.open(BytesIO(picture_png(exhibit(), "", "", WIDTH_PX, scale=1.0)))
    assert image.size == (int(size[1]), int(size[2]))
    assert len(image.convert("L").getcolors() or []) > 3


def test_nothing_to_draw_is_said() -> None:
    with pytest.raises(ValueError, match="v"):
        picture_svg(exhibit(picture=None), "", "", WIDTH_PX)
