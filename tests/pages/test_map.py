"""The page with maps: the same numbers everywhere, and every choice in the link."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from indicator_making import indicator_year_of, stored_values
from map_reading import fills, layers, said

from carecompare.__main__ import main
from carecompare.catalog import load_catalog
from carecompare.comparisons import labelled_areas, municipal, nationwide
from carecompare.maps.classes import PALE, RAMP
from carecompare.reports import table_csv
from carecompare.store import areas, open_store
from carecompare.text.format import interval, number
from carecompare.views.shapes.national import national_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from carecompare.paths import Paths

    Opens = Callable[..., AppTest]

PAGE = "pages/map.py"


def decks(app: AppTest) -> list[Any]:
    return [element.proto for element in app.get("deck_gl_json_chart")]


def tables(app: AppTest) -> list[list[list[str]]]:
    """Return the cells of every table of a page."""
    bodies = "".join(str(each.proto.body) for each in app.get("html"))
    return [
        [
            [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
            for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table)
        ]
        for table in re.findall(r"<table.*?</table>", bodies)
    ]


@pytest.mark.parametrize("item", ["share_65_and_over", "certification_rate", "hospitals_per_100000"])
def test_hover_table_file_and_command_say_the_same_numbers(
    opened: Opens,
    store_file: Path,
    paths: Paths,
    capsys: pytest.CaptureFixture[str],
    item: str,
) -> None:
    app = opened(PAGE, own="15202", item=item)
    assert not app.exception
    (deck,) = decks(app)
    template = json.loads(deck.tooltip)["html"]
    indicator = load_catalog(paths.catalog).indicators[item]
    (rows,) = tables(app)
    year = int(next(box.value for box in app.selectbox if box.label == "年"))
    assert main(["values", "--indicator", item, "--year", str(year)]) == 0
    answered = {row["area"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    store = open_store(store_file)
    places = labelled_areas(areas(store))
    labels = {each["area"]: each["label_ja"] for each in municipal(places)}
    file = table_csv(
        national_file(
            pd.DataFrame(
                nationwide(indicator_year_of(stored_values(store, item, year)), labels, indicator, year)
            ),
            indicator,
        )
    )
    store.close()
    filed = {row["コード"]: row for row in csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")))}
    code_of = {name: code for code, name in labels.items()}
    order = sorted(labels)
    assert len(filed) == 1741
    assert len(rows) > 12
    for name, value, limits, rank, above, below in rows[1:]:
        code = code_of[name]
        hovered = said(template, order.index(code))
        row = answered[code]
        if row["value"]:
            assert value == hovered["値"] == number(float(row["value"]), indicator.decimals)
            assert float(filed[code]["値"]) == float(row["value"])
            assert limits == hovered["95%区間"]
            assert limits == interval(float(row["lower"]), float(row["upper"]), indicator.decimals)
            assert hovered["分子 ÷ 分母"] == f"{above} ÷ {below}"
            assert above == number(float(row["numerator"]))
            assert below == number(float(row["denominator"]))
        ranked = next(text for label, text in hovered.items() if label.startswith("全国順位"))
        assert rank == ranked
        assert filed[code]["全国順位"] == rank.removesuffix("位").replace(",", "") or not rank.endswith("位")


def test_what_is_sent_is_small_and_names_no_other_host(opened: Opens) -> None:
    for query in ({}, {"zoom": "nation"}, {"vs": "prefecture"}, {"view": "offices"}, {"view": "pair"}):
        for deck in decks(opened(PAGE, own="15202", **query)):
            assert len(deck.json) + len(deck.tooltip) < 240_000
            assert "://" not in deck.json + deck.tooltip
            assert json.loads(deck.json)["mapStyle"] == "__MAP_STYLE__"  # no basemap


def test_a_figure_from_fewer_than_ten_events_is_not_coloured(opened: Opens, store_file: Path) -> None:
    item = "care_offices_540_per_1000_75_and_over"
    (deck,) = decks(opened(PAGE, own="15202", item=item))
    store = open_store(store_file)
    figures = stored_values(store, item, 2025)
    codes = sorted(each["area"] for each in areas(store) if each["level"] == "municipality")
    store.close()
    colors = dict(zip(codes, fills(deck.json), strict=True))
    few = figures.loc[(figures["numerator"] < 10) & (figures["denominator"] >= 100), "area"]
    shown = {colors[code] for code in few if code in colors}
    assert shown == {PALE}
    assert set(colors.values()) & set(RAMP)


def test_the_legend_says_every_class_and_what_has_none(opened: Opens) -> None:
    app = opened(PAGE, own="15202", item="hospitals_per_100000")
    legend = next(str(each.proto.body) for each in app.get("html") if "cc-legend" in str(each.proto.body))
    assert "単位：か所／10万人" in legend
    assert sum(int(each.replace(",", "")) for each in re.findall(r"<small>([\d,]+)市区町村", legend)) == 1741
    assert "10未満" in legend


def test_own_and_comparators_are_outlined(opened: Opens) -> None:
    (deck,) = decks(opened(PAGE, own="15202"))
    outlined = layers(deck.json)["outlines"]["data"]
    assert {each["w"] for each in outlined} == {0, 1}
    west, east = (end(each["a"][0] for each in outlined if each["w"] == 1) for end in (min, max))
    assert 138.6 < west < east < 139.2


def test_the_box_adds_a_comparator_and_keeps_those_on_screen(opened: Opens) -> None:
    app = opened(PAGE, own="15202")
    box = next(each for each in app.selectbox if each.label.startswith("地図で選んだ"))
    box.set_value("15204").run()
    assert not app.exception
    assert app.query_params["vs"] == "free"
    assert app.query_params["chosen"].split(".")[-1] == "15204"
    assert len(app.query_params["chosen"].split(".")) == 11
    assert "三条市" in str(tables(app))


def test_the_choice_of_the_map_is_in_the_link(opened: Opens) -> None:
    app = opened(PAGE, own="15202")
    next(each for each in app.segmented_control if each.label == "地図の範囲").set_value("nation").run()
    assert app.query_params["zoom"] == "nation"
    next(each for each in app.segmented_control if each.label == "見るもの").set_value("offices").run()
    assert app.query_params["view"] == "offices"


@pytest.mark.parametrize("zoom", ["own", "prefecture", "nation"])
@pytest.mark.parametrize("own", ["15202", "46523", "13421", "47381", "01100"])
def test_every_preset_looks_at_the_own_municipality(opened: Opens, zoom: str, own: str) -> None:
    (deck,) = decks(opened(PAGE, own=own, zoom=zoom))
    view = json.loads(deck.json)["initialViewState"]
    assert 122 < view["longitude"] < 146
    assert 24 < view["latitude"] < 46
    assert 3.5 < view["zoom"] < 11


def test_offices_outside_their_municipality_are_counted_listed_and_not_drawn(opened: Opens) -> None:
    app = opened(PAGE, own="13112", view="offices")
    assert not app.exception
    (deck,) = decks(app)
    drawn = len(layers(deck.json)["signs"]["data"])
    by_service, left_out, listed = tables(app)
    counted = sum(int(row[1].replace(",", "")) for row in by_service[1:])
    assert drawn == sum(int(row[2].replace(",", "")) for row in by_service[1:])
    assert counted - drawn == len(left_out) - 1 > 0
    assert "公表の位置が市区町村の外" in {row[2] for row in left_out[1:]}
    assert len(listed) - 1 <= 100
    assert app.subheader[0].value.startswith(f"世田谷区の事業所・施設{counted:,}のうち{drawn:,}を")


def test_one_field_shows_its_own_offices(opened: Opens) -> None:
    app = opened(PAGE, own="15202", view="offices", field="予防")
    signs = layers(decks(app)[0].json)["signs"]["data"]
    assert {row["k"] for row in signs} == {"▲"}


def test_two_municipalities_have_the_same_kilometres_per_pixel(opened: Opens) -> None:
    app = opened(PAGE, own="01100", view="pair", other="46523")
    views = [json.loads(deck.json)["initialViewState"] for deck in decks(app)]
    scales = [math.cos(math.radians(view["latitude"])) / 2 ** view["zoom"] for view in views]
    assert len(scales) == 2
    assert scales[0] == pytest.approx(scales[1], rel=2e-3)
    bars = re.findall(r"cc-scale' style='width:(\d+)px", "".join(str(e.proto.body) for e in app.get("html")))
    assert bars[0] == bars[1]
    assert app.subheader[0].value == "札幌市（1,121km²）は大和村（88km²）の12.7倍の広さ"


@pytest.mark.parametrize(
    ("query", "message"),
    [({"view": "moon"}, "moon"), ({"zoom": "galaxy"}, "galaxy"), ({"other": "00000"}, "00000")],
)
def test_a_wrong_link_opens_the_usual_map_and_says_so(
    opened: Opens, query: dict[str, str], message: str
) -> None:
    app = opened(PAGE, own="15202", **query)
    assert message in app.warning[0].value
    assert len(decks(app)) == 1


def test_every_indicator_can_be_mapped(opened: Opens, paths: Paths) -> None:
    app = opened(PAGE, own="15202", zoom="nation")
    box = next(each for each in app.selectbox if each.label.startswith("指標"))
    catalog = load_catalog(paths.catalog)
    assert len(box.options) > 50
    for item in (each.id for each in catalog.main_indicators):
        if f"｜{catalog.indicators[item].label_ja}" not in "".join(box.options):
            continue
        app.query_params["item"] = item
        app.query_params.pop("year", None)
        app.run()
        assert not app.exception, item
        assert not app.error, item
        (deck,) = decks(app)
        assert len(fills(deck.json)) == 1741
        assert len(deck.json) + len(deck.tooltip) < 240_000
