"""The peak of residents of 75 and over is said in one sentence, whichever page says it."""

from __future__ import annotations

import pytest

from carecompare.text.topics.outlook_words import outlook
from carecompare.text.topics.peak_words import peak
from carecompare.text.topics.route_sentences import persons

NAN = float("nan")
TAKETA = {
    "value": 2010.0,
    "lower": NAN,
    "upper": NAN,
    "numerator": 6147.0,
    "method": "peaked",
    "year": 2045,
}
MOST = "竹田市の75歳以上の人口が最も多いのは"
ONLY = "竹田市の75歳以上の人口は、"
PAST = MOST + "平成22年（2010年）（国勢調査、6,147人）で、2045年までの推計はこれより少ない"


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({}, PAST),
        (
            {"value": 2030.0, "numerator": 1200.0, "method": "peak"},
            MOST + "令和12年（2030年）（推計、1,200人）（2020年の推計とくらべて+20%）",
        ),
        (
            {"value": NAN, "lower": 2045.0, "numerator": 1200.0, "method": "still_rising"},
            ONLY + "推計の最後の令和27年（2045年）（1,200人）まで増え続ける（2020年の推計とくらべて+20%）",
        ),
        (
            {"value": NAN, "upper": 1980.0, "numerator": 900.0, "method": "falling_already"},
            ONLY + "国勢調査の最初の昭和55年（1980年）（900人）が最も多く、その後はこれより少ない",
        ),
        ({"value": NAN, "numerator": NAN, "method": "none"}, "竹田市には市区町村別の将来推計がないため"),
    ],
)
def test_the_peak_is_past_ahead_beyond_the_horizon_or_unknown(figures: dict[str, object], said: str) -> None:
    assert peak("竹田市", TAKETA | figures, (2020, 1000.0)).startswith(said)


def test_three_pages_say_the_same_of_taketa() -> None:
    assert peak("竹田市", TAKETA, (2020, 5803.0)) == PAST
    growth = {**TAKETA, "value": -14.8, "year": 2040, "denominator_year": 2025}
    assert outlook("竹田市", growth, TAKETA, "平成30年推計").startswith(PAST)
    assert persons("竹田市", (2020, 5803.0), (2040, 4943.0), TAKETA).endswith(PAST + "。")
