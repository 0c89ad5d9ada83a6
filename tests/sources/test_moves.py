"""Nothing moves silently: totals and towns before writing, jumps that wait, figures like those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest
from small_files import MUNICIPALITIES, care_file, care_row, municipalities_file

from carecompare.errors import SourceError
from carecompare.sources import imported, prepared, read_figures
from carecompare.sources.moves import jumps_of, likeness_of, moves_of, pairs_of
from carecompare.sources.reading import Reading
from carecompare.text.data.moves_words import moves_report
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog

KEY = ("population", 2025)
READING = Reading("census", "b02_07.xlsx", "0")


def column(*values: float, prefecture: str = "15") -> pd.DataFrame:
    areas = [f"{prefecture}{number:03}" for number in range(201, 201 + len(values))]
    return pd.DataFrame({"area": areas, "value": list(values)})


def kinds(series: dict[int, pd.DataFrame], now: pd.DataFrame, strange: int = 0) -> list[str]:
    last = max(series)
    return [each.kind for each in jumps_of(series, last, pairs_of(series[last], now), "f", KEY, strange)]


STEADY = {2010: column(1000, 2000), 2015: column(990, 2010), 2020: column(980, 2000)}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (column(970, 1990), []),
        (column(1100, 2200), ["total"]),
        (column(880, 1800), ["total"]),
        (column(2000, 4100), ["total", "prefecture"]),
    ],
)
def test_a_total_beyond_what_the_series_ever_did_waits_up_or_down(
    now: pd.DataFrame, expected: list[str]
) -> None:
    assert kinds(STEADY, now) == expected


def test_a_prefecture_that_doubled_waits_though_the_nation_hardly_moved() -> None:
    before = pd.concat([column(100, 100), column(50_000, prefecture="13")])
    after = pd.concat([column(250, 250), column(49_700, prefecture="13")])
    assert kinds({2020: before}, after) == ["prefecture"]


def test_many_strange_towns_wait_though_every_total_is_the_same() -> None:
    assert kinds(STEADY, column(980, 2000), strange=21) == ["towns"]


def test_totals_and_the_towns_that_moved_most_are_told_old_and_new() -> None:
    pairs = pairs_of(column(1000, 2000, 3000), column(1010, 2600, 3000))
    moves = moves_of(pairs, "f", KEY, 2020, additive=True)
    told = [tuple(row) for row in moves[["level", "area", "before", "after"]].to_numpy().tolist()]
    assert told == [
        ("nation", "00", 6000.0, 6610.0),
        ("prefecture", "15", 6000.0, 6610.0),
        ("town", "15202", 2000.0, 2600.0),
        ("town", "15201", 1000.0, 1010.0),
    ]
    mean = moves_of(pairs, "f", KEY, 2020, additive=False)
    assert mean["before"][0] == 2000


def test_a_balance_below_zero_moves_without_a_ratio() -> None:
    pairs = pairs_of(column(-300, 2000), column(-500, 2000))
    moves = moves_of(pairs, "f", KEY, 2020, additive=True)
    assert moves["area"].tolist()[-1] == "15201"
    assert kinds({2020: column(200, 10)}, column(-900, 10)) == ["total", "prefecture"]


def many(factor: float = 1.0) -> pd.DataFrame:
    return column(*(round((1000 + 37 * number) * factor) for number in range(40)))


@pytest.mark.parametrize(
    ("now", "change", "after"),
    [(many(), "same_as_another", 100), (many(0.97), "multiple_of_another", 0.97)],
)
def test_figures_of_another_year_or_a_multiple_of_them_are_told(
    now: pd.DataFrame, change: str, after: float
) -> None:
    found = list(likeness_of({2020: many()}, now, READING, KEY))
    assert [(each.change, each.before, each.after) for each in found] == [(change, 2020, after)]


def test_what_is_always_the_same_is_no_news_when_it_is_again() -> None:
    assert list(likeness_of({2015: many(), 2020: many()}, many(), READING, KEY)) == []


def offices(folder: Path, each: int) -> Path:
    rows = [
        care_row(都道府県コード又は市町村コード=code, 事業所番号=f"{code}{n:05}", 住所="")
        for code in MUNICIPALITIES
        for n in range(each)
    ]
    return care_file(folder, rows)


def test_an_import_that_jumps_upwards_shows_it_and_waits_for_a_word(tmp_path: Path, catalog: Catalog) -> None:
    figures = tmp_path / "data" / "figures"
    imported(figures, [municipalities_file(tmp_path)], catalog)
    imported(figures, [offices(tmp_path, 20)], catalog, "2025-12")
    path = offices(tmp_path, 40)
    edition = prepared(figures, [path], catalog, "2026-06").edition
    assert [each.kind for each in edition.jumps] == ["total"]
    lines = moves_report(edition, {"care_offices_110": "訪問介護"}, {"00": "全国"})
    assert "訪問介護の全国の合計（2025年220→2026年440）" in lines[0]
    assert any(line.split("\t")[1:5] == ["全国", "全国", "220", "440"] for line in lines)
    with pytest.raises(SourceError) as caught:
        imported(figures, [path], catalog, "2026-06")
    assert "--accept-jump" in sentence(caught.value)
    assert set(read_figures(figures).counts["year"]) == {2025}
    imported(figures, [path], catalog, "2026-06", accept_jump=True)
    assert set(read_figures(figures).counts["year"]) == {2025, 2026}
