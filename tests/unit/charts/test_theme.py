"""What all pictures share: nothing from outside, readable letters, the width of their place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import vl_convert
from chart_reading import SHARE, drawn_texts, listed, on_strips, specification

from carecompare.charts import ranked_bars, theme

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.charts import Picture


@pytest.fixture(params=[ranked_bars, "strips"])
def chart(request: pytest.FixtureRequest, shares: pd.DataFrame) -> Picture:
    rows = listed(shares)
    return on_strips(rows, [SHARE]) if request.param == "strips" else request.param(rows, SHARE)


def test_a_picture_is_as_wide_as_its_place(chart: Picture) -> None:
    read = specification(chart)

    assert read["width"] == "container"
    assert read["autosize"] == {"contains": "padding", "type": "fit-x"}


def test_a_mark_that_says_nothing_does_not_show_the_names_of_columns(chart: Picture) -> None:
    # Streamlit merges its own setting under this one, which would.
    assert specification(chart)["config"]["mark"] == {"tooltip": None}


def test_a_picture_compiles_and_fetches_nothing(chart: Picture) -> None:
    compiled = vl_convert.vegalite_to_vega(specification(chart) | {"width": 640})

    assert '"url"' not in json.dumps(compiled)
    assert compiled["data"]


def test_no_letter_is_smaller_than_twelve_pixels(chart: Picture) -> None:
    assert min(each.size for each in drawn_texts(chart, 350)) >= 12


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        (theme.INK, theme.PAPER),
        (theme.QUIET, theme.PAPER),
        (theme.OWN, theme.PAPER),
        (theme.DARK, theme.PAPER),
        (theme.PAPER, theme.OWN),
        (theme.PAPER, theme.PEER_DARK),
        (theme.INK, theme.MIDDLE_HALF),
        (theme.INK, theme.OWN_LIGHT),
        (theme.QUIET, theme.PEER_FAINT),
        (theme.QUIET, theme.OWN_FAINT),
    ],
)
def test_letters_pass_the_contrast_of_double_a(letters: str, ground: str) -> None:
    assert contrast(letters, ground) >= 4.5


def test_bars_lines_and_marks_pass_the_contrast_of_graphics() -> None:
    assert min(contrast(each, theme.PAPER) for each in (theme.OWN, theme.PEER, theme.DARK)) >= 3
