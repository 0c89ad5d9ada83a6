"""The sentences of the questions: true when the figure is high, low, missing, or somebody else's."""

from __future__ import annotations

import pytest
from indicator_making import share_indicator

from carecompare.text.topics.route_sentences import (
    Placed,
    is_it_high,
    moved,
    of_field,
    offices,
    parted,
    persons,
    placed,
    similar,
    types,
)
from carecompare.text.topics.route_words import covered, missing, small

NAN = float("nan")
RATE = share_indicator(
    id="certification_rate",
    label_ja="認定率",
    label_en="Certification rate",
    topic="care_need",
    numerator=("certified",),
    denominator=("insured_65_and_over",),
    fiscal_year=True,
)


def found(
    value: float, half: float = 0.2, nation: float = 19.4, median: float = 19.9, **row: object
) -> Placed:
    figures = {
        "value": value,
        "lower": value - half,
        "upper": value + half,
        "year": 2023,
        "status": "observed",
        "reason": "",
    }
    return Placed("長岡市", RATE, {**figures, **row}, nation, median, "南部箕蚊屋広域連合")


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (found(17.6), "「高い」という前提には当たりません"),
        (found(22.2), "問いのとおり、全国より高い値です"),
        (found(19.5), "全国より高いとはいえません"),
        (found(19.4, NAN), "全国と同じで、高いとはいえません"),
        (found(19.0, nation=NAN), "全国の値がないため、高いかどうかはいえません"),
    ],
)
def test_the_first_question_asks_whether_the_rate_is_high_at_all(figure: Placed, said: str) -> None:
    assert said in is_it_high(figure)


def test_a_figure_stands_beside_the_nation_and_the_comparators() -> None:
    assert placed(found(17.6)) == (
        "長岡市の認定率は、令和5年度（2023年度）に17.6%で、全国（19.4）より低く、くらべる相手の中央値（19.9）より低い値です。"
    )
    assert "くらべる相手の中央値" not in placed(found(17.6, median=NAN))


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (found(NAN, status="not_collected"), "値がありません（未収集）。0ではありません。"),
        (found(17.8, reason="insurer_level", status="insurer_level"), "南部箕蚊屋広域連合全体の値です"),
        (found(17.8, reason="few_events"), "数が少なく偶然で大きく変わる"),
    ],
)
def test_what_is_missing_few_or_another_s_is_neither_high_nor_low(figure: Placed, said: str) -> None:
    for sentence in (placed(figure), is_it_high(figure)):
        assert said in sentence
        assert "より低" not in sentence
        assert "前提" not in sentence


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((2.0, 1.5, 0.5), "年齢構成の分のほうが大きい差です"),
        ((2.0, 0.5, 1.5), "年齢構成をのぞいても、差の多くが残ります"),
        ((-1.8, 0.4, -2.2), "年齢構成は逆に働いており"),
        ((1.0, 1.6, -0.6), "年齢別の認定率は逆に働いており"),
        ((0.01, 0.6, -0.59), "認定率はほぼ同じです"),
    ],
)
def test_the_larger_part_of_a_difference_is_named(parts: tuple[float, float, float], said: str) -> None:
    assert said in parted("長岡市", "全国", *parts)


def line(
    indicator: str, value: float = 1.0, beyond: str = "", reason: str = "", **row: object
) -> dict[str, object]:
    figures = {
        "indicator": indicator,
        "value": value,
        "beyond": beyond,
        "reason": reason,
        "status": "observed",
    }
    return {**figures, "method": "byar", "lower": NAN, "upper": NAN, "year": 2023, **row}


NAMES = {"a": "病院", "b": "診療所", "c": "薬局", "d": "病床"}


def test_a_field_names_what_differs_and_what_is_not_judged() -> None:
    lines = [
        line("a", beyond="lower"),
        line("b", beyond="similar"),
        line("c", reason="few_events"),
        line("d", NAN, status="not_collected"),
    ]
    assert of_field("長岡市", "医療", lines, NAMES) == (
        "長岡市の医療の資源4種のうち、相手の中央値より少ないもの1種（病院）、違うとはいえないもの1種です。"
        "ほかに数が少ないなどの1種、値がない1種は判定していません。"
    )
    assert "判定できるものはありません" in of_field("大和村", "医療", lines[2:], NAMES)
    assert of_field("大和村", "医療", [], NAMES) == "医療の資源には、値のある指標がありません。"


def test_a_figure_that_is_not_there_is_never_zero() -> None:
    assert missing("長岡市", [line("d", NAN, status="not_collected")], NAMES) == (
        "長岡市に値のない1指標は、未収集（病床）です。0ではありません。"
    )
    assert "値のない指標はありません" in missing("長岡市", [line("a")], NAMES)
    # A year known to lie beyond those that were looked at is not missing.
    edge = line("a", NAN, status="projected", method="still_rising", lower=2045.0)
    assert "値のない指標はありません" in missing("長岡市", [edge], NAMES)


def test_small_numbers_are_counted() -> None:
    assert "2指標のうち1指標（薬局）" in small("大和村", [line("a"), line("c", reason="few_events")], NAMES)
    assert "ものはありません" in small("横浜市", [line("a")], NAMES)


def test_the_years_to_come_are_said_or_said_to_be_unknown() -> None:
    assert moved("長岡市", RATE, (2020, 31.4), (2040, 38.0)).endswith("38.0%となる推計です。")
    assert moved("双葉町", RATE, None, None) == "双葉町には、認定率の将来推計がありません。0ではありません。"
    peak = {"value": 2030.0, "numerator": 120.0, "method": "peak", "year": 2045}
    assert "最も多いのは令和12年（2030年）（推計、120人）。" in persons("町", (2020, 100), (2040, 110), peak)
    assert "ありません" in persons("町", None, None, peak)


@pytest.mark.parametrize(
    ("now", "last", "reason", "said"),
    [
        (56.0, (2040, 57.4), "", "約57か所です"),
        (4.0, (2040, 4.4), "few_offices", "10か所未満"),
        (0.0, (2040, NAN), "no_office", "計算できません"),
        (0.0, None, "no_projection", "年齢別の将来推計がない"),
        (NAN, (2040, NAN), "offices_unknown", "0ではありません"),
    ],
)
def test_offices_are_multiplied_only_where_there_are_enough(
    now: float, last: tuple[int, float] | None, reason: str, said: str
) -> None:
    assert said in offices("町", "デイサービス", (2025, now), last, reason)


def test_who_is_alike_is_named_with_the_exemplars_among_them() -> None:
    assert "先進10事例の市区町村は柏市です" in similar("町", ["a", "b", "c", "d", "柏市"], ["柏市"])
    assert "市区町村はありません" in similar("町", ["a"], [])
    assert "選べません" in similar("町", [], [])


def test_types_of_the_cases_and_the_completeness_of_figures() -> None:
    assert types("予防", ["介護予防"], 2, "町", "題") == (
        "2013年の先進10事例では、予防の2型のうち1型の取組を資料で確認できます（介護予防）。町の「題」は、この10事例の1つです。"
    )
    assert "まだありません" in covered(0, 1741)
    assert "1,741市区町村のうち12市区町村です" in covered(12, 1741)
