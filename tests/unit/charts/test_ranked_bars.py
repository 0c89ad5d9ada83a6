"""One indicator across municipalities, as a reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest
from chart_reading import (
    NAN,
    OFFICES,
    POPULATION,
    SHARE,
    comparison_row,
    datasets,
    drawn_marks,
    drawn_texts,
    listed,
    outside,
    overlapping,
    rows_drawn,
)
from hypothesis import given
from hypothesis import strategies as st

from carecompare.charts import ranked_bars, theme
from carecompare.charts.parts.reference_lines import reference_labels

if TYPE_CHECKING:
    from carecompare.charts import Picture
    from carecompare.rows import ComparisonRow


def bars(chart: Picture) -> dict[str, dict[str, str]]:
    """Return the drawn bars by name."""
    return {bar["name_ja"]: bar for bar in drawn_marks(chart, "bar")}


def test_only_the_own_municipality_has_the_accent(shares: pd.DataFrame) -> None:
    drawn = bars(ranked_bars(listed(shares), SHARE))

    assert {name for name, row in drawn.items() if theme.OWN in {row["fill"], row["stroke"]}} == {"長岡市"}


def test_the_own_name_and_figure_are_bold(shares: pd.DataFrame) -> None:
    texts = drawn_texts(ranked_bars(listed(shares), SHARE), 640)

    assert {each.text for each in texts if each.weight == "bold"} == {"長岡市", "31.4"}


def test_bars_run_from_the_highest_and_the_missing_one_comes_last(shares: pd.DataFrame) -> None:
    names = [
        each.text
        for each in sorted(
            drawn_texts(ranked_bars(listed(shares), SHARE), 640), key=lambda letters: letters.y
        )
        if each.text in set(shares["name_ja"])
    ]

    assert names == ["竹田市", "大和村", "長岡市", "世田谷区", "南部町（鳥取県）"]


def test_a_missing_value_is_a_word_and_no_bar(shares: pd.DataFrame) -> None:
    chart = ranked_bars(listed(shares), SHARE)

    assert "南部町（鳥取県）" not in bars(chart)
    name, word = (
        next(each for each in drawn_texts(chart, 640) if each.text == text)
        for text in ("南部町（鳥取県）", "秘匿")
    )
    assert name.y == pytest.approx(word.y, abs=3)


def test_a_bar_whose_rank_is_withheld_is_hollow(shares: pd.DataFrame) -> None:
    drawn = bars(ranked_bars(listed(shares), SHARE))

    assert drawn["大和村"]["fill"] == theme.PAPER
    assert drawn["大和村"]["stroke"] == theme.PEER
    assert drawn["竹田市"]["fill"] == theme.PEER


def test_an_insurers_value_is_hollow_and_says_so() -> None:
    insurer = comparison_row("31389", "南部町（鳥取県）", "own", 18.0, status="insurer_level")
    chart = ranked_bars(listed(pd.DataFrame([insurer])), SHARE)

    assert bars(chart)["南部町（鳥取県）"]["fill"] == theme.PAPER
    assert "18.0（保険者の値）" in {each.text for each in drawn_texts(chart, 640)}


def test_values_are_written_with_the_decimals_of_the_catalogue_and_thousands() -> None:
    people = pd.DataFrame(
        [comparison_row("15202", "長岡市", "own", 266_936.0, lower=NAN, upper=NAN, indicator="population")]
    )
    offices = pd.DataFrame([comparison_row("15202", "長岡市", "own", 0.459)])

    assert "266,936" in {each.text for each in drawn_texts(ranked_bars(listed(people), POPULATION), 350)}
    assert "0.46" in {each.text for each in drawn_texts(ranked_bars(listed(offices), OFFICES), 350)}


def test_references_are_labelled_lines_in_different_dashes(shares: pd.DataFrame) -> None:
    chart = ranked_bars(listed(shares), SHARE)
    dashes = {
        float(line["value"]): line["stroke-dasharray"]
        for line in drawn_marks(chart, "rule mark")
        if "stroke-dasharray" in line
    }

    assert dashes == {
        28.5: ",".join(map(str, theme.NATION_DASH)),
        32.8: ",".join(map(str, theme.PREFECTURE_DASH)),
    }
    assert {"全国 28.5", "新潟県 32.8"} <= {each.text for each in drawn_texts(chart, 640)}


def test_a_sum_has_no_reference_line() -> None:
    people = pd.DataFrame(
        [
            comparison_row("15202", "長岡市", "own", 266_936.0),
            comparison_row("00", "全国", "reference", 126_146_099.0),
        ]
    )
    chart = ranked_bars(listed(people), POPULATION)

    assert not any("全国" in each.text for each in drawn_texts(chart, 640))


def test_a_whisker_that_would_flatten_the_others_is_cut_and_ends_in_an_arrow() -> None:
    small = pd.DataFrame(
        [
            comparison_row("46523", "大和村", "own", 0.0, lower=0.0, upper=263.0, reason="few_events"),
            comparison_row("44208", "竹田市", "peer", 10.0, lower=8.0, upper=12.0),
        ]
    )
    chart = ranked_bars(listed(small), SHARE)
    whiskers = {line["name_ja"]: float(line["shown"]) for line in drawn_marks(chart, "rule mark")}
    arrows = {arrow["name_ja"]: float(arrow["cut"]) for arrow in drawn_marks(chart, "point")}

    assert whiskers == {"大和村": 12.5, "竹田市": 12.0}
    assert arrows == {"大和村": 12.5}


def test_a_value_without_an_interval_has_a_bar_and_no_whisker() -> None:
    one = pd.DataFrame([comparison_row("15202", "長岡市", "own", 31.4, lower=NAN, upper=NAN)])
    chart = ranked_bars(listed(one), SHARE)

    assert set(bars(chart)) == {"長岡市"}
    assert not drawn_marks(chart, "rule mark")


def test_pictures_of_one_plan_keep_their_own_figures(shares: pd.DataFrame) -> None:
    first = ranked_bars(listed(shares), SHARE)
    second = ranked_bars(listed(shares.loc[shares["role"] == "own"]), SHARE)

    assert set(bars(first)) == {"長岡市", "竹田市", "世田谷区", "大和村"}
    assert set(bars(second)) == {"長岡市"}


def test_an_indicator_never_collected_shows_a_word_in_every_row_and_no_axis() -> None:
    nothing = {"lower": NAN, "upper": NAN, "status": "not_collected"}
    frame = pd.DataFrame(
        [
            comparison_row("15202", "長岡市", "own", NAN, **nothing),
            comparison_row("44208", "竹田市", "peer", NAN, **nothing),
        ]
    )
    texts = [each.text for each in drawn_texts(ranked_bars(listed(frame), SHARE), 350)]

    assert sorted(texts) == sorted(["長岡市", "竹田市", "未収集", "未収集"])


def test_a_tooltip_names_value_interval_parts_year_and_state(shares: pd.DataFrame) -> None:
    bar = bars(ranked_bars(listed(shares), SHARE))["大和村"]

    assert bar["値"] == "43.0%"
    assert bar["95%区間"] == "42.0〜44.0"
    assert bar["分子 ÷ 分母"] == "1,234 ÷ 5,678"
    assert bar["年"] == "2020年"
    assert "順位" in bar["状態"]


def test_a_denominator_of_another_year_is_named_with_its_year() -> None:
    frame = pd.DataFrame([comparison_row("15202", "長岡市", "own", 0.46, year=2025, denominator_year=2020)])
    row = next(row for row in rows_drawn(ranked_bars(listed(frame), OFFICES)) if "tooltip_parts" in row)

    assert row["tooltip_parts"] == "1,234 ÷ 5,678（2020年）"


@pytest.mark.parametrize("name", ["O'Neill", 'a"b', "</script>", "𠮷野"])
def test_any_name_a_user_gives_can_stand_in_the_list(name: str) -> None:
    chart = ranked_bars(listed(pd.DataFrame([comparison_row("99999", name, "own", 10.0)])), SHARE)

    assert name in {each.text for each in drawn_texts(chart, 640)}


@pytest.mark.parametrize("width", [350, 640, 1000])
def test_no_text_lies_on_another_or_outside(shares: pd.DataFrame, width: int) -> None:
    texts = drawn_texts(ranked_bars(listed(shares), SHARE), width)

    assert not overlapping(texts)
    assert not outside(texts, width)


def references(values: list[float]) -> list[ComparisonRow]:
    places = (("00", "全国"), ("46", "鹿児島県"), ("zz", "九州"))
    return [
        {"area": area, "name_ja": name, "value": value}
        for (area, name), value in zip(places, values, strict=False)
    ]


@given(values=st.lists(st.floats(0, 100), min_size=1, max_size=3))
def test_reference_labels_share_no_row_on_the_same_side_and_fit_a_phone(values: list[float]) -> None:
    labels = reference_labels(references(values), SHARE, (0.0, 100.0), left_px=110, right_px=45)
    plot_px = 340 - 110 - 45

    assert len({(label.row, label.align) for label in labels}) == len(labels)
    for label in labels:
        at_px = label.value / 100 * plot_px
        room = plot_px - at_px + 45 if label.align == "left" else at_px + 110
        assert room >= 60


def test_of_two_close_references_the_lower_stands_left_and_the_higher_right() -> None:
    labels = reference_labels(references([28.5, 32.8]), SHARE, (0.0, 50.0), left_px=110, right_px=45)

    assert [(label.align, label.row) for label in labels] == [("right", 0), ("left", 0)]


@pytest.mark.parametrize("width", [340, 800])
def test_bars_below_zero_stay_inside_and_their_words_are_not_on_them(width: int) -> None:
    rows = [comparison_row("15202", "長岡市", "own", -3.0, lower=NAN, upper=NAN)]
    rows.append(comparison_row("46523", "大和村", "peer", -10.8, lower=NAN, upper=NAN))
    rows.append(comparison_row("13112", "世田谷区", "peer", 4.5, lower=NAN, upper=NAN))
    letters = drawn_texts(ranked_bars(rows, SHARE), width)

    assert {"△10.8", "△3.0", "4.5"} <= {each.text for each in letters}
    assert overlapping(letters) == []
    assert outside(letters, width) == []


def test_what_a_town_says_itself_is_a_ring_on_its_row_with_its_letters_beyond_it(
    shares: pd.DataFrame,
) -> None:
    rows = listed(shares)
    own = next(row for row in rows if row["role"] == "own")
    value = own["value"] + 0.6
    picture = ranked_bars(rows, SHARE, ("長岡市の独自値（2024年）", value))
    (ring,) = datasets(picture)["rings"]
    assert (ring["name_ja"], ring["value"]) == (own["name_ja"], value)
    (bar,) = [row for row in datasets(picture)["rows"] if row["role"] == "own"]
    assert bar["reach"] >= value
    assert "輪" in str(bar["label"])
    without = ranked_bars(rows, SHARE)
    assert datasets(without)["rings"] == []
    assert [row for row in datasets(without)["rows"] if row["role"] != "own"] == [
        row for row in datasets(picture)["rows"] if row["role"] != "own"
    ]


@pytest.mark.parametrize("width", [340, 560, 979])
def test_no_figure_stands_on_the_line_of_a_reference(width: int) -> None:
    values = [20 + number / 3 for number in range(45)]
    rows = [
        comparison_row(f"{number:05}", f"町{number}", "peer", value, lower=NAN, upper=NAN)
        for number, value in enumerate(values)
    ]
    lines = [
        comparison_row("15", "県", "reference", 26.8, lower=NAN, upper=NAN),
        comparison_row("00", "全国", "reference", 29.4, lower=NAN, upper=NAN),
    ]
    chart = ranked_bars([*rows, *lines], SHARE)
    # A label above the plot stands five pixels beside its line.
    texts = {each.text: each for each in drawn_texts(chart, width)}
    at = {texts["県 26.8"].end + 5, texts["全国 29.4"].start - 5}
    alone = ranked_bars(rows, SHARE)
    figures = [
        each for each in drawn_texts(chart, width) if each.text in {f"{value:.1f}" for value in values}
    ]
    assert [each for each in figures for line in at if each.start - 1 < line < each.end + 1] == []
    unmoved = {each.text: each.start for each in drawn_texts(alone, width)}
    assert sum(each.start > unmoved[each.text] + 1 for each in figures) > 3
    assert outside(figures, width) == []
