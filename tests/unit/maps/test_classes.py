from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecompare.maps import as_shown, classes
from carecompare.maps.classes import PALE, RAMP

NAN = float("nan")


def frame(values: list[float], reasons: list[str] | None = None) -> pd.DataFrame:
    return pd.DataFrame({"value": values, "reason": reasons or [""] * len(values)})


def test_classes_hold_about_equally_many_and_cover_every_figure() -> None:
    shown = classes(frame([float(each) for each in range(100)]), 0)
    assert [shown.marks.count(str(each)) for each in range(5)] == [20, 20, 20, 20, 20]
    assert shown.lowest == (0, 20, 40, 60, 80)
    assert shown.highest == (19, 39, 59, 79, 99)


def test_a_figure_from_few_events_has_no_class_and_a_missing_one_has_none_either() -> None:
    shown = classes(frame([1.0, 2.0, 50.0, NAN], ["", "", "few_events", ""]), 0)
    assert shown.marks == "01rn"
    assert max(shown.highest) == 2


@pytest.mark.parametrize("reason", ["few_events", "insurer_level", "unknown_ages"])
def test_whatever_is_not_ranked_is_not_coloured(reason: str) -> None:
    assert classes(frame([1.0, 2.0], [reason, ""]), 0).marks[0] == "r"


def test_without_any_sound_figure_there_is_no_class() -> None:
    shown = classes(frame([NAN, 3.0], ["", "few_events"]), 1)
    assert (shown.lowest, shown.marks, shown.colors) == ((), "nr", [])


def test_equal_figures_make_one_class() -> None:
    shown = classes(frame([4.0] * 9), 0)
    assert (shown.marks, shown.lowest, shown.highest) == ("0" * 9, (4.0,), (4.0,))


@given(
    st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(NAN)), min_size=1, max_size=200),
    st.integers(0, 2),
)
def test_two_figures_that_read_the_same_are_in_one_class(values: list[float], decimals: int) -> None:
    shown = classes(frame(values), decimals)
    printed = as_shown(np.array(values), decimals)
    marks_of: dict[float, set[str]] = {}
    for figure, mark in zip(printed.tolist(), shown.marks, strict=True):
        if mark.isdigit():
            marks_of.setdefault(figure, set()).add(mark)
            assert shown.lowest[int(mark)] <= figure <= shown.highest[int(mark)]
    assert all(len(marks) == 1 for marks in marks_of.values())
    assert len(shown.marks) == len(values)


def lightness(color: tuple[int, ...]) -> float:
    red, green, blue = (
        ((each / 255) / 12.92 if each < 11 else ((each / 255 + 0.055) / 1.055) ** 2.4) for each in color
    )
    return float(116 * (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / 3) - 16)


def test_neighbouring_classes_are_told_apart_in_grey_print() -> None:
    steps = [lightness(each) for each in (PALE, *RAMP)]
    assert all(darker <= lighter - 10 for lighter, darker in itertools.pairwise(steps)), steps
