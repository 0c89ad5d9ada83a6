"""One indicator over the years: what is joined, what is marked, what is said in the gaps."""

from __future__ import annotations

import itertools
from typing import Any

import pandas as pd
import pytest
from chart_reading import NAN, SHARE, datasets, drawn_texts, listed, outside, overlapping, specification
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.charts import CourseLine, DocumentPoint, course, lines_of, theme
from carecompare.charts.course.labels import LINE_PX, end_labels

HEIGHT = 380


def point(
    area: str, name: str, year: int, value: float, series: str = "counted", **others: Any
) -> dict[str, object]:
    row: dict[str, object] = {
        "area": area,
        "name_ja": name,
        "role": "own" if area == "15202" else "peer",
        "year": year,
        "value": value,
        "lower": value - 0.2,
        "upper": value + 0.2,
        "numerator": 100.0,
        "denominator": 1000.0,
        "status": "observed" if series == "counted" else "projected",
        "series": series,
        "part": 0,
        "hollow": False,
        "reason": "",
        "join_gap": NAN,
    }
    return row | others


def line(area: str, name: str, start: float, *, projected: bool = True) -> list[dict[str, object]]:
    counted = [point(area, name, year, start + (year - 1980) / 4) for year in range(1980, 2021, 10)]
    later = [
        point(area, name, year, start + (year - 1980) / 4, "projection") for year in range(2020, 2051, 10)
    ]
    return counted + (later if projected else [])


def two_lines() -> pd.DataFrame:
    return pd.DataFrame([*line("15202", "長岡市", 11.0), *line("44208", "竹田市", 18.0)])


def in_lines(frame: pd.DataFrame) -> list[CourseLine]:
    return lines_of(listed(frame), SHARE)


def marks(chart: Any, kind: str, **properties: object) -> list[dict[str, Any]]:
    """Return the layers of a mark with such properties, each with its rows under ``rows``."""
    return [
        layer | {"rows": rows_of(chart, layer)}
        for layer in specification(chart)["layer"]
        if layer["mark"]["type"] == kind
        and all(layer["mark"].get(key) == value for key, value in properties.items())
    ]


def rows_of(chart: Any, layer: dict[str, Any]) -> list[dict[str, Any]]:
    if layer["data"]["name"] != "points":
        return datasets(chart)[layer["data"]["name"]]
    wanted = layer["transform"][0]["filter"].split("'")[1] if "transform" in layer else ""
    return [row for row in points(chart) if wanted in {"", row["stroke"]}]


def points(chart: Any) -> list[dict[str, Any]]:
    """Return what a browser reads of the text of the points."""
    (data,) = (each["data"] for each in specification(chart)["layer"] if "format" in each["data"])
    # A browser reads an empty text that is parsed as null, and says that word.
    assert data["format"] == {"type": "tsv", "parse": {"year": "number", "value": "number"}}
    names, *lines = [line.split("\t") for line in data["values"].split("\n")]
    rows: list[dict[str, Any]] = [dict(zip(names, line, strict=True)) for line in lines]
    return [row | {"year": int(row["year"]), "value": float(row["value"])} for row in rows]


def texts(chart: Any, width: int = 640) -> set[str]:
    return {each.text for each in drawn_texts(chart, width)}


def test_counted_years_are_solid_and_projected_ones_dashed_and_never_one_line() -> None:
    strokes = marks(course(in_lines(two_lines())), "line")
    dashed = [each for each in strokes if "strokeDash" in each["mark"]]
    solid = [each for each in strokes if "strokeDash" not in each["mark"]]

    assert {row["stroke"] for each in dashed for row in each["rows"]} == {"own_projection", "peer_projection"}
    assert {row["stroke"] for each in solid for row in each["rows"]} == {"own_counted", "peer_counted"}
    assert {row["year"] for each in dashed for row in each["rows"]} == {2020, 2030, 2040, 2050}
    assert {row["year"] for each in solid for row in each["rows"]} == {1980, 1990, 2000, 2010, 2020}


def test_only_the_own_lines_have_the_accent() -> None:
    accented = marks(course(in_lines(two_lines())), "line", color=theme.OWN)

    assert {row["tooltip_name"] for each in accented for row in each["rows"]} == {"長岡市"}


def test_the_projection_is_marked_where_it_starts() -> None:
    assert "推計 →" in texts(course(in_lines(two_lines())))


def test_without_any_projection_nothing_is_marked_as_one() -> None:
    counted = two_lines().query("series == 'counted'")

    assert "推計 →" not in texts(course(in_lines(counted)))


def test_the_axis_of_values_starts_at_zero() -> None:
    drawn = specification(course(in_lines(two_lines())))

    assert drawn["encoding"]["y"]["scale"]["domain"][0] == 0


def test_a_line_is_named_at_its_end_with_its_rounded_value() -> None:
    assert {"長岡市 29", "竹田市 36"} <= texts(course(in_lines(two_lines())))


def test_a_municipality_without_a_projection_is_named_where_it_ends() -> None:
    frame = pd.DataFrame([*line("15202", "富岡町", 11.0, projected=False), *line("44208", "竹田市", 18.0)])

    assert "富岡町 21（推計なし）" in texts(course(in_lines(frame)))


def test_a_year_without_residents_breaks_the_line_and_says_why() -> None:
    frame = pd.DataFrame(line("15202", "富岡町", 11.0, projected=False))
    frame.loc[frame["year"] == 2010, ["value", "lower", "upper"]] = NAN
    frame.loc[frame["year"] == 2010, "status"] = "not_applicable"
    chart = course(in_lines(frame))
    runs = {row["run"] for each in marks(chart, "line") for row in each["rows"]}

    assert len(runs) == 2
    assert "該当なし" in texts(chart)


def test_a_point_alone_between_gaps_is_visible() -> None:
    frame = pd.DataFrame(line("15202", "富岡町", 11.0, projected=False))
    frame.loc[frame["year"] == 2010, "value"] = NAN
    alone = [row for each in marks(course(in_lines(frame)), "point", opacity=1) for row in each["rows"]]

    assert [row["year"] for row in alone] == [2020]


def test_a_municipality_without_any_value_is_named_with_the_reason() -> None:
    empty = [
        point("46523", "大和村", year, NAN, lower=NAN, upper=NAN, status="not_collected")
        for year in (2010, 2020)
    ]
    frame = pd.DataFrame([*line("15202", "長岡市", 11.0), *empty])

    assert "大和村 未収集" in texts(course(in_lines(frame)))


def test_an_indicator_without_any_value_still_makes_a_picture() -> None:
    frame = pd.DataFrame([point("15202", "長岡市", 2020, NAN, lower=NAN, upper=NAN, status="not_collected")])

    assert "長岡市 未収集" in texts(course(in_lines(frame)))


def test_many_unknown_ages_make_a_hollow_point_with_its_range() -> None:
    frame = two_lines()
    doubtful = (frame["area"] == "15202") & (frame["year"] == 2010)
    frame.loc[doubtful, ["hollow", "lower", "upper"]] = [True, 17.0, 18.5]
    chart = course(in_lines(frame))
    hollow = marks(chart, "point", fill=theme.PAPER)[0]["rows"]

    assert [(row["year"], row["lower"], row["upper"]) for row in hollow] == [(2010, 17.0, 18.5)]


def test_where_the_two_values_of_one_year_differ_both_are_marked_and_named() -> None:
    frame = two_lines()
    joint = (frame["area"] == "15202") & (frame["year"] == 2020)
    frame.loc[joint, "join_gap"] = -1.0
    frame.loc[joint & (frame["series"] == "projection"), "value"] = 20.0
    chart = course(in_lines(frame))
    marked = [row for each in marks(chart, "point", opacity=1) for row in each["rows"]]

    assert sorted(row["value"] for row in marked) == [20.0, 21.0]
    assert {"国勢調査 21.0", "推計 20.0"} <= texts(chart)


def test_the_figure_of_the_document_is_a_black_diamond_with_its_words() -> None:
    chart = course(in_lines(two_lines()), DocumentPoint(2013, 26.4))
    diamond = marks(chart, "point", shape="diamond")[0]

    assert diamond["mark"]["fill"] == theme.DOCUMENT
    assert diamond["rows"][0]["value"] == 26.4
    assert "原資料（2013年）26.4" in texts(chart)


def test_the_words_of_the_document_stand_below_all_lines_that_pass_there() -> None:
    chart = course(in_lines(two_lines()), DocumentPoint(2013, 26.4))
    (row,) = marks(chart, "point", shape="diamond")[0]["rows"]
    passing = two_lines().query("year >= 2010")["value"]

    assert 0 < row["label_value"] < passing.min()


def test_where_the_lines_leave_no_room_the_words_of_the_document_stand_beside_their_point() -> None:
    frame = pd.DataFrame(line("15202", "長岡市", 0.0))
    (row,) = marks(course(in_lines(frame), DocumentPoint(1985, 3.0)), "point", shape="diamond")[0]["rows"]

    assert row["label_value"] == row["value"] == 3.0


def test_a_low_picture_names_the_own_line_the_highest_and_the_lowest() -> None:
    names = [("15202", "長岡市"), *((f"{code}", f"町{code}") for code in range(90001, 90011))]
    frame = pd.DataFrame(
        [row for place, (area, name) in enumerate(names) for row in line(area, name, 5.0 + abs(place - 5))]
    )
    labels = end_labels(in_lines(frame), 60.0, 150)

    assert {label.text.split()[0] for label in labels} == {"長岡市", "町90005", "町90010"}


def test_among_many_municipalities_only_the_own_gap_is_put_into_words() -> None:
    frame = pd.DataFrame(
        [row for place in range(20) for row in line(f"{15202 + place}", f"町{place}", 5.0 + place)]
    )
    frame.loc[frame["year"] == 2010, ["value", "status"]] = [NAN, "not_applicable"]
    worded = [each.text for each in drawn_texts(course(in_lines(frame)), 640) if "該当なし" in each.text]

    assert worded == ["該当なし"]


@settings(deadline=None)
@given(ends=st.lists(st.floats(0, 60), min_size=2, max_size=12))
def test_end_labels_are_never_closer_than_a_line_of_letters(ends: list[float]) -> None:
    frame = pd.DataFrame(
        [point(f"{15202 + place}", f"町{place}", 2050, end, "projection") for place, end in enumerate(ends)]
    )
    heights = sorted(label.value / 60 * HEIGHT for label in end_labels(in_lines(frame), 60.0, HEIGHT))

    assert len(heights) == len(ends)
    assert all(high - low >= LINE_PX - 1e-6 for low, high in itertools.pairwise(heights))


@pytest.mark.parametrize("width", [350, 640, 1000])
def test_no_text_lies_on_another_or_outside(width: int) -> None:
    frame = pd.DataFrame(
        [
            row
            for place in range(11)
            for row in line(f"{15202 + place}", f"町{place}（鳥取県）", 5.0 + place / 3)
        ]
    )
    drawn = drawn_texts(course(in_lines(frame)), width)

    assert not overlapping(drawn)
    assert not outside(drawn, width)


def test_a_short_course_names_each_of_its_years() -> None:
    rows = [point("15202", "長岡市", year, 30.0) for year in (2014, 2016, 2018, 2020, 2022)]
    ticks = {each["name"]: each["value"] for each in course(lines_of(rows, SHARE))["params"]}["year_ticks"]
    assert ticks == [2014, 2016, 2018, 2020, 2022]


def test_every_point_says_its_figure_and_an_empty_text_stays_empty() -> None:
    said = points(course(in_lines(two_lines())))
    assert len(said) == len(two_lines())
    first = next(each for each in said if each["tooltip_name"] == "長岡市" and each["year"] == 1980)
    assert (first["value"], first["tooltip_value"], first["tooltip_state"]) == (11.0, "11.0%", "")
