"""Features of the own municipality and of those like it."""

from __future__ import annotations

import pytest
from chart_reading import NAN, POPULATION, SHARE, datasets, drawn_texts, outside, overlapping, specification

from carecompare.catalog import Feature
from carecompare.charts import Picture, feature_dots

FEATURES = [
    Feature(id="size", label_ja="人口の規模", indicator="population", group="size", transform="log"),
    Feature(id="aged65", label_ja="高齢夫婦のみ世帯の割合", indicator="share_65_and_over", group="aging"),
]
INDICATORS = {each.id: each for each in (POPULATION, SHARE)}


def picture(own_standard: float = 1.2, *peers: float, own_value: float = 266_936.0) -> Picture:
    rows = [
        ("size", "15202", "長岡市", "own", own_value, own_standard),
        ("aged65", "15202", "長岡市", "own", 31.4, -0.5),
    ]
    for place, standard in enumerate(peers):
        rows += [
            ("size", f"{place}", f"町{place}", "peer", 100_000.0 + place, standard),
            ("aged65", f"{place}", f"町{place}", "peer", 30.0 + place, standard),
        ]
    columns = ["feature", "area", "name_ja", "role", "value", "standard"]
    return feature_dots([dict(zip(columns, row, strict=True)) for row in rows], FEATURES, INDICATORS)


def test_the_national_mean_stands_in_the_middle() -> None:
    drawn = datasets(picture(1.2, 0.0, 1.0, -1.0))
    assert [each["at"] for each in drawn["scale"] if each["is_mean"]] == [0.5]
    assert [each["at"] for each in drawn["peers"] if each["name"] == "町0"] == [0.5, 0.5]
    above, below = (
        next(each["at"] for each in drawn["peers"] if each["name"] == name) for name in ("町1", "町2")
    )
    assert above + below == pytest.approx(1)


def test_far_marks_stay_inside() -> None:
    drawn = datasets(picture(5.0, -7.0))
    marks = [*drawn["own"], *drawn["peers"], *drawn["scale"]]
    assert all(0 <= mark["at"] <= 1 for mark in marks)


def test_the_median_is_of_the_peers_alone_and_in_their_unit() -> None:
    lines = datasets(picture(5.0, 1.0, 1.0, 2.0))["lines"]
    assert [line["median_figure"] for line in lines] == ["100,001", "31.0"]
    assert lines[0]["figure"] == "266,936人"


def test_a_feature_that_the_own_municipality_lacks_has_a_word_and_no_mark() -> None:
    drawn = datasets(picture(NAN, 1.0, own_value=NAN))
    assert [each["feature"] for each in drawn["own"]] == ["高齢夫婦のみ世帯の割合"]
    assert drawn["lines"][0]["figure"] == "資料なし"


def test_without_peers_there_is_no_median() -> None:
    lines = datasets(picture())["lines"]
    assert [line["median"] for line in lines] == [None, None]


@pytest.mark.parametrize("width", [350, 520, 640, 1200])
def test_letters_neither_overlap_nor_leave_the_picture(width: int) -> None:
    letters = drawn_texts(picture(1.2, 0.3, 0.9, -2.0), width)
    assert overlapping(letters) == []
    assert outside(letters, width) == []
    assert min(each.size for each in letters) >= 12
    assert {"長岡市", "相手の中央値", "全国の平均", "人口の規模"} <= {each.text for each in letters}


def test_a_picture_is_as_wide_as_its_place() -> None:
    assert specification(picture(1.0, 1.0))["width"] == "container"
