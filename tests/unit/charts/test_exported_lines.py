from __future__ import annotations

import altair as alt

from carecompare.charts import ExportedLine, Picture, exported_lines, theme

PERIODS = [(2019.0, "R元"), (2020.0, "R2"), (2021.0, "R3"), (2025.0, "R7")]


def rows(picture: Picture, name: str) -> list[dict[str, object]]:
    found = [
        layer["data"]["values"]
        for layer in picture["layer"]
        if "values" in layer["data"] and layer["data"]["name"] == name
    ]
    return found[0]


def made() -> Picture:
    lines = [
        ExportedLine("全国", "nation", [10.0, 11.0, 12.0, 13.0]),
        ExportedLine("長岡市", "own", [9.0, None, 9.5, 10.0]),
    ]
    return exported_lines(lines, PERIODS, "認定率（％）", 1)


def test_a_gap_is_not_bridged_and_a_line_ends_in_its_name_and_last_figure() -> None:
    picture = made()
    assert [row["run"] for row in rows(picture, "own_line")] == ["1.0", "1.1", "1.1"]
    assert [row["position"] for row in rows(picture, "own_line")] == [2019.0, 2021.0, 2025.0]
    letters = {row["text"]: (row["bold"], row["ink"]) for row in rows(picture, "letters")}
    assert letters["長岡市 10.0"] == (True, theme.OWN)
    assert letters["全国 13.0"] == (False, theme.DARK)


def test_the_picture_is_one_that_vega_lite_knows() -> None:
    alt.Chart.from_dict(made())


def test_a_single_period_still_has_an_axis() -> None:
    line = ExportedLine("長岡市", "own", [0.0])
    numbers = {each["name"]: each["value"] for each in exported_lines([line], PERIODS[:1], "x", 0)["params"]}
    assert numbers["first"] < numbers["last"]
    assert numbers["start"] < numbers["top"]
