"""One figure is one number: in the command's answer, a page's table, its file, and on the map."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

import pytest
from map_reading import said

from carecompare.__main__ import main
from carecompare.comparisons import labelled_areas, municipal
from carecompare.reports import table_csv
from carecompare.store import areas, open_store
from carecompare.text.format import interval, number
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from carecompare.catalog import Catalog
    from carecompare.views.base.block import Block

    Opens = Callable[..., AppTest]
    Rows = dict[str, dict[str, str]]

OWNS = ("15202", "13112", "31389")
HOMES = "care_offices_510_per_1000_75_and_over"


class Place(NamedTuple):
    """Where a figure is shown: page, what the link says besides, name of the view, indicator and year."""

    page: str
    link: dict[str, str]
    view: str
    item: str
    year: int


PLACES = (
    Place("aging", {"year": "2020"}, "aging_level", "share_75_and_over", 2020),
    Place("care_need", {}, "care_need", "certification_rate", 2023),
    Place("care_need", {}, "care_need", "certification_rate_standardised", 2023),
    Place("resources", {"field": "医療"}, "resource", "physicians_per_100000", 2022),
    Place("resources", {"field": "介護"}, "resource", HOMES, 2025),
)


@pytest.fixture(scope="module")
def codes(store_file: Path) -> dict[str, str]:
    """Return the code of every municipality by the name it has on screen."""
    store = open_store(store_file)
    places = labelled_areas(areas(store))
    store.close()
    return {each["label_ja"]: each["area"] for each in municipal(places)}


def answered(item: str, year: int, capsys: pytest.CaptureFixture[str]) -> Rows:
    assert main(["values", "--indicator", item, "--year", str(year)]) == 0
    return {row["area"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}


def filed(own: str, piece: str) -> Rows:
    """Return the file that the page's button gives, by code."""
    here = page_for(load(), {"own": own, "vs": "exemplars"})
    assert here is not None

    def make() -> Block:
        pytest.fail(f"the page has not drawn {piece}")

    block = here.cached("choice", piece, make)
    assert block.file is not None
    text = table_csv(block.file()).content.decode("utf-8-sig")
    return {row["コード"]: row for row in csv.DictReader(io.StringIO(text))}


def pointed(app: AppTest, codes: dict[str, str]) -> Callable[[str], dict[str, str]]:
    (deck,) = [element.proto for element in app.get("deck_gl_json_chart")]
    template, order = json.loads(deck.tooltip)["html"], sorted(codes.values())
    return lambda code: said(template, order.index(code))


def shown(app: AppTest) -> list[list[str]]:
    """Return the rows of the table of municipalities."""
    bodies = "".join(str(each.proto.body) for each in app.get("html"))
    tables = [
        [
            [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
            for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table)
        ]
        for table in re.findall(r"<table.*?</table>", bodies)
    ]
    (rows,) = [table for table in tables if table[0][:3] == ["市区町村", "値", "95%区間"]]
    return rows[1:]


@pytest.mark.parametrize("own", OWNS)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.page}-{place.item}")
def test_command_table_file_and_map_say_the_same(
    opened: Opens,
    catalog: Catalog,
    codes: dict[str, str],
    capsys: pytest.CaptureFixture[str],
    own: str,
    place: Place,
) -> None:
    item, year = place.item, str(place.year)
    indicator = catalog.indicators[item]
    app = opened(f"pages/{place.page}.py", **{"own": own, "vs": "exemplars", "item": item, **place.link})
    assert not app.exception
    choice = item if place.view == "care_need" else f"{item} {year}"
    told, written = answered(item, place.year, capsys), filed(own, f"{place.view}  {choice}")
    on_map = opened("pages/map.py", own=own, vs="exemplars", item=item, year=year)
    hovered = pointed(on_map, codes)
    compared = 0
    for name, value, limits, _, above, below in shown(app):
        if name not in codes:
            continue
        code = codes[name]
        row, under, line = told[code], hovered(code), written[code]
        if not row["value"]:
            assert line["値"] == ""
            assert value == under["値"]
            continue
        assert value == under["値"] == number(float(row["value"]), indicator.decimals)
        assert float(line["値"]) == float(row["value"])
        assert [line["95%下限"], line["95%上限"]] == [row["lower"], row["upper"]]
        if row["lower"]:
            assert limits == under["95%区間"]
            assert limits == interval(float(row["lower"]), float(row["upper"]), indicator.decimals)
        assert above == number(float(row["numerator"]))
        assert below == number(float(row["denominator"]))
        assert under["分子 ÷ 分母"] == f"{above} ÷ {below}"
        compared += 1
    assert compared >= 9
    assert told[own]["value"]
