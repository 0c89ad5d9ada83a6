"""A visitor whose server dies goes on at another with all that was saved, and is told what is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn, installation, went
from playwright.sync_api import Page, expect
from replicas_making import Running, serving

from carecompare.own import OWN_FIGURES, Folder, OwnFigure, OwnFigures, Shelf
from carecompare.paths import Paths
from carecompare.text.own.keeping_words import AUTHOR, AUTHOR_MISSING, LOST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Visit = Callable[..., Page]

CHOICE = "?own=44208&vs=exemplars"
MARK = "() => window.carecompareVisit.mark"
COOKIE = "carecompare_server"


@pytest.fixture(scope="module")
def running(
    paths: Paths, store_file: Path, pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    assert store_file.is_file()
    data = tmp_path_factory.mktemp("installation")
    folder = installation(paths, data)
    figures = OwnFigures(figures=(OwnFigure("", "population", 2025, 18_765),))
    Shelf(Folder(Paths(data).own)).save("44208", OWN_FIGURES, figures, 0, "計画係")
    with serving(pytestconfig.rootpath, folder) as there:
        yield there


def lose_server(page: Page, running: Running) -> None:
    """Kill the server that a visitor is with."""
    name = next(each["value"] for each in page.context.cookies() if each["name"] == COOKIE)
    running.server(int(name.removeprefix("server")) - 1).kill()


def test_what_was_typed_and_not_saved_is_said_to_be_lost_and_what_was_saved_is_there(
    visit: Visit, running: Running
) -> None:
    running.wait_until_ready()
    page = drawn(visit(f"http://localhost:{running.port}/own_data{CHOICE}"))
    author = page.get_by_role("textbox", name=AUTHOR)
    author.fill("高齢福祉課")
    author.press("Tab")
    file = {
        "name": "own.csv",
        "mimeType": "text/csv",
        "buffer": "指標,年,独自値\n総人口,R6,18999\n".encode(),
    }
    page.get_by_test_id("stFileUploader").first.locator("input").set_input_files(file)
    save = page.get_by_role("button", name="件を保存")
    expect(save).to_be_enabled()
    lose_server(page, running)
    expect(page.get_by_text(LOST)).to_be_visible()
    drawn(page)
    assert page.url.endswith(f"/own_data{CHOICE}")
    expect(page.locator("table").first).to_contain_text("18,765")
    expect(author).to_have_value("")
    expect(page.get_by_text(AUTHOR_MISSING).first).to_be_visible()
    expect(page.get_by_text("own.csv")).to_have_count(0)
    expect(save).to_have_count(0)
    went(page, "worksheet")
    expect(page.get_by_text(LOST)).to_have_count(0)


def test_who_only_reads_notices_nothing(visit: Visit, running: Running) -> None:
    running.wait_until_ready()
    page = drawn(visit(f"http://localhost:{running.port}/aging{CHOICE}"))
    before = page.evaluate(MARK)
    page.evaluate("() => { window.isStillOpen = true }")
    lose_server(page, running)
    page.wait_for_function(f"({MARK})() !== '{before}'")
    drawn(page)
    assert page.evaluate("() => window.isStillOpen")
    expect(page.get_by_text(LOST)).to_have_count(0)
    went(page, "care_need")
    assert CHOICE.removeprefix("?") in page.url
