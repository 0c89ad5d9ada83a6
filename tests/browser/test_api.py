"""What other programs get from the real server: figures, sentences, and nothing of a town's own."""

from __future__ import annotations

import csv
import io
import json
import urllib.error
import urllib.request
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from carecompare.own import (
    COMPARATOR_SETS,
    OWN_FIGURES,
    ComparatorSet,
    ComparatorSets,
    Folder,
    OwnFigure,
    OwnFigures,
    Shelf,
)
from carecompare.tables import VALUES
from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.files.registry import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

TRIES = 2_000
DRAWN = "document.documentElement.dataset.drawn !== undefined"


def asked(address: str, path: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(f"{address}{path}", timeout=60) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


def answered(address: str, path: str) -> Any:
    status, content = asked(address, path)
    assert status == 200, content[:300]
    return json.loads(content)


def test_two_thousand_values_are_those_of_the_store(address: str) -> None:
    loaded = load()
    towns = sorted(loaded.municipalities)[::150]
    rows = [row for town in towns for row in answered(address, f"/api/v1/values?area={town}")]
    assert len(rows) >= TRIES
    stored = {
        (row["area"], row["year"], row["indicator"]): row
        for row in loaded.figures.rows(sorted(loaded.years), towns)
    }
    assert len(rows) == len(stored)
    for row in rows:
        there = stored[row["area"], row["year"], row["indicator"]]
        assert list(row) == list(VALUES.columns)
        for name, cell in row.items():
            known = there[name]  # type: ignore[literal-required] # columns of the row
            assert cell == (None if known != known else known)  # noqa: PLR0124 - NaN is none


def test_a_csv_has_the_columns_of_the_command_and_a_description(address: str) -> None:
    path = "/api/v1/values?indicator=share_65_and_over&area=44208,15202&year=2025"
    rows = list(csv.DictReader(io.StringIO(asked(address, f"{path}&format=csv")[1].decode())))
    assert [row["area"] for row in rows] == ["44208", "15202"]
    assert list(rows[0]) == list(VALUES.columns)
    with zipfile.ZipFile(io.BytesIO(asked(address, f"{path}&format=csvw")[1])) as packed:
        said = json.loads(packed.read("values.csv-metadata.json"))
        (first, *_) = csv.DictReader(io.StringIO(packed.read("values.csv").decode()))
    assert [each["name"] for each in said["tableSchema"]["columns"]] == list(VALUES.columns)
    assert float(first["value"]) == pytest.approx(float(rows[0]["value"]), rel=1e-15)
    assert any("令和7年国勢調査" in each for each in said["dc:source"])


def test_areas_indicators_and_peers_are_those_of_the_pages(address: str) -> None:
    loaded = load()
    towns = answered(address, "/api/v1/areas?level=municipality")
    assert {each["area"] for each in towns} == set(loaded.municipalities)
    indicators = answered(address, "/api/v1/indicators")
    assert {each["indicator"] for each in indicators} == set(loaded.years)
    assert all(each["definition_ja"] and each["years"] for each in indicators)
    peers = answered(address, "/api/v1/peers?own=44208&vs=similar")
    here = page_for(loaded, {"own": "44208", "vs": "similar"})
    assert here is not None
    assert [each["area"] for each in peers] == list(here.peers)


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("values", 400, "area か indicator"),
        ("values?area=99999", 404, "99999"),
        ("values?indicator=no_such", 404, "no_such"),
        ("values?area=44208&year=R7", 400, "R7"),
        ("values?area=44208&format=xml", 400, "csvw"),
        ("areas?level=ward", 400, "municipality"),
        ("peers", 400, "own"),
        ("peers?own=44208&vs=saved", 400, "保存した組"),
        ("peers?own=44208&vs=friends", 404, "friends"),
        ("nothing", 404, "openapi.json"),
    ],
)
def test_what_cannot_be_answered_gets_a_sentence(address: str, path: str, status: int, said: str) -> None:
    found, content = asked(address, f"/api/v1/{path}")
    assert found == status
    assert said in json.loads(content)["error"]


def test_every_route_is_described(address: str) -> None:
    described = answered(address, "/api/v1/openapi.json")
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {
        *(f"/api/v1/{name}" for name in ("areas", "indicators", "values", "peers")),
        "/embed/{view}",
    }
    (values,) = described["paths"]["/api/v1/values"].values()
    items = values["responses"]["200"]["content"]["application/json"]["schema"]["items"]
    assert items["required"] == list(VALUES.columns)


def test_what_a_town_keeps_is_in_no_answer(
    served: Callable[..., str], paths: Any, store_file: Path, tmp_path: Path
) -> None:
    assert store_file.is_file()
    for name in ("catalog", "figures", "store"):
        (tmp_path / name).symlink_to(paths.data / name)
    shelf = Shelf(Folder(tmp_path / "own"))
    figures = OwnFigures(figures=(OwnFigure("", "population", 2025, 987_654_321.0, "とくべつなメモ"),))
    shelf.save("44208", OWN_FIGURES, figures, 0, "ひみつの係")
    shelf.save(
        "44208", COMPARATOR_SETS, ComparatorSets((ComparatorSet("s1", "ないしょ", ("46523",)),)), 0, "係"
    )
    address = served(CARECOMPARE_DATA=str(tmp_path), CARECOMPARE_EMBED="portal.example")
    paths_asked = ["/api/v1/values?area=44208", "/api/v1/peers?own=44208&vs=saved&set=s1"]
    paths_asked += [f"/embed/{view}?own=44208&vs=exemplars" for view in VIEWS]
    for path in paths_asked:
        content = asked(address, path)[1].decode()
        for secret in ("987654321", "987,654,321", "とくべつなメモ", "ひみつの係", "ないしょ"):
            assert secret not in content, path


def test_a_server_for_strangers_answers_no_program_unless_it_is_told_to(
    served: Callable[..., str], store_file: Path
) -> None:
    assert store_file.is_file()
    status, content = asked(served(CARECOMPARE_MODE="session"), "/api/v1/areas")
    assert status == 404
    assert "CARECOMPARE_API" in json.loads(content)["error"]
    assert asked(served(CARECOMPARE_MODE="session", CARECOMPARE_API="on"), "/api/v1/areas")[0] == 200


def test_a_view_can_stand_in_the_office_s_own_page_with_its_source(visit: Visit, address: str) -> None:
    page = visit(f"{address}/embed/aging_level?own=44208&vs=exemplars&item=share_65_and_over")
    page.wait_for_function(DRAWN)
    assert page.locator(".chart svg").count() == 1
    assert "51.4%" in page.locator("h1").inner_text()
    assert "国勢調査" in page.locator(".source").inner_text()
    assert page.locator("nav").count() == 0
