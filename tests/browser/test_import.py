"""An official file imported in the browser, seen on another page, and undone."""

from __future__ import annotations

import csv
import io
import shutil
from typing import TYPE_CHECKING

from browser_steps import drawn
from playwright.sync_api import Page, expect
from small_files import CARE_COLUMNS, care_row

from carecompare.sources import read_places
from carecompare.sources.cells import check_digit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.paths import Paths

    Visit = Callable[..., Page]
    Served = Callable[..., str]

PATIENCE_MS = 120_000


def short_stays(paths: Paths, folder: Path) -> Path:
    """Write a file of service 210: one office in every municipality, three in Nagaoka."""
    places = read_places(paths.figures)
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(CARE_COLUMNS)
    for code, name in places.names.items():
        for number in range(3 if code == "15202" else 1):
            cells = care_row(
                都道府県コード又は市町村コード=code + check_digit(code),
                都道府県名=places.prefectures[code],
                市区町村名=name,
                住所="",
                緯度="",
                経度="",
                サービスの種類="短期入所生活介護",
                事業所番号=f"{code}{number:05}",
            )
            rows.writerow(cells.split(","))
    path = folder / "jigyosho_210.csv"
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    return path


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_is_looked_at_imported_seen_and_undone(
    visit: Visit, served: Served, paths: Paths, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    for name in ("catalog", "figures"):
        shutil.copytree(paths.data / name, data / name)
    held = snapshot(data / "figures")
    running = served(CARECOMPARE_DATA=str(data))
    page = visit(f"{running}/data_health?own=15202")
    expect(page.locator("h1")).to_contain_text("データの健康", timeout=PATIENCE_MS)
    drawn(page)
    page.locator("input[type=file]").set_input_files(short_stays(paths, tmp_path))
    read = page.get_by_role("button", name="読み取って確かめる")
    read.click()
    expect(page.get_by_text("ファイルに時点の記載がありません")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("textbox", name="ファイルの時点").fill("2025-12")
    page.keyboard.press("Enter")
    drawn(page)
    read.click()
    expect(page.get_by_text("新しく1,741地域の値").first).to_be_visible(timeout=PATIENCE_MS)
    assert snapshot(data / "figures") == held
    page.get_by_role("button", name="取り込む", exact=True).click()
    expect(page.get_by_text("取り込みました。新しい数値で表示しています")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text("jigyosho_210.csv", exact=True)).to_have_count(0)

    other = visit(f"{running}/resources?own=15202&field=介護&item=care_offices_210_per_1000_75_and_over")
    expect(other.locator("h1")).to_contain_text("長岡市", timeout=PATIENCE_MS)
    drawn(other, has_charts=True)
    expect(other.get_by_role("cell", name="1,743").first).to_be_visible()

    page.get_by_role("button", name="取り込み前に戻す").click()
    page.get_by_role("button", name="はい、戻す").click()
    expect(page.get_by_text("jigyosho_210.csvを取り込む前の数値に戻しました")).to_be_visible(
        timeout=PATIENCE_MS
    )
    assert snapshot(data / "figures") == held
    other.reload()
    expect(
        other.get_by_text("（未収集）").or_(other.get_by_text("0か所という意味ではありません")).first
    ).to_be_visible(timeout=PATIENCE_MS)
