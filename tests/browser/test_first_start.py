"""The first start on a fresh machine, and a start with a damaged store."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.paths import Paths

    Visit = Callable[..., Page]
    Served = Callable[..., str]


def copied(paths: Paths, folder: Path) -> Path:
    """Copy what a fresh clone has: definitions and figures, no store."""
    for name in ("catalog", "figures"):
        shutil.copytree(paths.data / name, folder / name)
    return folder


def test_the_first_visitor_sees_the_store_being_built_and_then_the_page(
    visit: Visit, served: Served, paths: Paths, tmp_path: Path
) -> None:
    running = served(CARECOMPARE_DATA=str(copied(paths, tmp_path)))
    page = visit(f"{running}/aging?own=15202")
    expect(page.get_by_role("progressbar").first).to_be_visible()
    expect(page.locator("h1")).to_contain_text("長岡市：高齢化")
    assert len(list((tmp_path / "store").glob("carecompare-*.duckdb"))) == 1


def test_a_damaged_store_is_said_and_built_again(
    visit: Visit, served: Served, paths: Paths, tmp_path: Path, store_file: Path
) -> None:
    data = copied(paths, tmp_path)
    (data / "store").mkdir()
    (data / "store" / store_file.name).write_bytes(b"no store at all")
    (data / "store" / "current").write_text(store_file.name, encoding="utf-8")
    page = visit(f"{served(CARECOMPARE_DATA=str(data))}/aging?own=15202")
    expect(page.get_by_role("alert").first).to_contain_text("作り直しました")
    expect(page.locator("h1")).to_contain_text("長岡市：高齢化")


def test_damaged_figures_are_said_in_one_sentence(
    visit: Visit, served: Served, paths: Paths, tmp_path: Path
) -> None:
    data = copied(paths, tmp_path)
    table = next(iter(sorted((data / "figures" / "census").glob("*.csv"))))
    table.write_bytes(table.read_bytes()[:-200])
    page = visit(f"{served(CARECOMPARE_DATA=str(data))}/aging?own=15202")
    expect(page.get_by_role("alert").first).to_contain_text("数値の表が取り込んだときから変わっています")
