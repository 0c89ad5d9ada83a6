"""Every page in a real browser, at the sizes it is used at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn
from playwright.sync_api import Page, expect

from carecompare.text import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Visit = Callable[..., Page]

QUERY = "?own=15202&vs=exemplars"


@pytest.mark.parametrize(
    ("link", "fewest"),
    [
        ("/aging", 2),
        ("/care_need", 1),
        ("/resources", 2),
        ("/findings", 1),
        ("/decomposition", 2),
        ("/find_initiatives", 1),
    ],
)
def test_every_chart_is_painted_and_has_words_for_those_who_cannot_see_it(
    visit: Visit, address: str, link: str, fewest: int
) -> None:
    page = drawn(visit(address + link + QUERY), has_charts=True)
    charts = page.get_by_test_id("stVegaLiteChart")
    expect(charts.nth(fewest - 1)).to_be_attached()
    for number in range(charts.count()):
        chart = charts.nth(number)
        chart.scroll_into_view_if_needed()
        assert len(set(chart.screenshot())) > 100, "a blank picture has few different bytes"
        assert "長岡市" in (chart.get_attribute("aria-label") or chart.inner_html())


def test_a_table_downloads_as_utf8_with_its_figures(visit: Visit, address: str, tmp_path: Path) -> None:
    page = drawn(visit(address + "/aging" + QUERY), has_charts=True)
    page.get_by_role("button", name=words.DOWNLOAD).first.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV（UTF-8）").first.click()
    target = tmp_path / "figures.csv"
    waiting.value.save_as(target)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = content.decode("utf-8-sig").splitlines()
    assert rows[0].startswith("コード,市区町村,指標,単位,年,値")
    assert rows[1].startswith("15202,長岡市,")
    assert ",82756" in rows[1]


def test_what_is_chosen_on_the_page_changes_the_chart(visit: Visit, address: str) -> None:
    page = drawn(visit(address + "/aging" + QUERY), has_charts=True)
    page.get_by_role("radio", name="後期高齢化率（75歳以上）").or_(
        page.get_by_role("button", name="後期高齢化率（75歳以上）")
    ).first.click()
    expect(page.locator("h3").first).to_contain_text("後期高齢化率18.9%")
    assert "item=share_75_and_over" in page.url


def test_a_freely_chosen_comparator_joins_the_comparison(visit: Visit, address: str) -> None:
    page = drawn(visit(address + "/aging?own=15202&vs=free&chosen=20201"))
    expect(page.locator("table").filter(has_text="長野市")).not_to_have_count(0)
