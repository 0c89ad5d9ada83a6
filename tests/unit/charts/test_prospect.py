"""What is to come under two assumptions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from chart_reading import datasets, drawn_texts, outside, overlapping

from carecompare.charts import Prospect, prospect

if TYPE_CHECKING:
    from carecompare.rows import ProjectedRow

SERIES = ("older", "aged")
SHOWN = Prospect(
    "needed", 1.0, band=True, now=32, now_text="今 32", title="か所", names=("75歳以上", "65歳以上")
)


def rows(
    older: tuple[float, ...] = (32, 34, 36), aged: tuple[float, ...] = (32, 31, 30)
) -> list[ProjectedRow]:
    return [
        {"series": name, "year": year, "needed": value, "lower": value * 0.7, "upper": value * 1.4}
        for name, values, last in (("older", older, 2045), ("aged", aged, 2050))
        for year, value in zip((2025, 2035, last), values, strict=True)
    ]


def test_each_line_ends_in_its_name_year_and_figure() -> None:
    texts = [each.text for each in drawn_texts(prospect(rows(), SERIES, SHOWN), 640)]
    assert {"75歳以上 2045年 36", "65歳以上 2050年 30", "今 32", "か所"} <= set(texts)


def test_the_band_is_that_of_the_first_line() -> None:
    band = datasets(prospect(rows(), SERIES, SHOWN))["band"]
    assert [each["year"] for each in band] == [2025, 2035, 2045]
    assert datasets(prospect(rows(), SERIES, replace(SHOWN, band=False)))["band"] == []


@pytest.mark.parametrize("width", [300, 640])
@pytest.mark.parametrize("last", [30, 32.1, 36], ids=["apart", "close to now", "equal"])
def test_the_names_at_the_end_do_not_overlap(width: int, last: float) -> None:
    letters = drawn_texts(prospect(rows(aged=(32, 32, last)), SERIES, SHOWN), width)
    assert overlapping(letters) == []
    assert outside(letters, width) == []


def test_one_series_alone_is_drawn() -> None:
    alone = [row for row in rows() if row["series"] == "aged"]
    drawn = datasets(prospect(alone, SERIES, SHOWN))
    assert drawn["older"] == []
    assert len(drawn["aged"]) == 3
